"""YOURS. Ratings: a strength of each player, and what a surface adds; draws as Davidson (1970) has them.

Shapes: b batch.
"""

import keras
from keras import layers, ops, regularizers


def network(inputs, targets, initializer, weight):
    """From two players (b, 2) and a surface (b) to logits of home, draw, away (b, 3)."""
    model = Ratings(inputs["players"].classes, inputs["surface"].classes, weight)
    model({name: ops.zeros((1, *of.shape), of.dtype) for name, of in inputs.items()})
    return model


class Ratings(keras.Model):
    def __init__(self, players, surfaces, weight, **options):
        super().__init__(**options)
        self.surfaces = surfaces
        penalty = {"embeddings_initializer": "zeros", "embeddings_regularizer": regularizers.L2(weight)}
        self.general = layers.Embedding(players, 1, name="general", **penalty)
        self.special = layers.Embedding(players, surfaces, name="special", **penalty)
        self.home = self.add_weight(shape=(), initializer="zeros", name="home")
        self.draw = self.add_weight(shape=(), initializer="zeros", name="draw")

    def call(self, inputs):
        players = inputs["players"]
        on = ops.one_hot(inputs["surface"], self.surfaces)[:, None]  # (b, 1, surfaces)
        strength = self.general(players)[..., 0] + ops.sum(self.special(players) * on, axis=-1)  # (b, 2)
        home, away = strength[:, 0] + self.home, strength[:, 1]
        return ops.stack([home, (home + away) / 2 + self.draw, away], axis=-1)
