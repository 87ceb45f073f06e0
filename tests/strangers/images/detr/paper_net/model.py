import keras
from keras import layers, ops


def network(inputs, targets, initializer, width, heads, queries):
    """DETR in small: convolutions, an encoder layer, a decoder of object queries, and heads for class and box."""

    def dense(x, units, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    def attend(x, memory, where, name):
        attention = layers.MultiHeadAttention(heads, width // heads, kernel_initializer=initializer.kernel(), name=name)
        keys = memory + where
        return layers.LayerNormalization(name=f"{name}_norm")(x + attention(x, memory, keys))

    def feed(x, name):
        y = dense(dense(x, 2 * width, activation="relu", name=f"{name}_up"), width, name=f"{name}_down")
        return layers.LayerNormalization(name=f"{name}_norm")(x + y)

    x = image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")  # (b, 24, 24, 1)
    for i, strides in enumerate((2, 1, 2)):
        x = layers.Conv2D(
            width,
            3,
            strides=strides,
            padding="same",
            activation="relu",
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=9 * x.shape[-1]),
            name=f"conv_{i}",
        )(x)  # (b, 6, 6, width)
    tokens = layers.Reshape((36, width), name="tokens")(x)  # (b, 36, width)
    where = Learnt(36, width, name="where")(tokens)  # (b, 36, width)
    memory = feed(attend(tokens + where, tokens, where, "encode"), "encoded")
    asked = Learnt(queries, width, name="queries")(tokens)  # (b, queries, width)
    asked = feed(attend(asked, memory, where, "decode"), "decoded")
    zeros = ops.zeros_like(asked)
    asked = feed(attend(asked, asked, zeros, "among"), "agreed")
    asked = feed(attend(asked, memory, where, "decode_again"), "decoded_again")  # (b, queries, width)
    kinds = dense(asked, 3, name="kinds")  # logits: solid, hollow, nothing
    hidden = dense(asked, width, activation="relu", name="box_hidden")
    box = dense(hidden, 4, activation="sigmoid", name="box")
    return keras.Model(image, layers.Concatenate(name="answers")([kinds, box]), name="detr")  # (b, queries, 7)


class Learnt(layers.Layer):
    """Vectors that are learnt, the same for each sample."""

    def __init__(self, count, width, **options):
        super().__init__(**options)
        self.count, self.width = count, width

    def build(self, shape):
        self.table = self.add_weight(shape=(self.count, self.width), initializer="random_normal", name="table")

    def call(self, x):
        return ops.tile(ops.expand_dims(self.table, 0), (ops.shape(x)[0], 1, 1))
