import keras
from keras import layers


def network(inputs, targets, initializer, embedding, crosses, units):
    """DCN-V2: a cross network of explicit products beside a deep one; from both the logit of a click."""

    def dense(units, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    fields = keras.Input(inputs["fields"].shape, dtype="int32", name="fields")
    numbers = keras.Input(inputs["numbers"].shape, name="numbers")
    x = layers.Embedding(inputs["fields"].classes, embedding, name="embedding")(fields)  # (b, 4, embedding)
    x0 = layers.Concatenate(name="x0")([layers.Flatten()(x), numbers])  # (b, 4 * embedding + 3)
    x = x0
    for i in range(crosses):
        x = x0 * dense(x0.shape[-1], x, name=f"cross_{i}") + x  # equation 1
    deep = dense(units, x0, activation="relu", name="deep_0")
    deep = dense(units, deep, activation="relu", name="deep_1")
    both = layers.Concatenate(name="both")([x, deep])
    return keras.Model({"fields": fields, "numbers": numbers}, dense(1, both, name="logit"), name="dcn_v2")  # (b, 1)
