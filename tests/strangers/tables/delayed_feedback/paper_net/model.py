import keras
from keras import layers


def network(inputs, targets, initializer, l2):
    """Two generalised linear models of one click: the logit of a sale, the log rate of its delay (Section 3)."""
    click = keras.Input(inputs.shape, dtype=inputs.dtype, name="click")  # (b, 5)
    heads = [
        layers.Dense(
            1,
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=click.shape[-1]),
            kernel_regularizer=keras.regularizers.L2(l2),
            name=name,
        )(click)
        for name in ["logit", "log_rate"]
    ]
    return keras.Model(click, layers.Concatenate(name="both")(heads), name="delayed_feedback")  # (b, 2)
