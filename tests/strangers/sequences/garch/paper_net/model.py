import keras
from keras import layers, ops


def variances(returns, omega, alpha, beta):
    """The variance of each day, omega + alpha r² + beta sigma² of the day before; the first is the long run's."""
    returns = ops.convert_to_tensor(returns)  # (b, t)
    days = returns.shape[-1]
    first = omega / (1 - alpha - beta)
    day = ops.arange(days, dtype=returns.dtype)
    age = day[None, :] - day[:, None] - 1  # of day s as seen on day t, (s, t); less than 0: not over yet
    weight = ops.where(age >= 0, beta ** ops.maximum(age, 0), 0)
    return first * beta**day + ops.matmul(omega + alpha * returns**2, weight)


class Garch(layers.Layer):
    """GARCH(1,1): three numbers, so transformed that the variance stays positive and has a long-run mean."""

    def __init__(self, unit, initializer, **kwargs):
        super().__init__(**kwargs)
        self.unit, self.initializer = unit, initializer

    def build(self, shape):
        """The logarithm of the long-run variance in units, the persistence and the share of it that is news."""
        self.level = self.add_weight((), initializer=self.initializer, name="level")
        self.persistence = self.add_weight((), initializer=self.initializer, name="persistence")
        self.news = self.add_weight((), initializer=self.initializer, name="news")

    def call(self, returns):
        """Of returns (b, t) the logarithms of the variances (b, t), each from the days before it."""
        persistence, news = ops.sigmoid(self.persistence), ops.sigmoid(self.news)
        omega = self.unit * ops.exp(self.level) * (1 - persistence)
        return ops.log(variances(returns, omega, persistence * news, persistence * (1 - news)))


def network(inputs, targets, initializer, unit):
    """The variance of every day."""
    returns = keras.Input(inputs.shape, dtype=inputs.dtype, name="returns")
    return keras.Model(returns, Garch(unit, initializer.bias(), name="garch")(returns), name="garch")
