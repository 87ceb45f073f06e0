import keras
from keras import layers, regularizers


def network(inputs, targets, initializer, rank, penalty, mean):
    """A rating: the mean, a bias of the user, one of the book, and the product of their vectors."""
    user = keras.Input(inputs["user"].shape, dtype="int32", name="user")  # (b)
    book = keras.Input(inputs["book"].shape, dtype="int32", name="book")  # (b)

    def table(key, width, name):
        return layers.Embedding(
            inputs[key].classes,
            width,
            embeddings_initializer="zeros" if width == 1 else keras.initializers.RandomNormal(stddev=0.1),
            embeddings_regularizer=regularizers.L2(penalty),
            name=name,
        )

    product = layers.Dot(axes=-1, name="product")(
        [table("user", rank, "taste")(user), table("book", rank, "kind")(book)]
    )  # (b, 1)
    biases = layers.add([table("user", 1, "mildness")(user), table("book", 1, "quality")(book)])  # (b, 1)
    rating = layers.Rescaling(1.0, offset=mean, name="rating")(layers.add([product, biases]))  # (b, 1)
    return keras.Model({"user": user, "book": book}, rating, name="factors")
