import keras
from keras import layers, ops


def chance_open(mu, sigma):
    """The probability that a gate mu + sigma * normal noise is above 0."""
    return 0.5 * (1 + ops.erf(mu / (sigma * 2**0.5)))


def opened(mu, noise):
    """A gate in 0 … 1."""
    return ops.clip(mu + noise, 0.0, 1.0)


@keras.saving.register_keras_serializable("paper_net")
class Gates(layers.Layer):
    """One gate a column, noisy while it trains; the number of open ones is penalised."""

    def __init__(self, sigma, penalty, **options):
        super().__init__(**options)
        self.sigma, self.penalty = sigma, penalty
        self.seed = keras.random.SeedGenerator()

    def build(self, shape):
        # half open, as in the paper, whatever the initializer of the kernels
        self.mu = self.add_weight(shape=(shape[-1],), initializer=keras.initializers.Constant(0.5), name="mu")

    def call(self, x, training=False):
        self.add_loss(self.penalty * ops.sum(chance_open(self.mu, self.sigma)))
        if training:  # each sample has gates of its own
            return x * opened(self.mu, self.sigma * keras.random.normal(ops.shape(x), seed=self.seed))
        return x * opened(self.mu, 0.0)

    def get_config(self):
        return {**super().get_config(), "sigma": self.sigma, "penalty": self.penalty}


def network(inputs, targets, initializer, sigma, penalty, units):
    """Gates in front of two hidden layers."""
    row = keras.Input(inputs.shape, dtype=inputs.dtype, name="row")
    x = layers.Rescaling(12**0.5, offset=-(3**0.5), name="standard")(row)  # a uniform column: mean 0, deviation 1
    x = Gates(sigma, penalty, name="gates")(x)  # (b, columns)
    for number in (1, 2):
        x = layers.Dense(
            units,
            activation="relu",
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=x.shape[-1]),
            name=f"hidden_{number}",
        )(x)
    answer = layers.Dense(
        1,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=units),
        name="answer",
    )(x)  # (b, 1)
    return keras.Model(row, answer, name="stochastic_gates")
