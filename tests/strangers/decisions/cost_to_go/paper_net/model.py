import keras
from keras import layers


def network(inputs, targets, initializer, filters, rounds):
    """Convolutions that carry the goal's news over the map, one cell a round; the map is read again in each."""

    def conv(width, size, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=size * size * x.shape[-1])
        options = {"padding": "same", "kernel_initializer": kernel, "bias_initializer": bias, **options}
        return layers.Conv2D(width, size, **options)(x)

    area = keras.Input(inputs.shape, name="area")  # (b, h, w, 2)
    x = conv(filters, 3, area, activation="relu", name="read")  # (b, h, w, filters)
    for i in range(rounds):
        y = layers.Concatenate(name=f"again_{i}")([x, area])  # (b, h, w, filters + 2)
        y = conv(filters, 3, y, dilation_rate=1 + i % 3, activation="relu", name=f"carry_{i}")
        x = layers.BatchNormalization(name=f"norm_{i}")(layers.Add(name=f"add_{i}")([x, y]))
    steps = conv(1, 1, x, activation="softplus", name="steps")  # (b, h, w, 1)
    return keras.Model(area, steps, name="cost_to_go")
