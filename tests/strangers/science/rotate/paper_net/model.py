"""YOURS. What learns. Shapes: b batch, c candidates, d complex dimensions."""

import math

import keras
from keras import layers, ops


def network(inputs, targets, initializer, dimension, margin, epsilon):
    """Scores of candidate tails. The range of the embeddings is the paper's, whatever the initializer. Sun et al. 2019."""
    reach = (margin + epsilon) / dimension
    uniform = keras.initializers.RandomUniform
    head = keras.Input(inputs["head"].shape, dtype="int32", name="head")
    relation = keras.Input(inputs["relation"].shape, dtype="int32", name="relation")
    tails = keras.Input(inputs["tails"].shape, dtype="int32", name="tails")
    entities = layers.Embedding(
        inputs["head"].classes, 2 * dimension, embeddings_initializer=uniform(-reach, reach, seed=1), name="entities"
    )
    phases = layers.Embedding(
        inputs["relation"].classes, dimension, embeddings_initializer=uniform(-reach, reach, seed=2), name="phases"
    )
    score = Rotation(margin, math.pi / reach, name="rotation")(entities(head), phases(relation), entities(tails))
    return keras.Model({"head": head, "relation": relation, "tails": tails}, score, name="rotate")  # (b, c)


class Rotation(layers.Layer):
    """margin - Σ |h ∘ r - t|, r of modulus one."""

    def __init__(self, margin, scale, **options):
        super().__init__(**options)
        self.margin, self.scale = margin, scale

    def call(self, head, phase, tails):
        h_re, h_im = ops.split(head, 2, axis=-1)  # (b, d)
        t_re, t_im = ops.split(tails, 2, axis=-1)  # (b, c, d)
        r_re, r_im = ops.cos(self.scale * phase), ops.sin(self.scale * phase)
        re = (h_re * r_re - h_im * r_im)[:, None] - t_re
        im = (h_re * r_im + h_im * r_re)[:, None] - t_im
        distance = ops.sqrt(re**2 + im**2 + 1e-9)  # (b, c, d)
        return self.margin - ops.sum(distance, axis=-1)
