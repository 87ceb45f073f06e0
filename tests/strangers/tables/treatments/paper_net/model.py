import keras
from keras import layers


def network(inputs, targets, initializer, rank, l2, mean):
    """Matrix factorization with offsets: mean + a_u + b_i + p_u . q_i."""
    user = keras.Input((), dtype="int32", name="user")
    item = keras.Input((), dtype="int32", name="item")

    def table(of, width, name):
        kernel = keras.initializers.RandomNormal(stddev=0.1)
        penalty = keras.regularizers.L2(l2)
        return layers.Embedding(of.classes, width, kernel, embeddings_regularizer=penalty, name=name)

    p, q = table(inputs["user"], rank, "p")(user), table(inputs["item"], rank, "q")(item)  # (b, rank)
    a, b = table(inputs["user"], 1, "a")(user), table(inputs["item"], 1, "b")(item)  # (b, 1)
    offset = layers.Dense(
        1, kernel_initializer="zeros", bias_initializer=keras.initializers.Constant(mean), name="mean"
    )
    product = layers.Dot(axes=-1, name="product")([p, q])  # (b, 1)
    rating = layers.Add(name="rating")([product, a, offset(b)])  # (b, 1)
    return keras.Model({"user": user, "item": item}, layers.Add(name="sum")([rating, b]), name="mf_ips")
