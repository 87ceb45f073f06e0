import keras
from keras import layers


def network(inputs, targets, initializer, units):
    """The policy pi(action | place, goal, steps left), which is cloned from what was done.

    Source: Ghosh et al. 2021, Learning to Reach Goals via Iterated Supervised Learning, Algorithm 1; one iteration.
    """
    asked = keras.Input(inputs.shape, dtype=inputs.dtype, name="asked")  # (b, 5)
    place, goal, left = asked[:, :2], asked[:, 2:4], asked[:, 4:]
    x = layers.Concatenate(name="features")([2 * place - 1, 2 * goal - 1, goal - place, left])  # (b, 7)
    for i, width in enumerate(units):
        x = layers.Dense(
            width,
            activation="relu",
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=x.shape[-1]),
            name=f"hidden_{i}",
        )(x)
    logits = layers.Dense(targets.classes, kernel_initializer=initializer.kernel(), name="action")(x)  # (b, 4)
    return keras.Model(asked, logits, name="policy")
