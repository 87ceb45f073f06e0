import keras
from keras import constraints, layers


def network(inputs, targets, initializer, filters, depth, dropout):
    """EEGNet-F1,D: a bank of filters in time, spatial filters for each of them, then a separable convolution.

    Source: Lawhern et al. 2018, Table 2.
    """
    electrodes, units = inputs.shape[0], filters * depth
    signal = keras.Input(inputs.shape, dtype=inputs.dtype, name="signal")  # (b, c, t, 1)
    options = {"padding": "same", "use_bias": False}
    x = layers.Conv2D(filters, (1, 32), kernel_initializer=initializer.kernel(), name="temporal", **options)(signal)
    x = layers.BatchNormalization(momentum=0.9, name="temporal_norm")(x)  # (b, c, t, F1)
    x = layers.DepthwiseConv2D(
        (electrodes, 1),
        depth_multiplier=depth,
        use_bias=False,
        depthwise_initializer=initializer.kernel(),
        depthwise_constraint=constraints.MaxNorm(1.0, axis=(0, 1)),
        name="spatial",
    )(x)  # (b, 1, t, D F1)
    x = layers.BatchNormalization(momentum=0.9, name="spatial_norm")(x)
    x = layers.Activation("elu", name="spatial_elu")(x)
    x = layers.AveragePooling2D((1, 4), name="spatial_pool")(x)  # (b, 1, t / 4, D F1)
    x = layers.Dropout(dropout, name="spatial_drop")(x)
    kernels = {"depthwise_initializer": initializer.kernel(), "pointwise_initializer": initializer.kernel()}
    x = layers.SeparableConv2D(units, (1, 16), name="separable", **kernels, **options)(x)
    x = layers.BatchNormalization(momentum=0.9, name="separable_norm")(x)
    x = layers.Activation("elu", name="separable_elu")(x)
    x = layers.AveragePooling2D((1, 8), name="separable_pool")(x)  # (b, 1, t / 32, D F1)
    x = layers.Dropout(dropout, name="separable_drop")(x)
    x = layers.Flatten(name="flatten")(x)
    logits = layers.Dense(
        targets.classes,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        kernel_constraint=constraints.MaxNorm(0.25),
        name="logits",
    )(x)
    return keras.Model(signal, logits, name="eegnet")
