import keras
from keras import layers, ops


@keras.saving.register_keras_serializable("paper_net")
class Ground(layers.Layer):
    """What is the same of all matches: the worth of the own ground, and how often there is a draw."""

    def build(self, shape):
        self.worth = self.add_weight(shape=(), initializer="zeros", name="worth")
        self.draw = self.add_weight(shape=(), initializer="zeros", name="draw")

    def call(self, lead):
        return three_ways(lead + self.worth, self.draw)


def three_ways(lead, draw):
    """Logits of home, draw, away; e^draw weighs a draw against the geometric mean of the other two."""
    return ops.concatenate([lead / 2, ops.zeros_like(lead) + draw, -lead / 2], axis=-1)


def network(inputs, targets, initializer):
    """One strength a team, the same at home and away; nothing but their difference is read."""
    home = keras.Input(inputs["home"].shape, dtype=inputs["home"].dtype, name="home")
    away = keras.Input(inputs["away"].shape, dtype=inputs["away"].dtype, name="away")
    strength = layers.Embedding(inputs["home"].classes, 1, embeddings_initializer=initializer.kernel(), name="strength")
    lead = layers.Flatten(name="lead")(strength(home) - strength(away))  # (b, 1)
    return keras.Model({"home": home, "away": away}, Ground(name="ground")(lead), name="football")  # (b, 3)
