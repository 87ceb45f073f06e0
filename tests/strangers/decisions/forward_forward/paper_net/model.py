import keras
from keras import layers, ops

from .losses import contrasted, goodness


def lengthless(activity):
    """Activities divided by their root mean square, so that the next layer can't read the goodness of this one."""
    return activity / (ops.sqrt(ops.mean(ops.square(activity), axis=-1, keepdims=True)) + 1e-6)


def labelled(images, labels, classes, strength):
    """A label before an image, as one of `classes` bright pixels; (b, classes + pixels)."""
    return ops.concatenate([strength * ops.one_hot(labels, classes), images], axis=-1)


class ForwardForward(keras.Model):
    """Each layer learns by itself to be lively at images with the right label, and quiet at those with a wrong one."""

    def __init__(self, inputs, outputs, stack, classes, strength, threshold):
        super().__init__(inputs, outputs, name="forward_forward")
        self.stack, self.classes, self.strength, self.threshold = stack, classes, strength, threshold
        self.noise = keras.random.SeedGenerator()

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        away = keras.random.randint(ops.shape(y), 1, self.classes, seed=self.noise)
        wrong = (y + away) % self.classes
        real, made_up = (labelled(x, label, self.classes, self.strength) for label in (y, wrong))
        loss = 0.0
        for layer in self.stack:
            real, made_up = layer(lengthless(real)), layer(lengthless(made_up))
            loss += ops.mean(contrasted(goodness(real), goodness(made_up), self.threshold))
            real, made_up = ops.stop_gradient(real), ops.stop_gradient(made_up)
        return loss


def network(inputs, targets, initializer, units, strength, threshold):
    """Answers for each label the goodness of all layers but the first, with that label before the image."""
    classes = targets.classes
    stack, fan_in = [], classes + inputs.shape[0]
    for i, width in enumerate(units):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=fan_in)
        stack.append(layers.Dense(width, "relu", kernel_initializer=kernel, bias_initializer=bias, name=f"layer_{i}"))
        fan_in = width
    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")
    scores = []
    for label in range(classes):
        x = labelled(image, ops.cast(0 * image[:, 0], "int32") + label, classes, strength)
        found = []
        for layer in stack:
            x = layer(lengthless(x))
            found.append(goodness(x))
        scores.append(sum(found[1:]))
    scores = ops.stack(scores, axis=1)  # (b, classes)
    return ForwardForward(image, scores, stack, classes, strength, threshold)
