import keras
from keras import layers, ops


def network(inputs, targets, initializer, filters, depth):
    """Dilated convolutions over time that foretell how much of each bin is speech; the answer is what the mask leaves."""
    noisy = keras.Input(inputs.shape, dtype=inputs.dtype, name="noisy")  # (b, t, f)
    x = ops.log(noisy + 0.01)
    for i in range(depth):
        y = convolution(filters, 3, x, initializer, dilation_rate=2**i, name=f"convolution_{i}")  # (b, t, filters)
        y = layers.LayerNormalization(name=f"norm_{i}")(y)
        y = layers.PReLU(shared_axes=[1], name=f"prelu_{i}")(y)
        x = layers.Add(name=f"add_{i}")([x, y]) if i else y
    mask = convolution(targets.shape[-1], 1, x, initializer, activation="sigmoid", name="mask")  # (b, t, f)
    return keras.Model(noisy, mask * noisy, name="ratio_mask")


def convolution(filters, size, x, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=size * x.shape[-1])
    return layers.Conv1D(filters, size, padding="same", kernel_initializer=kernel, bias_initializer=bias, **options)(x)
