import keras
from keras import layers


def network(inputs, targets, initializer, units, actions):
    """The policy: a softmax over the actions, of a network as one would take for supervised learning."""

    def dense(width, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    context = keras.Input(inputs.shape, dtype=inputs.dtype, name="context")  # (b, 64)
    x = dense(units, context, activation="relu", name="hidden")  # (b, units)
    x = layers.Dropout(0.1, name="dropout")(x)
    return keras.Model(context, dense(actions, x, name="policy"), name="banditnet")  # (b, actions), logits
