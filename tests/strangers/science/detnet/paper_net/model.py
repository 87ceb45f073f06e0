import keras
from keras import layers, ops


def network(inputs, targets, initializer, depth, hidden, memory):
    """Unfolded detection: each layer reads Hᵀy, HᵀH x and what the last one left; all estimates are the answer."""
    receivers, senders = inputs["channel"].shape
    signal = keras.Input((receivers,), name="signal")
    channel = keras.Input((receivers, senders), name="channel")
    matched = layers.Lambda(lambda hy: matched_filter(*hy), name="matched")([channel, signal])  # (b, s)
    gram = layers.Lambda(gram_matrix, name="gram")(channel)  # (b, s, s)
    x = layers.Lambda(ops.zeros_like, name="start")(matched)  # (b, s)
    v = dense(memory, initializer, x, None, "memory")  # (b, memory)
    estimates = []
    for k in range(depth):
        projected = layers.Dot(axes=(2, 1), name=f"projected_{k}")([gram, x])  # (b, s)
        z = layers.Concatenate(name=f"read_{k}")([matched, projected, x, v])
        z = dense(hidden, initializer, z, "relu", f"hidden_{k}")  # (b, hidden)
        x = dense(senders, initializer, z, "tanh", f"estimate_{k}")  # (b, s)
        if k < depth - 1:
            v = layers.Add(name=f"memory_{k}")([v, dense(memory, initializer, z, None, f"remember_{k}")])
        estimates.append(x)
    answer = layers.Lambda(lambda xs: ops.stack(xs, axis=1), name="estimates")(estimates)  # (b, depth, s)
    return keras.Model({"signal": signal, "channel": channel}, answer, name="detnet")


def matched_filter(channel, signal):
    """Hᵀy."""
    return ops.matmul(ops.transpose(channel, (0, 2, 1)), signal[..., None])[..., 0]


def gram_matrix(channel):
    """HᵀH."""
    return ops.matmul(ops.transpose(channel, (0, 2, 1)), channel)


def dense(units, initializer, x, activation, name):
    """A dense layer of x, with weights of its own."""
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, activation, kernel_initializer=kernel, bias_initializer=bias, name=name)(x)
