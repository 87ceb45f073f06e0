import keras
from keras import layers, ops


def network(inputs, targets, initializer, iterations, threshold):
    """Learned ISTA: z ← h(W y + S z), some iterations, with W and S shared by all of them.

    Source: Gregor & LeCun 2010, Learning Fast Approximations of Sparse Coding, algorithm 3.
    """
    atoms = targets.shape[-1]
    y = keras.Input(inputs.shape, dtype=inputs.dtype, name="signal")  # (b, m)
    analysis = layers.Dense(atoms, use_bias=False, kernel_initializer=initializer.kernel(), name="analysis")
    inhibition = layers.Dense(atoms, use_bias=False, kernel_initializer=initializer.kernel(), name="inhibition")
    b = analysis(y)  # (b, n)
    z = Shrink(threshold, name="shrink_0")(b)
    for i in range(iterations):
        c = layers.Add(name=f"sum_{i + 1}")([b, inhibition(z)])
        z = Shrink(threshold, name=f"shrink_{i + 1}")(c)  # (b, n)
    return keras.Model(y, z, name="lista")


class Shrink(layers.Layer):
    """h(v) = sign(v) max(|v| - theta, 0), with a threshold for each atom, which is learnt."""

    def __init__(self, threshold, **options):
        super().__init__(**options)
        self.threshold = threshold

    def build(self, shape):
        start = keras.initializers.Constant(self.threshold)
        self.theta = self.add_weight(shape=(shape[-1],), initializer=start, name="theta")

    def call(self, v):
        return ops.sign(v) * ops.relu(ops.abs(v) - self.theta)
