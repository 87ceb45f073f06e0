"""The model of Dixon and Coles 1997."""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, decay):
    """log lambda = m + home + attack(home) - defence(away), log mu = m + attack(away) - defence(home), and rho."""
    home = keras.Input(inputs["home"].shape, dtype=inputs["home"].dtype, name="home")  # (b)
    away = keras.Input(inputs["away"].shape, dtype=inputs["away"].dtype, name="away")
    teams = inputs["home"].classes

    def strengths(name):
        return layers.Embedding(
            teams,
            1,
            embeddings_initializer=initializer.kernel(),
            embeddings_regularizer=keras.regularizers.L2(decay),
            name=name,
        )

    attack, defence = strengths("attack"), strengths("defence")
    home_rate = layers.Subtract(name="home_rate")([attack(home), defence(away)])  # (b, 1)
    away_rate = layers.Subtract(name="away_rate")([attack(away), defence(home)])
    answer = League(name="league")(home_rate, away_rate)  # (b, 3)
    return keras.Model({"home": home, "away": away}, answer, name="dixon_coles")


class League(layers.Layer):
    """What all games have in common: the mean, the home advantage and rho, -0.2 … 0.2."""

    def build(self, *shapes):
        self.mean = self.add_weight(shape=(), initializer="zeros", name="mean")
        self.home = self.add_weight(shape=(), initializer="zeros", name="home")
        self.rho = self.add_weight(shape=(), initializer="zeros", name="rho")

    def call(self, home_rate, away_rate):
        rho = 0.2 * ops.tanh(self.rho) + ops.zeros_like(home_rate)
        return ops.concatenate([self.mean + self.home + home_rate, self.mean + away_rate, rho], axis=-1)
