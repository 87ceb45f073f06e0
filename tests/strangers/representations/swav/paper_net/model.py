import keras
from keras import layers, ops

from .losses import Purity, sinkhorn, swapped


def network(inputs, targets, initializer, width, prototypes, temperature, epsilon):
    """SwAV: an encoder on the sphere and its closeness to prototypes, trained by swapped assignments of two views."""
    image = keras.Input(inputs.shape, name="image")  # (b, 8, 8, 1)
    x = layers.Flatten(name="flatten")(image)  # (b, 64)
    for number in range(2):
        x = layers.Dense(
            256,
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=x.shape[-1]),
            name=f"hidden_{number}",
        )(x)  # (b, 256)
        x = layers.BatchNormalization(name=f"norm_{number}")(x)
        x = layers.Activation("relu", name=f"relu_{number}")(x)
    x = layers.Dense(
        width,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name="projection",
    )(x)
    z = layers.UnitNormalization(name="embedding")(x)  # (b, width)
    scores = layers.Dense(
        prototypes,
        use_bias=False,
        kernel_initializer=initializer.kernel(),
        kernel_constraint=keras.constraints.UnitNorm(axis=0),
        name="prototypes",
    )(z)  # (b, prototypes)
    return SwAV(image, scores, temperature=temperature, epsilon=epsilon, classes=targets.classes, name="swav")


class SwAV(keras.Model):
    """Two views of each image; each predicts the assignment of the other."""

    def __init__(self, *args, temperature=0.1, epsilon=0.05, classes=10, **kwargs):
        super().__init__(*args, **kwargs)
        self.temperature, self.epsilon = temperature, epsilon
        self.view = keras.Sequential(
            [
                layers.RandomTranslation(0.12, 0.12, fill_mode="constant", seed=1),
                layers.RandomRotation(0.04, fill_mode="constant", seed=2),
                layers.GaussianNoise(0.1, seed=3),
            ]
        )
        self.purity = Purity(self.output_shape[-1], classes, name="purity")

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        self.purity.update_state(y, y_pred)
        first, second = (self(self.view(x, training=training), training=training) for _ in range(2))
        codes = [ops.stop_gradient(sinkhorn(scores, self.epsilon)) for scores in (first, second)]
        return swapped(first, codes[1], self.temperature) + swapped(second, codes[0], self.temperature)
