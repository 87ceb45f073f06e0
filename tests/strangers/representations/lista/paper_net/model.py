import keras
from keras import layers, ops


def network(inputs, targets, initializer, steps):
    """LISTA: so many steps of ISTA with a learnt filter, mutual inhibition and thresholds, the same in each step."""
    signal = keras.Input(inputs.shape, name="signal")  # (b, pixels)
    atoms = targets.shape[0]
    drive = layers.Dense(atoms, use_bias=False, kernel_initializer=initializer.kernel(), name="filter")(signal)
    inhibit = layers.Dense(atoms, use_bias=False, kernel_initializer=initializer.kernel(), name="inhibition")
    shrinkage = Shrink(name="shrinkage")
    z = shrinkage(drive)  # (b, atoms)
    for _ in range(steps):
        z = shrinkage(layers.add([drive, inhibit(z)]))  # (b, atoms)
    return keras.Model(signal, z, name="lista")


class Shrink(layers.Layer):
    """Shrinkage by a learnt threshold for each unit."""

    def build(self, shape):
        start = keras.initializers.Constant(0.05)
        self.threshold = self.add_weight(shape=(shape[-1],), initializer=start, name="threshold")

    def call(self, v):
        return shrink(v, self.threshold)


def shrink(v, threshold):
    """h(v) = sign(v) max(|v| - threshold, 0)."""
    return ops.sign(v) * ops.relu(ops.abs(v) - threshold)
