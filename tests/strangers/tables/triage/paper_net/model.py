import keras
from keras import layers


def network(inputs, targets, initializer, units, l2, dropout):
    """A common trunk of two residual blocks, and a head for each question."""
    vitals = keras.Input(inputs["vitals"].shape, dtype="float32", name="vitals")  # (b, 12)
    complaint = keras.Input((), dtype="int32", name="complaint")  # (b)
    told = layers.Embedding(inputs["complaint"].classes, 8, name="complaints")(complaint)  # (b, 8)
    x = layers.Concatenate(name="arrival")([vitals, told])  # (b, 20)
    penalty = keras.regularizers.L2(l2)
    x = dense(x, units, initializer, kernel_regularizer=penalty, name="trunk")  # (b, units)
    for i in range(2):
        y = layers.LayerNormalization(name=f"norm_{i}")(x)
        y = dense(y, units, initializer, activation="gelu", kernel_regularizer=penalty, name=f"wide_{i}")
        y = layers.Dropout(dropout, name=f"dropout_{i}")(y)
        x = layers.Add(name=f"block_{i}")(
            [x, dense(y, units, initializer, kernel_regularizer=penalty, name=f"back_{i}")]
        )
    level = dense(x, targets["level"].classes, initializer, name="level_logits")  # (b, 4)
    stay = dense(x, 1, initializer, name="stay_logit")  # (b, 1)
    return keras.Model({"vitals": vitals, "complaint": complaint}, {"level": level, "stay": stay}, name="triage")


def dense(x, units, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
