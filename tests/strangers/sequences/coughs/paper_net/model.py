import keras
from keras import layers


def network(inputs, targets, initializer, filters, dropout):
    """Convolutions over time and frequency, the loudest answer of each filter, and one logit."""
    x = clip = keras.Input(inputs.shape, dtype=inputs.dtype, name="clip")  # (b, t, f, 1)
    for i, width in enumerate(filters):
        options = {"kernel_initializer": initializer.kernel(), "use_bias": False, "name": f"conv_{i}"}
        x = layers.Conv2D(width, (3, 5), padding="same", **options)(x)
        x = layers.BatchNormalization(momentum=0.9, name=f"norm_{i}")(x)
        x = layers.MaxPooling2D(2, name=f"half_{i}")(layers.ReLU(name=f"relu_{i}")(x))
    x = layers.GlobalMaxPooling2D(name="loudest")(x)  # (b, width)
    x = layers.Dropout(dropout, name="dropout")(x)
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    x = layers.Dense(1, kernel_initializer=kernel, bias_initializer=bias, name="cough")(x)
    return keras.Model(clip, x, name="coughs")  # (b, 1)
