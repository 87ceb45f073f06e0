import math

import keras
import numpy as np
from keras import layers, ops


def virtual_matrix(weights, places, signs):
    """Equation 7: V_ij = ξ(i, j) w_h(i, j)."""
    return signs * ops.take(weights, places, axis=0)


class HashedDense(layers.Layer):
    """A dense layer with `1 / compression` as many weights as its matrix has entries."""

    def __init__(self, units, compression, hash_seed, bias_initializer, **kwargs):
        super().__init__(**kwargs)
        self.units, self.compression, self.hash_seed = units, compression, hash_seed
        self.bias_initializer = bias_initializer

    def build(self, shape):
        size, width = shape[-1] * self.units // self.compression, shape[-1]
        random = np.random.default_rng(self.hash_seed)  # the hash belongs to the network: the same for each seed
        self.places = random.integers(0, size, (width, self.units)).astype("int32")
        self.signs = random.choice([-1.0, 1.0], (width, self.units)).astype("float32")
        deviation = math.sqrt(2 / width)  # He's, of the virtual matrix; a vector of weights has no fan
        self.weight = self.add_weight(
            name="weight", shape=(size,), initializer=keras.initializers.RandomNormal(stddev=deviation)
        )
        self.bias = self.add_weight(name="bias", shape=(self.units,), initializer=self.bias_initializer)

    def call(self, x):
        return x @ virtual_matrix(self.weight, self.places, self.signs) + self.bias


def network(inputs, targets, initializer, units, compression, hash_seed):
    """Two hashed layers with a relu between them."""
    image = keras.Input(inputs.shape, name="image")  # (b, 64)
    x = HashedDense(units, compression, hash_seed, initializer.bias(fan_in=64), name="hidden")(image)  # (b, 200)
    x = layers.ReLU(name="relu")(x)
    bias = initializer.bias(fan_in=units)
    logits = HashedDense(targets.classes, compression, hash_seed + 1, bias, name="logits")(x)  # (b, 10)
    return keras.Model(image, logits, name="hashed")
