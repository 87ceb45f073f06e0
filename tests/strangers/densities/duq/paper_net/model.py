import keras
import tensorflow as tf
from keras import layers, ops


def network(inputs, targets, initializer, units, embedding, length, gamma, penalty):
    """Deterministic uncertainty quantification: a kernel value of each class, (b, classes), of features from (b, 4)."""
    x = start = keras.Input(inputs.shape, dtype=inputs.dtype, name="features")
    for i in range(3):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        x = layers.Dense(units, "relu", kernel_initializer=kernel, bias_initializer=bias, name=f"hidden_{i}")(x)
    centroids = Centroids(targets.classes, embedding, length, gamma, name="centroids")
    model = DUQ(start, centroids(x), name="duq")
    model.penalty, model.body = penalty, keras.Model(start, x, name="body")
    return model


class Centroids(layers.Layer):
    """K_c = exp(-|W_c f - e_c|² / (2 n sigma²)), where the centroid e_c = m_c / N_c is a moving average.

    Source: van Amersfoort et al. 2020, Uncertainty estimation using a single deep deterministic neural network.
    """

    def __init__(self, classes, size, length, gamma, **options):
        super().__init__(**options)
        self.classes, self.size, self.length, self.gamma = classes, size, length, gamma

    def build(self, shape):
        self.w = self.add_weight(shape=(shape[-1], self.classes, self.size), initializer="he_normal", name="w")
        start = keras.initializers.RandomNormal(stddev=0.05)
        self.m = self.add_weight(shape=(self.classes, self.size), initializer=start, trainable=False, name="m")
        self.n = self.add_weight(shape=(self.classes,), initializer="ones", trainable=False, name="n")

    def embed(self, features):
        return ops.einsum("bf,fcd->bcd", features, self.w)  # (b, classes, size)

    def call(self, features):
        centroid = self.m / ops.expand_dims(self.n, -1)
        distance = ops.mean((self.embed(features) - centroid) ** 2, axis=-1)  # (b, classes)
        return ops.exp(-distance / (2 * self.length**2))

    def update(self, features, y):
        """Equations 4 to 6: how many of each class, the sum of their embeddings, each averaged over the batches."""
        one_hot = ops.one_hot(y, self.classes)
        count, total = ops.sum(one_hot, axis=0), ops.einsum("bcd,bc->cd", self.embed(features), one_hot)
        self.n.assign(self.gamma * self.n + (1 - self.gamma) * count)
        self.m.assign(self.gamma * self.m + (1 - self.gamma) * total)


class DUQ(keras.Model):
    """Trains with the two-sided gradient penalty (|d sum K / dx|² - 1)², then moves the centroids."""

    def train_step(self, data):
        x, y, _ = keras.utils.unpack_x_y_sample_weight(data)
        with tf.GradientTape() as tape:
            with tf.GradientTape() as inner:
                inner.watch(x)
                y_pred = self(x, training=True)
                total = ops.sum(y_pred)
            slope = ops.sum(inner.gradient(total, x) ** 2, axis=-1)  # (b)
            loss = self.compute_loss(x, y, y_pred) + self.penalty * ops.mean((slope - 1) ** 2)
        self.optimizer.apply(tape.gradient(loss, self.trainable_weights), self.trainable_weights)
        self.get_layer("centroids").update(self.body(x, training=False), y)
        self._loss_tracker.update_state(loss)
        return self.compute_metrics(x, y, y_pred, None)
