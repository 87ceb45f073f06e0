import keras
from keras import layers


def network(inputs, targets, initializer, width, blocks, penalty):
    """(p, v) = f(s): a residual trunk with two heads, all kernels with the penalty c |theta|²."""

    def dense(x, units, name, activation=None):
        return layers.Dense(
            units,
            activation=activation,
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=x.shape[-1]),
            kernel_regularizer=keras.regularizers.L2(penalty),
            name=name,
        )(x)

    position = keras.Input(inputs.shape, name="position")  # (b, piles, 3)
    x = dense(layers.Flatten(name="flatten")(position), width, "stem", "relu")
    for k in range(blocks):
        y = dense(x, width, f"block_{k}_1", "relu")
        y = dense(y, width, f"block_{k}_2")
        x = layers.Activation("relu", name=f"block_{k}")(x + y)
    policy = dense(x, targets["policy"].shape[0], "policy")  # (b, moves)
    value = dense(dense(x, width, "value_hidden", "relu"), 1, "value", "tanh")  # (b, 1)
    return keras.Model(position, {"policy": policy, "value": value}, name="alpha_nim")
