"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    - how the prototypes start: normal

Shapes: b batch.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, prototypes, a_x, a_y, a_z):
    """Zemel et al. 2013: features → memberships in prototypes → chance of a yes, (b, 1)."""
    features = keras.Input(inputs["features"].shape, name="features")
    protected = keras.Input(inputs["protected"].shape, name="protected")  # the loss reads it, no prediction does
    memberships = Memberships(prototypes, name="memberships")
    decide = Mixture(name="decide")
    answer = decide(memberships(features))
    model = FairNetwork({"features": features, "protected": protected}, answer, name="lfr")
    return model.weighted(memberships, a_x, a_y, a_z)


class Memberships(layers.Layer):
    """M_k = softmax over k of -d(x, v_k), d a squared distance with a learnt weight for each feature (equation 2)."""

    def __init__(self, prototypes, **options):
        super().__init__(**options)
        self.prototypes = prototypes

    def build(self, shape):
        self.v = self.add_weight(
            shape=(self.prototypes, shape[-1]),
            initializer=keras.initializers.RandomNormal(stddev=1.0, seed=2),
            name="v",
        )
        self.alpha = self.add_weight(
            shape=(shape[-1],), initializer=keras.initializers.Constant(0.5), constraint="non_neg", name="alpha"
        )

    def call(self, x):
        distance = ops.sum(self.alpha * (x[:, None] - self.v) ** 2, axis=-1)  # (b, K)
        return ops.softmax(-distance, axis=-1)


class Mixture(layers.Layer):
    """The sum over k of M_k sigmoid(w_k): each prototype's decision, in 0 … 1."""

    def build(self, shape):
        start = keras.initializers.RandomNormal(stddev=1.0, seed=3)
        self.w = self.add_weight(shape=(shape[-1], 1), initializer=start, name="w")

    def call(self, m):
        return ops.matmul(m, ops.sigmoid(self.w))


class FairNetwork(keras.Model):
    """L = A_z L_z + A_x L_x + A_y L_y: parity of the memberships, reconstruction, decision (equations 4 to 10)."""

    def weighted(self, memberships, a_x, a_y, a_z):
        self.memberships, self.a_x, self.a_y, self.a_z = memberships, a_x, a_y, a_z
        self.gap = keras.metrics.Mean(name="gap")  # of the mean decision between the groups
        return self

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        m = self.memberships(x["features"])  # (b, K)
        s = x["protected"]
        of_group = s / ops.maximum(ops.sum(s), 1.0)  # (b, 1): weights of a mean
        of_others = (1 - s) / ops.maximum(ops.sum(1 - s), 1.0)
        parity = ops.sum(ops.abs(ops.sum((of_group - of_others) * m, axis=0)))
        rebuilt = ops.matmul(m, self.memberships.v)
        reconstruction = ops.mean(ops.sum((x["features"] - rebuilt) ** 2, axis=-1))
        decision = ops.mean(ops.binary_crossentropy(ops.cast(y, y_pred.dtype), y_pred))
        self.gap.update_state(ops.abs(ops.sum((of_group - of_others) * y_pred)))
        return self.a_z * parity + self.a_x * reconstruction + self.a_y * decision
