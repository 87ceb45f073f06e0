import keras
from keras import layers


def network(inputs, targets, initializer, units, actions):
    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")
    x = layers.Dense(
        units,
        "relu",
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=inputs.shape[0]),
    )(image)  # (b, units)
    x = layers.Dense(actions, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=units))(
        x
    )
    return keras.Model(image, x, name="policy")  # (b, actions)
