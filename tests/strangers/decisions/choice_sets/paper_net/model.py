import keras
from keras import layers, ops


def network(inputs, targets, initializer, units):
    """A logit model: the utility of each offer to the person, and a softmax over those available.

    Returns:
        A model to logits (b, offers), very small where there is no offer.
    """
    given = {name: keras.Input(inputs[name].shape, name=name) for name in ["offers", "person", "available"]}
    offers = given["offers"].shape[1]
    person = layers.RepeatVector(offers, name="person_of_each")(given["person"])  # (b, o, 3)
    x = layers.Concatenate(name="pair")([given["offers"], person])  # (b, o, 7)
    for i in range(2):
        x = layers.Dense(
            units,
            activation="elu",
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=x.shape[-1]),
            name=f"hidden_{i}",
        )(x)  # (b, o, units)
    utility = layers.Dense(1, use_bias=False, kernel_initializer=initializer.kernel(), name="utility")(x)[..., 0]
    return keras.Model(given, ops.where(given["available"] > 0, utility, -1e9), name="choice")  # (b, o)
