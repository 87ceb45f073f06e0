"""FixMatch (Sohn et al. 2020): the label that a weakly augmented image gets, if certain, is taught to a strong one.

What the paper leaves open, and what is guessed:
    - augmentations of 8 x 8 digits: noise is weak; noise, lost pixels and another contrast are strong

Shapes: b batch, c classes.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, width, threshold, unlabelled):
    def options(x):
        return {"kernel_initializer": initializer.kernel(), "bias_initializer": initializer.bias(fan_in=x.shape[-1])}

    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")  # (b, 8, 8, 1)
    x = layers.Conv2D(width, 3, padding="same", activation="relu", name="conv_1", **options(image))(image)
    x = layers.MaxPooling2D(name="pool")(x)  # (b, 4, 4, width)
    x = layers.Conv2D(2 * width, 3, activation="relu", name="conv_2", **options(x))(x)  # (b, 2, 2, 2 width)
    x = layers.Flatten(name="flatten")(x)
    logits = layers.Dense(targets.classes, name="logits", **options(x))(x)  # (b, c)
    return FixMatch(image, logits, threshold=threshold, unlabelled=unlabelled)


class FixMatch(keras.Model):
    def __init__(self, image, logits, threshold, unlabelled):
        super().__init__(inputs=image, outputs=logits, name="fixmatch")
        self.threshold, self.unlabelled = threshold, unlabelled
        self.draws = keras.random.SeedGenerator()

    def weak(self, x):
        return x + keras.random.normal(ops.shape(x), stddev=0.05, seed=self.draws)

    def strong(self, x):
        there = keras.random.uniform(ops.shape(x), seed=self.draws) > 0.3
        contrast = keras.random.uniform((ops.shape(x)[0], 1, 1, 1), 0.5, 1.2, seed=self.draws)
        return ops.where(there, contrast * x, 0.0) + keras.random.normal(ops.shape(x), stddev=0.15, seed=self.draws)

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        known = ops.cast(y >= 0, "float32")  # (b)
        logits = self(self.weak(x), training=True) if training else y_pred  # (b, c)
        supervised = cross_entropy(ops.maximum(y, 0), logits)
        loss = ops.sum(known * supervised) / ops.maximum(ops.sum(known), 1)
        if not training:
            return loss
        guess = ops.stop_gradient(ops.softmax(logits))  # (b, c)
        certain = ops.cast(ops.max(guess, axis=-1) >= self.threshold, "float32")
        taught = cross_entropy(ops.argmax(guess, axis=-1), self(self.strong(x), training=True))
        return loss + self.unlabelled * ops.mean(certain * taught)


def cross_entropy(labels, logits):
    return keras.losses.sparse_categorical_crossentropy(labels, logits, from_logits=True)
