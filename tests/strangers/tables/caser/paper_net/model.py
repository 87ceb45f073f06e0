import keras
from keras import layers


def network(inputs, targets, initializer, width, horizontal, vertical, dropout):
    """Caser: the embedded past as an image of time by width, seen by filters of both directions.

    Args:
        width: of the embeddings of items and users.
        horizontal: filters of each height.
        vertical: filters over the whole past.
    """
    last = inputs["past"].shape[0]
    user = keras.Input(inputs["user"].shape, dtype="int32", name="user")  # (b)
    past = keras.Input(inputs["past"].shape, dtype="int32", name="past")  # (b, last)
    image = layers.Embedding(inputs["past"].classes, width, name="item")(past)  # (b, last, width)
    image = layers.Reshape((last, width, 1), name="image")(image)  # (b, last, width, 1)

    def convolved(filters, kernel, **options):
        return layers.Conv2D(filters, kernel, kernel_initializer=initializer.kernel(), **options)(image)

    found = []
    for height in range(1, last + 1):
        x = convolved(horizontal, (height, width), activation="relu", name=f"horizontal_{height}")
        x = layers.Reshape((last - height + 1, horizontal))(x)  # (b, last - height + 1, horizontal)
        found.append(layers.GlobalMaxPooling1D()(x))  # (b, horizontal)
    x = convolved(vertical, (last, 1), name="vertical")  # (b, 1, width, vertical)
    found.append(layers.Flatten()(x))  # (b, width * vertical)
    x = layers.Dropout(dropout, name="dropout")(layers.Concatenate(name="found")(found))
    x = layers.Dense(width, activation="relu", kernel_initializer=initializer.kernel(), name="sequence")(
        x
    )  # (b, width)
    of_user = layers.Embedding(inputs["user"].classes, width, name="of_user")(user)  # (b, width)
    x = layers.Concatenate(name="both")([x, of_user])  # (b, 2 * width)
    logits = layers.Dense(targets.classes, kernel_initializer=initializer.kernel(), name="logits")(x)  # (b, items)
    return keras.Model({"user": user, "past": past}, logits, name="caser")
