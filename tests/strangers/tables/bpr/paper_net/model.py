"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    - an item bias: yes

Shapes: b batch.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, factors, penalty):
    """BPR-MF: a triple → by how much the user's score of the liked item is above that of the other.

    Source: Rendle et al. 2009, Sections 4.1 and 4.3.1.
    """
    ids = {name: keras.Input(inputs[name].shape, dtype="int32", name=name) for name in ("user", "liked", "other")}
    user = layers.Embedding(
        inputs["user"].classes, factors, embeddings_initializer=initializer.kernel(), name="user_factors"
    )
    item = layers.Embedding(
        inputs["liked"].classes, factors, embeddings_initializer=initializer.kernel(), name="item_factors"
    )
    bias = layers.Embedding(inputs["liked"].classes, 1, embeddings_initializer="zeros", name="item_bias")
    u, i, j = user(ids["user"]), item(ids["liked"]), item(ids["other"])  # (b, factors)
    of_i, of_j = bias(ids["liked"]), bias(ids["other"])  # (b, 1)
    margin = Margin(name="margin")(u, i, j, of_i, of_j)  # (b)
    size = Size(name="size")(u, i, j)  # (b)
    return BPR(ids, {"margin": margin, "size": size}, penalty=penalty, name="bpr")


class Margin(layers.Layer):
    """<u, i> + b_i - <u, j> - b_j."""

    def call(self, u, i, j, of_i, of_j):
        return ops.sum(u * (i - j), axis=-1) + (of_i - of_j)[:, 0]


class Size(layers.Layer):
    """Squared norm of the factors."""

    def call(self, *factors):
        return sum(ops.sum(f**2, axis=-1) for f in factors)


class BPR(keras.Model):
    """Maximizes ln sigmoid of the margin, and records how often it is positive (AUC)."""

    def __init__(self, *arguments, penalty, **options):
        super().__init__(*arguments, **options)
        self.penalty = penalty
        self.auc = keras.metrics.Mean(name="auc")

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        loss = ops.mean(-ops.log_sigmoid(y_pred["margin"]))
        return loss + self.penalty * ops.mean(y_pred["size"]) if training else loss

    def compute_metrics(self, x, y, y_pred, sample_weight=None):
        self.auc.update_state(ops.cast(y_pred["margin"] > 0, "float32"))
        return super().compute_metrics(x, y, y_pred, sample_weight)
