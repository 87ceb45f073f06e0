import keras
from keras import layers


def network(inputs, targets, initializer, units, blocks):
    """PointNet, then residual blocks with conditional batch normalization, for each query by itself."""

    def dense(x, width, name, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, name=name, **options)(x)

    def conditional(x, code, name):
        """Batch normalization whose scale and offset come from the code."""
        x = layers.BatchNormalization(center=False, scale=False, momentum=0.9, name=f"{name}_norm")(x)  # (b, q, u)
        gamma = layers.Reshape((1, units), name=f"{name}_gamma_row")(dense(code, units, f"{name}_gamma"))
        beta = layers.Reshape((1, units), name=f"{name}_beta_row")(dense(code, units, f"{name}_beta"))
        return layers.ReLU(name=f"{name}_relu")(x * (1 + gamma) + beta)

    points = keras.Input(inputs["points"].shape, name="points")  # (b, p, 3)
    queries = keras.Input(inputs["queries"].shape, name="queries")  # (b, q, 3)
    x = dense(points, 2 * units, "point_0", activation="relu")
    x = dense(x, 2 * units, "point_1", activation="relu")  # (b, p, 2u)
    code = dense(layers.GlobalMaxPooling1D(name="pool")(x), units, "code", activation="relu")  # (b, u)

    x = dense(queries, units, "place")  # (b, q, u)
    for i in range(blocks):
        y = dense(conditional(x, code, f"block_{i}_a"), units, f"block_{i}_first")
        y = dense(conditional(y, code, f"block_{i}_b"), units, f"block_{i}_second")
        x = layers.Add(name=f"block_{i}_sum")([x, y])
    logits = dense(conditional(x, code, "last"), 1, "logits")  # (b, q, 1)
    occupied = layers.Reshape(targets.shape, name="occupied")(logits)  # (b, q)
    return keras.Model({"points": points, "queries": queries}, occupied, name="occupancy")
