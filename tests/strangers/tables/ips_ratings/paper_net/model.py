import keras
from keras import layers


def network(inputs, targets, initializer, rank, penalty):
    """Matrix factorization with biases: user . item + b_user + b_item + b."""
    user = keras.Input(inputs["user"].shape, dtype="int32", name="user")
    item = keras.Input(inputs["item"].shape, dtype="int32", name="item")

    def table(x, name, width):
        options = {
            "embeddings_initializer": keras.initializers.RandomNormal(stddev=0.1),
            "embeddings_regularizer": keras.regularizers.L2(penalty),
        }
        return layers.Embedding(inputs[x.name].classes, width, name=name, **options)(x)

    product = layers.Dot(axes=-1, name="product")(
        [table(user, "user_factors", rank), table(item, "item_factors", rank)]
    )  # (b, 1)
    total = layers.Add(name="total")([product, table(user, "user_bias", 1), table(item, "item_bias", 1)])  # (b, 1)
    return keras.Model({"user": user, "item": item}, Offset(name="offset")(total), name="factorization")  # (b, 1)


class Offset(layers.Layer):
    """Adds one learnt number, which begins at the middle of the scale."""

    def build(self, shape):
        self.offset = self.add_weight(shape=(), initializer=keras.initializers.Constant(3.0), name="offset")

    def call(self, x):
        return x + self.offset
