"""Features of another task, frozen, and a head. Shapes: b batch."""

import functools
import warnings

import keras
from keras import layers
from sklearn.exceptions import ConvergenceWarning
from sklearn.neural_network import MLPClassifier

from .data import source

UNITS = (48, 32)


def network(inputs, targets, initializer, pretrained=True):
    x = image = keras.Input(inputs.shape, name="image")  # (b, 64)
    features = []
    for i, units in enumerate(UNITS):
        features.append(dense(units, initializer, x, activation="relu", name=f"feature_{i}"))
        x = features[-1](x)  # (b, units)
    if pretrained:
        for layer, weights in zip(features, learnt_before(), strict=True):
            layer.set_weights(weights)
            layer.trainable = False
    logits = dense(targets.classes, initializer, x, name="logits")(x)  # (b, classes)
    return keras.Model(image, logits, name="transfer")


@functools.cache
def learnt_before():
    """Kernel and bias of each hidden layer of a network that tells the ten digits apart."""
    teacher = MLPClassifier(UNITS, activation="relu", alpha=0.1, max_iter=60, random_state=0)
    with warnings.catch_warnings(action="ignore", category=ConvergenceWarning):  # 60 epochs are enough
        teacher.fit(*source())
    return [list(weights) for weights in zip(teacher.coefs_[:-1], teacher.intercepts_[:-1], strict=True)]


def dense(units, initializer, x, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)
