"""A trunk for both tasks, residual, and a head for each. Shapes: b batch."""

import keras
from keras import layers


def network(inputs, targets, initializer, units, embedding):
    def dense(width, x, name, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, name=name, **options)(x)

    room = keras.Input(inputs["room"].shape, name="room")
    hour = keras.Input(inputs["hour"].shape, dtype="int32", name="hour")
    time = layers.Embedding(inputs["hour"].classes, embedding, name="time")(hour)  # (b, embedding)
    x = dense(units, layers.Concatenate(name="all")([room, time]), "stem")
    for i in range(2):
        y = layers.LayerNormalization(name=f"norm_{i}")(x)
        y = dense(units, dense(2 * units, y, f"wide_{i}", activation="gelu"), f"narrow_{i}")
        x = layers.Add(name=f"add_{i}")([x, y])  # (b, units)
    x = layers.LayerNormalization(name="norm")(x)
    outputs = {
        "heating": dense(1, x, "heating"),
        "comfort": dense(targets["comfort"].classes, x, "comfort"),
    }
    return keras.Model({"room": room, "hour": hour}, outputs, name="comfort_model")
