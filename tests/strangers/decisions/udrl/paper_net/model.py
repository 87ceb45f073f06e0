import keras
from keras import layers


def network(inputs, targets, initializer, units, return_scale, horizon_scale):
    """Behaviour function: the state's embedding is gated by the command's, then two layers to the action's logits.

    Args:
        units: of each layer.
        return_scale, horizon_scale: what the two commands are multiplied with.

    Source: Srivastava et al. 2019, Section 3 and appendix (gated interaction of command and state).
    """

    def dense(x, width, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    state = keras.Input(inputs["state"].shape, name="state")  # (b, 25)
    command = keras.Input(inputs["command"].shape, name="command")  # (b, 2)
    scaled = layers.Rescaling([return_scale, horizon_scale], name="scaled")(command)
    gate = dense(scaled, units, activation="sigmoid", name="gate")  # (b, units)
    x = dense(state, units, activation="tanh", name="embedding")  # (b, units)
    x = layers.Multiply(name="gated")([x, gate])
    x = dense(x, units, activation="relu", name="hidden_1")
    x = dense(x, units, activation="relu", name="hidden_2")
    return keras.Model({"state": state, "command": command}, dense(x, targets.classes, name="logits"))  # (b, 4)
