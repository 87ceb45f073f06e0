import keras
from keras import layers


def network(inputs, targets, initializer):
    """ĉ = W x + b."""
    features = keras.Input(inputs.shape, name="features")  # (b, p)
    costs = layers.Dense(
        targets.shape[0],
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=inputs.shape[0]),
        name="costs",
    )(features)  # (b, edges)
    return keras.Model(features, costs, name="spo_paths")
