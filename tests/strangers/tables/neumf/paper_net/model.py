import keras
from keras import layers


def network(inputs, targets, initializer, factors, units, decay):
    """NeuMF: two pairs of embeddings, one multiplied, one read by a perceptron; both together give the probability."""

    def dense(units, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    def embedding(of, who, part):
        options = {"embeddings_regularizer": keras.regularizers.L2(decay), "name": f"{part}_{who}"}
        return layers.Embedding(inputs[who].classes, factors, **options)(of)  # (b, factors)

    user = keras.Input((), dtype="int32", name="user")
    item = keras.Input((), dtype="int32", name="item")
    gmf = layers.Multiply(name="gmf")([embedding(user, "user", "gmf"), embedding(item, "item", "gmf")])
    x = layers.Concatenate(name="pair")([embedding(user, "user", "mlp"), embedding(item, "item", "mlp")])
    for i, width in enumerate(units):
        x = dense(width, x, activation="relu", name=f"mlp_{i}")  # (b, width)
    both = layers.Concatenate(name="both")([gmf, x])
    probability = dense(1, both, activation="sigmoid", name="probability")
    return keras.Model({"user": user, "item": item}, probability, name="neumf")  # (b, 1)
