"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    - how q is estimated: a moving average of shares, as there are few items; the paper hashes

Shapes: b batch.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, units, embedding, temperature, momentum):
    """Two towers, of a user and of an item; the logit of an item is the product of what they give."""

    def dense(x, width, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    user = keras.Input(inputs.shape, dtype=inputs.dtype, name="user")
    item = keras.Input((), dtype="int32", name="item")
    x = dense(dense(user, units, activation="relu", name="user_hidden"), embedding, name="user_out")
    users = keras.Model(user, layers.UnitNormalization(name="user_unit")(x), name="users")  # (b, e)
    x = layers.Embedding(targets.classes, embedding, name="ids")(item)
    x = dense(dense(x, units, activation="relu", name="item_hidden"), embedding, name="item_out")
    items = keras.Model(item, layers.UnitNormalization(name="item_unit")(x), name="items")  # (b, e)
    return TwoTower(users, items, targets.classes, temperature, momentum, name="two_tower")


class TwoTower(keras.Model):
    """Learns from the items of a batch, each one a negative of the others' users; answers over all items.

    An item that many click is a negative too often, so log q is taken from its logit, where q is the probability that
    it is drawn, estimated by a moving average of its share of a batch.

    Source: Yi et al. 2019, Sampling-Bias-Corrected Neural Modeling, equations 3 to 5.
    """

    def __init__(self, users, items, classes, temperature, momentum, **options):
        super().__init__(**options)
        self.users, self.items = users, items
        self.classes, self.temperature, self.momentum = classes, temperature, momentum

    def build(self, shape):
        start = keras.initializers.Constant(1 / self.classes)
        self.q = self.add_weight(shape=(self.classes,), initializer=start, trainable=False, name="q")
        self.built = True

    def call(self, user):
        every = self.items(ops.arange(self.classes))  # (c, e)
        return ops.matmul(self.users(user), ops.transpose(every)) / self.temperature  # (b, c)

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        y = ops.cast(y, "int32")
        if not training:
            return ops.mean(keras.losses.sparse_categorical_crossentropy(y, y_pred, from_logits=True))
        share = ops.mean(ops.one_hot(y, self.classes, dtype="float32"), axis=0)  # (c)
        self.q.assign(self.momentum * self.q + (1 - self.momentum) * share)
        logits = ops.take(y_pred, y, axis=1)  # (b, b): of each user, the items of the batch
        logits = logits - ops.log(ops.take(self.q, y) + 1e-6)[None, :]
        own = ops.arange(ops.shape(y)[0])
        return ops.mean(keras.losses.sparse_categorical_crossentropy(own, logits, from_logits=True))
