import keras
from keras import layers, ops


def with_prior(learnt, prior, scale):
    """Q = f + β p, Osband et al. 2018, equation 5."""
    return learnt + scale * prior


def network(inputs, targets, initializer, units, scale):
    """As many members as targets; each is a net that learns plus one that stays as it was drawn, on purpose."""

    def mlp(x, name, trainable):
        def dense(n, activation, layer, x):
            return layers.Dense(
                n,
                activation,
                kernel_initializer=initializer.kernel(),
                bias_initializer=initializer.bias(fan_in=x.shape[-1]),
                trainable=trainable,
                name=f"{name}_{layer}",
            )(x)

        return dense(1, None, "out", dense(units, "relu", "second", dense(units, "relu", "first", x)))  # (b, 1)

    context = keras.Input(inputs.shape, dtype=inputs.dtype, name="context")  # (b, 1)
    wide = 3 * context  # so that the bends of the nets lie close
    members = [
        with_prior(mlp(wide, f"learnt_{k}", True), mlp(wide, f"prior_{k}", False), scale)
        for k in range(targets.shape[0])
    ]
    return keras.Model(context, ops.concatenate(members, axis=-1), name="ensemble")  # (b, members)
