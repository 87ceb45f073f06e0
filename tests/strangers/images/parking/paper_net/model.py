import keras
from keras import layers


def network(inputs, targets, initializer, filters, dropout):
    """Separable convolutions down to one cell a place, two rows of four, and one logit of each cell."""
    x = view = keras.Input(inputs.shape, dtype=inputs.dtype, name="view")  # (b, 20, 32, 3)
    for i, strides in enumerate((1, 2, 2)):
        x = layers.SeparableConv2D(
            filters * 2**i,
            3,
            padding="same",
            depthwise_initializer=initializer.kernel(),
            pointwise_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=x.shape[-1]),
            name=f"conv_{i}",
        )(x)
        x = layers.LayerNormalization(name=f"norm_{i}")(x)
        x = layers.Activation("gelu", name=f"gelu_{i}")(x)
        x = layers.MaxPooling2D(strides, name=f"pool_{i}")(x) if strides > 1 else x  # (b, 5, 8, 4 filters) at last
    x = layers.Conv2D(
        4 * filters,
        (3, 2),
        strides=(2, 2),
        activation="relu",
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=24 * filters),
        name="places",
    )(x)  # (b, 2, 4, 4 filters)
    x = layers.SpatialDropout2D(dropout, name="dropped")(x)
    x = layers.Dense(
        1,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=4 * filters),
        name="logits",
    )(x)  # (b, 2, 4, 1)
    return keras.Model(view, layers.Reshape(targets.shape, name="taken")(x), name="parking")  # (b, 8)
