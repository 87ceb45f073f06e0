import keras
from keras import layers, ops


def network(inputs, targets, initializer, width, features, queue, momentum, temperature):
    """MoCo: an encoder of queries, its slow copy that encodes keys, a queue of keys, and a linear probe."""
    query = encoder(inputs, initializer, width, features, "query")
    key = encoder(inputs, initializer, width, features, "key")
    key.set_weights(query.get_weights())
    probe = layers.Dense(
        targets.classes,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=width),
        name="probe",
    )
    return MoCo(query, key, probe, features, queue, momentum, temperature, inputs)


def encoder(inputs, initializer, width, features, name):
    """Convolutions, pooled: what the probe reads (b, width); and a projection of length one (b, features)."""

    def options(fan_in):
        return {"kernel_initializer": initializer.kernel(), "bias_initializer": initializer.bias(fan_in=fan_in)}

    x = image = keras.Input(inputs.shape, dtype=inputs.dtype)
    x = layers.Conv2D(width, 3, activation="relu", **options(9))(x)  # (b, 6, 6, width)
    x = layers.Conv2D(width, 3, activation="relu", **options(9 * width))(x)  # (b, 4, 4, width)
    x = layers.Flatten()(layers.MaxPooling2D(2)(x))  # (b, 4 width)
    pooled = layers.Dense(width, activation="relu", **options(4 * width))(x)
    projected = layers.Dense(features, **options(width))(pooled)
    return keras.Model(image, [pooled, layers.UnitNormalization()(projected)], name=name)


def similarities(query, key, queue, temperature):
    """Logits (b, 1 + queue): of the own key, then of the queue's; equation 1."""
    positive = ops.sum(query * key, axis=-1, keepdims=True)  # (b, 1)
    negative = ops.matmul(query, ops.transpose(queue))  # (b, queue)
    return ops.concatenate([positive, negative], axis=-1) / temperature


class MoCo(keras.Model):
    """He et al. 2020, arXiv 1911.05722, Algorithm 1. Called, it gives the probe's logits."""

    def __init__(self, query, key, probe, features, queue, momentum, temperature, inputs):
        super().__init__(name="moco")
        self.query, self.key, self.probe = query, key, probe
        self.momentum, self.temperature = momentum, temperature
        self.key.trainable = False
        self.shift = keras.Sequential(
            [
                layers.RandomTranslation(0.13, 0.13, fill_mode="constant", seed=1),
                layers.RandomZoom(0.15, fill_mode="constant", seed=2),
                layers.GaussianNoise(0.1, seed=3),
            ]
        )
        start = keras.random.normal((queue, features), seed=0)
        self.queue = self.add_weight(shape=(queue, features), trainable=False, name="queue")
        self.queue.assign(start / ops.norm(start, axis=-1, keepdims=True))
        self.contrast = keras.metrics.Mean(name="contrast")
        self(ops.zeros((1, *inputs.shape)))

    def build(self, shape):
        self.probe.build(self.query.output_shape[0])

    def call(self, image, training=False):
        pooled, _ = self.query(image, training=training)
        return self.probe(ops.stop_gradient(pooled))

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        _, query = self.query(self.shift(x, training=True))
        _, key = self.key(self.shift(x, training=True))
        key = ops.stop_gradient(key)  # (b, features)
        logits = similarities(query, key, self.queue, self.temperature)
        contrast = -ops.mean(ops.log_softmax(logits, axis=-1)[:, 0])  # the own key stands first
        self.contrast.update_state(contrast)
        if training:
            kept = self.queue.shape[0] - ops.shape(key)[0]
            self.queue.assign(ops.concatenate([key, self.queue[:kept]], axis=0))  # the oldest leave
            for slow, fast in zip(self.key.weights, self.query.weights, strict=True):
                slow.assign(self.momentum * slow + (1 - self.momentum) * fast)
        probe = keras.losses.sparse_categorical_crossentropy(y, y_pred, from_logits=True)
        return contrast + ops.mean(probe)
