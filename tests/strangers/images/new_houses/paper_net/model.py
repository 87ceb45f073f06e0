import keras
from keras import layers, ops

from .losses import dice_loss


def network(inputs, targets, initializer, units, dice):
    """Both images through the same encoder; |difference| and both feature maps decide."""
    images = {name: keras.Input(inputs[name].shape, name=name) for name in ("before", "after")}  # (b, h, w, 3)
    shared = encoder(inputs["before"].shape, units, initializer)
    before, after = shared(images["before"]), shared(images["after"])  # (b, h / 2, w / 2, 2u)
    x = layers.Concatenate(name="both")([ops.abs(before - after), before, after])  # (b, h / 2, w / 2, 6u)
    x = convolution(x, 2 * units, 3, initializer, "decode")
    x = layers.UpSampling2D(interpolation="bilinear", name="up")(x)  # (b, h, w, 2u)
    x = layers.Concatenate(name="fine")([x, ops.abs(images["before"] - images["after"])])  # (b, h, w, 2u + 3)
    x = convolution(x, units, 3, initializer, "refine")
    x = convolution(x, 1, 1, initializer, "changed", activation=None)  # (b, h, w, 1), logits
    return ChangeDetector(images, x, dice=dice, name="change_detector")


def encoder(shape, units, initializer):
    image = keras.Input(shape, name="image")
    x = convolution(image, units, 3, initializer, "fine_features")
    x = layers.AveragePooling2D(2, name="half")(x)
    x = convolution(x, 2 * units, 3, initializer, "features")
    return keras.Model(image, layers.BatchNormalization(momentum=0.9, name="norm")(x), name="encoder")


def convolution(x, units, size, initializer, name, activation="relu"):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=size * size * x.shape[-1])
    return layers.Conv2D(
        units, size, padding="same", activation=activation, kernel_initializer=kernel, bias_initializer=bias, name=name
    )(x)


class ChangeDetector(keras.Model):
    """Minimises cross-entropy + dice times the Dice loss."""

    def __init__(self, *arguments, dice, **options):
        super().__init__(*arguments, **options)
        self.dice = dice

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        entropy = ops.mean(ops.binary_crossentropy(y, y_pred, from_logits=True))
        return entropy + self.dice * ops.mean(dice_loss(y, y_pred))
