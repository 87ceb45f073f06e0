import keras
from keras import layers


def network(inputs, targets, initializer, units, embedding, dropout):
    """The picture and each candidate's attributes in one space; the score is the scaled cosine between them."""

    def dense(width, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    picture = keras.Input(inputs["picture"].shape, dtype="float32", name="picture")  # (b, 40)
    candidates = keras.Input(inputs["candidates"].shape, dtype="float32", name="candidates")  # (b, 5, 16)
    x = dense(units, picture, activation="relu", name="picture_hidden")
    x = layers.Dropout(dropout, name="dropout")(x)
    x = layers.UnitNormalization(name="picture_unit")(dense(embedding, x, name="picture_embedding"))  # (b, e)
    c = layers.UnitNormalization(name="candidate_unit")(dense(embedding, candidates, name="candidate_embedding"))
    score = layers.Dot(axes=(2, 1), name="cosine")([c, x])  # (b, 5)
    score = layers.Rescaling(8.0, name="scores")(score)
    return keras.Model({"picture": picture, "candidates": candidates}, score, name="zero_shot")
