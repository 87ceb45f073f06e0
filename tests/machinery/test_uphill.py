"""Weights whose gradient points uphill are told from those that descend."""

import keras
import numpy as np
import pytest
from keras import layers, ops
from paper_net.recipe.keras_side import backend  # noqa: F401
from paper_net.recipe.measure import loss_answers, uphill


@keras.saving.register_keras_serializable()
class Turned(layers.Layer):
    """The identity, with its gradient turned round."""

    def call(self, x):
        return 2 * ops.stop_gradient(x) - x


@keras.saving.register_keras_serializable()
class Rounded(layers.Layer):
    """Rounds, and lets the gradient pass as though it had not."""

    def call(self, x):
        return x + ops.stop_gradient(ops.round(x) - x)


@pytest.mark.parametrize(("layer", "found"), [(Turned, ["first/kernel"]), (Rounded, []), (layers.Identity, [])])
@pytest.mark.parametrize("seed", range(5))
def test_only_what_lies_before_a_turned_gradient_points_uphill(layer, found, seed):
    keras.utils.set_random_seed(seed)
    model = keras.Sequential([keras.Input((6,)), layers.Dense(4, name="first"), layer(), layers.Dense(1, name="last")])
    model.compile(loss=keras.losses.MeanSquaredError(), optimizer="sgd")
    x, y = np.random.default_rng(0).normal(size=(10, 6)).astype("float32"), np.ones((10, 1), "float32")

    paths = uphill.uphill(model, (x, y), lambda model: loss_answers.loss_of(model, x, y, model(x)))
    assert [path.partition("/")[2] for path in paths] == found
