import keras
from keras import layers


def network(inputs, targets, initializer, filters):
    """A window of EEG to the logits of its stage, (b, classes)."""
    x = window = keras.Input(inputs.shape, name="window")  # (b, t, 1)
    for i, width in enumerate(filters):
        x = block(width, x, initializer, kernel_size=9 if i == 0 else 5)
        x = layers.MaxPooling1D(2)(x)  # (b, t / 2, width)
    x = layers.GlobalAveragePooling1D()(x)  # (b, width)
    x = layers.Dropout(0.2)(x)
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    logits = layers.Dense(targets.classes, kernel_initializer=kernel, bias_initializer=bias, name="logits")(x)
    return keras.Model(window, logits, name="sleep_stages")


def block(width, x, initializer, kernel_size):
    """Convolution, batch normalisation, relu."""
    kernel = initializer.kernel()
    options = {"padding": "same", "use_bias": False, "kernel_initializer": kernel}
    x = layers.Conv1D(width, kernel_size, **options)(x)
    return layers.Activation("relu")(layers.BatchNormalization(momentum=0.9)(x))
