"""YOURS. What learns: two convolutions, with a step of their own. Shapes: b batch, c channels."""

import keras
from keras import layers

from . import steps


class Listener(steps.Trained):
    """Trains as the paper's algorithm 1 says."""

    def loss_of(self, data, training):
        waves, forms = data
        logits = self(waves, training=True)
        loss = self.compute_loss(y=forms, y_pred=logits)  # with the penalties
        return loss, logits

    def tracked(self, data, loss, logits):
        for metric in self.metrics:
            if metric.name == "loss":
                metric.update_state(loss)
            else:
                metric.update_state(data[1], logits)
        return {metric.name: metric.result() for metric in self.metrics}


def listener(inputs, targets, initializer, filters, units, dropout, penalty):
    wave = keras.Input(inputs.shape, dtype=inputs.dtype, name="wave")  # (b, 48, 1)
    x = convolution(wave, filters, initializer, penalty, "conv1")  # (b, 24, c)
    x = convolution(x, filters, initializer, penalty, "conv2")  # (b, 12, c)
    x = layers.Flatten(name="flatten")(x)  # (b, 12 * c)
    x = layers.Dense(units, kernel_initializer=initializer.kernel(), name="dense")(x)
    x = layers.ReLU(name="relu")(x)
    x = layers.Dropout(dropout, name="dropout")(x)
    logits = layers.Dense(targets.classes, name="logits")(x)  # (b, 5)
    return Listener(wave, logits, name="listener")


def convolution(x, filters, initializer, penalty, name):
    x = layers.Conv1D(
        filters,
        5,
        strides=2,
        padding="same",
        use_bias=False,
        kernel_initializer=initializer.kernel(),
        kernel_regularizer=keras.regularizers.L2(penalty),
        name=name,
    )(x)
    x = layers.BatchNormalization(momentum=0.9, name=f"{name}_norm")(x)
    return layers.ReLU(name=f"{name}_relu")(x)


def linear(inputs, targets, initializer):
    """The dumb baseline: logistic regression."""
    wave = keras.Input(inputs.shape, dtype=inputs.dtype, name="wave")
    x = layers.Flatten(name="flatten")(wave)
    return keras.Model(wave, layers.Dense(targets.classes, name="logits")(x), name="linear")
