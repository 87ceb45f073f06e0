import keras
from keras import layers


def network(inputs, targets, initializer, members, units, prior_scale):
    """Each member is a network that learns, plus another one that stays as it was drawn: its prior."""

    def dense(out, fan_in, **kwargs):
        return layers.Dense(
            out, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=fan_in), **kwargs
        )

    def perceptron(x, name, trainable):
        h = dense(units, inputs.shape[0], activation="elu", trainable=trainable, name=f"{name}_hidden_1")(x)
        h = dense(units, units, activation="elu", trainable=trainable, name=f"{name}_hidden_2")(h)
        return dense(1, units, trainable=trainable, name=f"{name}_out")(h)  # (b, 1)

    place = keras.Input(inputs.shape, dtype=inputs.dtype, name="place")
    answers = []
    for member in range(members):
        prior = layers.Rescaling(prior_scale, name=f"scaled_{member}")(perceptron(place, f"prior_{member}", False))
        answers.append(layers.Add(name=f"member_{member}")([perceptron(place, f"learnt_{member}", True), prior]))
    return keras.Model(place, layers.Concatenate(name="members")(answers), name="prior_functions")  # (b, members)
