"""BYOL (Grill et al. 2020): what an average of itself says of one view, the network predicts from another view.

What the paper leaves open, and what is guessed:
    - views of an event: what two sensors heard of it

Shapes: b batch, t time, p of the projection.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, width, features, projection, tau):
    def options(fan_in):
        return {"kernel_initializer": initializer.kernel(), "bias_initializer": initializer.bias(fan_in=fan_in)}

    def encoder(name):
        wave = keras.Input((inputs.shape[0], 1))  # of one sensor: (b, t, 1)
        x = layers.Conv1D(width, 9, strides=2, activation="relu", **options(9))(wave)
        x = layers.Conv1D(2 * width, 7, strides=2, activation="relu", **options(7 * width))(x)
        x = layers.GlobalMaxPooling1D()(x)
        x = layers.Dense(features, **options(2 * width))(x)
        return keras.Model(wave, x, name=name)  # (b, features)

    def mlp(name, fan_in):
        return keras.Sequential(
            [
                keras.Input((fan_in,)),
                layers.Dense(4 * projection, use_bias=False, kernel_initializer=initializer.kernel()),
                layers.BatchNormalization(momentum=0.9),
                layers.ReLU(),
                layers.Dense(projection, **options(4 * projection)),
            ],
            name=name,
        )

    online, target = encoder("representation"), encoder("target")
    wave = keras.Input(inputs.shape, dtype=inputs.dtype, name="wave")  # (b, t, 2)
    known = layers.Lambda(lambda x: ops.stop_gradient(x), name="known")(online(wave[..., :1]))
    known = layers.BatchNormalization(momentum=0.9, name="norm")(known)
    logits = layers.Dense(targets.classes, name="probe", **options(features))(known)
    nets = {
        "online": [online, mlp("projector", features)],
        "target": [target, mlp("target_projector", features)],
        "predictor": mlp("predictor", projection),
    }
    return BYOL(wave, logits, nets, tau)


class BYOL(keras.Model):
    def __init__(self, wave, logits, nets, tau):
        super().__init__(inputs=wave, outputs=logits, name="byol")
        self.online, self.target, self.predictor, self.tau = nets["online"], nets["target"], nets["predictor"], tau
        self.draws = keras.random.SeedGenerator()
        for of_target, of_online in zip(self.target, self.online, strict=True):
            of_target.trainable = False
            of_target.set_weights(of_online.get_weights())

    def views(self, x):
        """What either sensor has heard, each louder or softer and with noise: (2 b, t, 1)."""
        both = ops.concatenate([x[..., :1], x[..., 1:]], axis=0)
        loud = keras.random.uniform((ops.shape(both)[0], 1, 1), 0.7, 1.3, seed=self.draws)
        return loud * both + keras.random.normal(ops.shape(both), stddev=0.05, seed=self.draws)

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        probe = ops.mean(keras.losses.sparse_categorical_crossentropy(y, y_pred, from_logits=True))
        views = self.views(x)
        said = self.predictor(through(self.online, views, training), training=training)
        one, other = ops.split(ops.stop_gradient(through(self.target, views, training)), 2, axis=0)
        return probe + 2 * ops.mean(apart(said, ops.concatenate([other, one], axis=0)))

    def train_step(self, data):
        figures = super().train_step(data)
        for of_target, of_online in zip(self.target, self.online, strict=True):
            for slow, fast in zip(of_target.weights, of_online.weights, strict=True):
                slow.assign(self.tau * slow + (1 - self.tau) * fast)
        return figures


def through(nets, x, training):
    for net in nets:
        x = net(x, training=training)
    return x


def apart(said, aim):
    """Squared distance of two directions, equation 2: (b)."""
    return 2 - 2 * ops.sum(ops.normalize(said, axis=-1) * ops.normalize(aim, axis=-1), axis=-1)
