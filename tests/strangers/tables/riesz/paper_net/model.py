import keras
from keras import layers, ops


def network(inputs, targets, initializer, units, heads):
    """RieszNet: one body, from which a linear head reads the Riesz representer and a deeper one the outcome.

    Both are asked for the treatment as it was, and for 1 and 0.
    """

    def dense(width, **options):
        return layers.Dense(width, kernel_initializer=initializer.kernel(), **options)

    person = keras.Input(inputs["person"].shape, name="person")  # (b, 8)
    treated = keras.Input(inputs["treated"].shape, name="treated")  # (b, 1)
    body = [dense(units, activation="elu", name=f"body_{i}") for i in range(2)]
    outcome = [dense(heads, activation="elu", name="outcome_hidden"), dense(1, name="outcome")]
    representer = dense(1, name="representer")

    def answers(treatment):
        x = layers.Concatenate()([person, treatment])  # (b, 9)
        for layer in body:
            x = layer(x)  # (b, units)
        return outcome[1](outcome[0](x)), representer(x)  # (b, 1), (b, 1)

    parts = [answers(t) for t in (treated, ops.ones_like(treated), ops.zeros_like(treated))]
    g, g1, g0 = (part[0] for part in parts)
    a, a1, a0 = (part[1] for part in parts)
    shift = Scale(name="epsilon")(a)  # (b, 1)
    answer = layers.Concatenate(name="answer")([g, g1, g0, a, a1, a0, shift])  # (b, 7)
    return keras.Model({"person": person, "treated": treated}, answer, name="riesznet")


class Scale(layers.Layer):
    """Times one learnt number, 0 at first: epsilon of the targeted regularization."""

    def build(self, shape):
        self.epsilon = self.add_weight(shape=(), initializer="zeros", name="epsilon")

    def call(self, a):
        return self.epsilon * a
