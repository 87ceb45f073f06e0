"""YOURS. What learns, block by block. Shapes: b batch, t frames, h w of a frame, f filters."""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, filters, units):
    """Each frame beside its successor → convolutions → mean over the places → GRU → logits."""

    def options(fan_in):
        return {"kernel_initializer": initializer.kernel(), "bias_initializer": initializer.bias(fan_in=fan_in)}

    def each_frame(layer, x):
        return layers.TimeDistributed(layer, name=f"each_{layer.name}")(x)

    video = keras.Input(inputs.shape, name="video")  # (b, t, h, w, 1)
    x = Pairs(name="pairs")(video)  # (b, t - 1, h, w, 2)
    x = each_frame(layers.Conv2D(filters, 3, padding="same", activation="relu", name="conv_1", **options(18)), x)
    fan_in = 9 * filters
    x = each_frame(layers.Conv2D(2 * filters, 3, 2, activation="relu", name="conv_2", **options(fan_in)), x)
    x = each_frame(layers.GlobalAveragePooling2D(name="mean"), x)  # (b, t - 1, 2 f)
    x = layers.LayerNormalization(name="norm")(x)
    x = layers.GRU(units, kernel_initializer=initializer.kernel(), name="over_time")(x)  # (b, units)
    logits = layers.Dense(targets.classes, name="logits", **options(units))(x)
    return keras.Model(video, logits, name="drift")


class Pairs(layers.Layer):
    """Each frame and the next one as two channels."""

    def call(self, video):
        return ops.concatenate([video[:, :-1], video[:, 1:]], axis=-1)
