import keras
from keras import layers


def network(inputs, targets, initializer, channels, dilations):
    """Dilated causal convolutions with gates, residuals and skips, up to logits of the next sample's level."""

    def conv(x, filters, name, size=1, dilation=1, activation=None):
        return layers.Conv1D(
            filters,
            size,
            dilation_rate=dilation,
            padding="causal",
            activation=activation,
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=size * x.shape[-1]),
            name=name,
        )(x)

    sounds = keras.Input(inputs.shape, dtype=inputs.dtype, name="sounds")
    x = layers.Embedding(inputs.classes, channels, name="embedding")(sounds)  # (b, t, channels)
    skips = []
    for number, dilation in enumerate(dilations):
        content = conv(x, channels, f"content_{number}", 2, dilation, "tanh")
        gate = conv(x, channels, f"gate_{number}", 2, dilation, "sigmoid")
        gated = layers.Multiply(name=f"gated_{number}")([content, gate])
        skips.append(conv(gated, channels, f"skip_{number}"))
        x = layers.Add(name=f"residual_{number}")([x, conv(gated, channels, f"back_{number}")])
    x = layers.ReLU(name="relu_of_skips")(layers.Add(name="skips")(skips))
    x = conv(x, 2 * channels, "mixed", activation="relu")
    return keras.Model(sounds, conv(x, targets.classes, "levels"), name="wavenet")  # (b, t, levels)
