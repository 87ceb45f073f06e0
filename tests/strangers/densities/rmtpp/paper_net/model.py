import keras
from keras import layers, ops


class Growth(layers.Layer):
    """Lays one learnt number, how fast the hazard grows, beside each step's log-hazard at once after the event."""

    def build(self, shape):
        self.growth = self.add_weight(shape=(1,), initializer=keras.initializers.Constant(0.1), name="growth")

    def call(self, past):
        return ops.concatenate([past, self.growth + ops.zeros_like(past)], axis=-1)  # (b, t, 2)


def network(inputs, targets, initializer, units, embedding):
    def dense(out, name):
        return layers.Dense(
            out, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=units), name=name
        )

    marker = keras.Input(inputs["marker"].shape, dtype=inputs["marker"].dtype, name="marker")
    gap = keras.Input(inputs["gap"].shape, dtype=inputs["gap"].dtype, name="gap")
    kinds = inputs["marker"].classes
    of_marker = layers.Embedding(kinds, embedding, embeddings_initializer=initializer.kernel(), name="embedding")(
        marker
    )
    x = layers.Concatenate(name="event")([of_marker, ops.expand_dims(gap, -1)])  # (b, t, embedding + 1)
    h = layers.SimpleRNN(
        units,
        kernel_initializer=initializer.kernel(),
        recurrent_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=embedding + 1),
        return_sequences=True,
        name="history",
    )(x)  # (b, t, units)
    outputs = {
        "next_marker": dense(kinds, "next_marker")(h),  # (b, t, kinds)
        "next_gap": Growth(name="next_gap")(dense(1, "past")(h)),  # (b, t, 2)
    }
    return keras.Model({"marker": marker, "gap": gap}, outputs, name="rmtpp")
