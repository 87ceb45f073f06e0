import keras
from keras import layers


def network(inputs, targets, initializer, units, embedding, dropout):
    """Weekday, weather and prices → the logits of the dishes' shares, (b, 4)."""
    weekday = keras.Input(inputs["weekday"].shape, dtype="int32", name="weekday")
    weather = keras.Input(inputs["weather"].shape, dtype="float32", name="weather")
    offer = keras.Input(inputs["offer"].shape, dtype="float32", name="offer")
    day = layers.Embedding(inputs["weekday"].classes, embedding, name="day")(weekday)  # (b, embedding)
    x = layers.Concatenate(name="all")([day, weather, offer])
    x = dense(x, units, initializer, name="hidden")  # (b, units)
    x = layers.LayerNormalization(name="norm")(x)
    x = layers.Dropout(dropout, name="dropout")(layers.Activation("gelu", name="bend")(x))
    logits = dense(x, targets.shape[0], initializer, name="logits")  # (b, 4)
    return keras.Model({"weekday": weekday, "weather": weather, "offer": offer}, logits, name="canteen")


def dense(x, width, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
