"""Prototypes that unlabelled samples refine (Ren et al. 2018), without distractors.

Shapes: b batch of episodes, w ways, s shots, u unlabelled, q queries, d of a sample, e of an embedding.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, shots, units, embedding, steps):
    given = {name: keras.Input(of.shape, dtype=of.dtype, name=name) for name, of in inputs.items()}
    sizes = [inputs["query"].shape[-1], units, units, embedding]
    encoder = []
    for i, (fan_in, width) in enumerate(zip(sizes[:-1], sizes[1:], strict=True)):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=fan_in)
        activation = "relu" if i < 2 else None
        encoder.append(
            layers.Dense(width, activation, kernel_initializer=kernel, bias_initializer=bias, name=f"encoder_{i}")
        )
    support, unlabelled, query = (encoded(given[name], encoder) for name in ["support", "unlabelled", "query"])
    logits = Prototypes(targets.classes, shots, steps, name="prototypes")(support, unlabelled, query)
    return keras.Model(given, logits, name="refined_prototypes")  # (b, q, w)


def encoded(x, encoder):
    for layer in encoder:
        x = layer(x)
    return x  # (b, n, e)


def distances(points, centres):
    """Squared distance of each point (b, n, e) to each centre (b, w, e): (b, n, w)."""
    return ops.sum((points[:, :, None] - centres[:, None]) ** 2, axis=-1)


class Prototypes(layers.Layer):
    def __init__(self, ways, shots, steps, **options):
        super().__init__(**options)
        self.ways, self.shots, self.steps = ways, shots, steps

    def call(self, support, unlabelled, query):
        support = ops.reshape(support, (-1, self.ways, self.shots, support.shape[-1]))  # (b, w, s, e)
        sums = ops.sum(support, axis=2)
        centres = sums / self.shots  # (b, w, e)
        for _ in range(self.steps):
            shares = ops.softmax(-distances(unlabelled, centres), axis=-1)  # (b, u, w)
            moved = sums + ops.einsum("buw,bue->bwe", shares, unlabelled)
            centres = moved / (self.shots + ops.sum(shares, axis=1)[..., None])
        return -distances(query, centres)
