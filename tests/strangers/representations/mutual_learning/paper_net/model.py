import keras
from keras import layers


def network(inputs, targets, initializer, peers, filters, dropout):
    image = keras.Input(inputs.shape, name="image")
    answers = [peer(image, targets.classes, initializer, filters, dropout, f"peer_{i}") for i in range(peers)]
    stacked = layers.Concatenate(axis=1, name="cohort")([layers.Reshape((1, targets.classes))(a) for a in answers])
    return keras.Model(image, stacked, name="mutual_learning")  # (b, peers, c)


def peer(image, classes, initializer, filters, dropout, name):
    def start(fan_in):
        return {"kernel_initializer": initializer.kernel(), "bias_initializer": initializer.bias(fan_in=fan_in)}

    x = layers.Conv2D(filters, 3, padding="same", name=f"{name}_conv", **start(9))(image)  # (b, 8, 8, filters)
    x = layers.LeakyReLU(0.1)(layers.GroupNormalization(4)(x))
    x = layers.Flatten()(layers.AveragePooling2D(2)(x))  # (b, 16 filters)
    x = layers.Dropout(dropout)(x)
    x = layers.Dense(32, activation="relu", **start(16 * filters))(x)
    return layers.Dense(classes, name=f"{name}_logits", **start(32))(x)
