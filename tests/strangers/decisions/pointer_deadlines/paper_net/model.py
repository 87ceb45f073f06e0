import keras
from keras import layers, ops


def pointed(scores, present):
    """Logits over the places; what is not there cannot be pointed at."""
    return ops.where(present[:, None, :] > 0, scores, -1e9)  # (b, steps, places)


def network(inputs, targets, initializer, units):
    def lstm(name, width, **kwargs):
        return layers.LSTM(
            units,
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=width),
            name=name,
            unroll=True,  # a few short steps: faster than a loop
            **kwargs,
        )

    def dense(n, name, bias=True):
        drawn = {"kernel_initializer": initializer.kernel(), "bias_initializer": initializer.bias(fan_in=units)}
        return layers.Dense(n, use_bias=bias, name=name, **drawn)

    given = {name: keras.Input(spec.shape, dtype=spec.dtype, name=name) for name, spec in inputs.items()}
    present = given["present"]  # (b, places)
    read, *state = lstm("encoder", 1, return_sequences=True, return_state=True)(
        given["times"][..., None], mask=present > 0
    )  # (b, places, units)
    before = given["before"][..., None]  # (b, steps, 1)
    asked = lstm("decoder", 1, return_sequences=True)(before, initial_state=state)  # (b, steps, units)
    # u_ij = v · tanh(W1 e_j + W2 d_i), Vinyals et al. 2015, equation 3; e_j also has the task's own deadline
    read = ops.concatenate([read, given["times"][..., None]], axis=-1)  # (b, places, units + 1)
    pairs = dense(units, "w1")(read)[:, None] + dense(units, "w2", bias=False)(asked)[:, :, None]
    # (b, steps, places, units)
    scores = dense(1, "v", bias=False)(ops.tanh(pairs))[..., 0]  # (b, steps, places)
    return keras.Model(given, pointed(scores, present), name="pointer_net")
