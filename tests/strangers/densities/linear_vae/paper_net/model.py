import math

import keras
from keras import layers, ops


def reconstruction(x, mean_of_x, weights, variances, log_noise):
    """Mean of -ln N(x; W z + µ, σ²) over z ~ N(m, D), in closed form: no z is drawn."""
    spread = ops.sum(ops.matmul(variances, ops.square(weights)), axis=-1)  # tr(W D Wᵀ)
    squares = ops.sum(ops.square(x - mean_of_x), axis=-1) + spread
    return 0.5 * (squares * ops.exp(-log_noise) + x.shape[-1] * (log_noise + math.log(2 * math.pi)))


def divergence(mean, variances):
    """KL(N(m, D) || N(0, 1))."""
    return 0.5 * ops.sum(variances + ops.square(mean) - ops.log(variances) - 1, axis=-1)


@keras.saving.register_keras_serializable("paper_net")
class LinearVAE(keras.Model):
    """A linear encoder, a linear decoder, one variance for each code and one for the noise, whatever the sample."""

    def __init__(self, encode, decode, **kwargs):
        super().__init__(**kwargs)
        self.encode, self.decode = encode, decode
        self.log_variances = self.add_weight((1, encode.units), initializer="zeros", name="log_variances")
        self.log_noise = self.add_weight((), initializer="zeros", name="log_noise")

    def call(self, x):
        mean = self.encode(x)
        return {"mean": mean, "mean_of_x": self.decode(mean)}

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        """The negative evidence lower bound, exactly."""
        variances = ops.exp(self.log_variances)
        costs = reconstruction(x, y_pred["mean_of_x"], self.decode.kernel, variances, self.log_noise)
        return ops.mean(costs + divergence(y_pred["mean"], variances))

    def get_config(self):
        parts = {"encode": self.encode, "decode": self.decode}
        return {name: keras.saving.serialize_keras_object(part) for name, part in parts.items()}

    @classmethod
    def from_config(cls, config):
        return cls(**{name: keras.saving.deserialize_keras_object(part) for name, part in config.items()})


def network(inputs, targets, initializer, codes):
    """No nonlinearity, on purpose: at its best it is probabilistic PCA, whose likelihood is known."""

    def dense(units, fan_in, name):
        return layers.Dense(
            units, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=fan_in), name=name
        )

    model = LinearVAE(
        dense(codes, inputs.shape[0], "encode"), dense(inputs.shape[0], codes, "decode"), name="linear_vae"
    )
    model(ops.zeros((1, *inputs.shape)))
    return model
