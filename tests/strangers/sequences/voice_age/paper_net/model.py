"""YOURS. What learns: separable convolutions along time.

Shapes: b batch, t frames, f bands.
"""

from keras import Input, Model, initializers, layers


def network(inputs, targets, initializer, filters, mean):
    """From a clip (b, t, f) to years (b, 1)."""
    clip = Input(inputs.shape, dtype=inputs.dtype, name="clip")
    x = layers.LayerNormalization(axis=(1, 2), center=False, scale=False, name="loudness")(clip)
    for i in range(2):
        x = layers.SeparableConv1D(
            filters, 5, padding="same", depthwise_initializer=initializer.kernel(),
            pointwise_initializer=initializer.kernel(), name=f"convolution_{i}",
        )(x)  # fmt: skip
        x = layers.GroupNormalization(4, name=f"norm_{i}")(x)
        x = layers.Activation("silu", name=f"silu_{i}")(x)  # (b, t, filters)
    x = layers.Concatenate(name="over_time")(
        [layers.GlobalAveragePooling1D(name="average")(x), layers.GlobalMaxPooling1D(name="largest")(x)]
    )
    x = layers.Dense(filters, activation="silu", kernel_initializer=initializer.kernel(), name="hidden")(x)
    start = initializers.Constant(mean)
    years = layers.Dense(1, kernel_initializer=initializer.kernel(), bias_initializer=start, name="years")(x)
    return Model(clip, years, name="age")
