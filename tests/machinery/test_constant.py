"""What a prediction that knows nothing scores, under any loss."""

import keras
import numpy as np
import pytest
from keras import layers, ops
from paper_net.recipe.keras_side import backend  # noqa: F401
from paper_net.recipe.measure.constant import constant_loss, least_loss

LABELS = np.repeat([0, 1, 2], (50, 25, 25)).astype("int32")
# -(0.5 ln 0.5 + 2 · 0.25 ln 0.25) = 1.5 ln 2
ENTROPY = 1.5 * np.log(2)


def negative_logarithm(y_true, y_pred):
    """Falls below 0 where a share exceeds 1."""
    return -ops.log(ops.sum(ops.one_hot(ops.cast(y_true, "int32"), 3) * y_pred, axis=-1))


def compiled(loss, activation=None, units=3):
    model = keras.Sequential([layers.Input((2,)), layers.Dense(units, activation)])
    model.compile(loss=loss)
    return model


@pytest.mark.parametrize(
    ("loss", "activation"),
    [
        (keras.losses.SparseCategoricalCrossentropy(from_logits=True), None),
        (keras.losses.SparseCategoricalCrossentropy(), "softmax"),
        (negative_logarithm, "softmax"),
    ],
)
def test_is_the_entropy_of_the_labels_for_a_crossentropy(loss, activation):
    inputs = np.ones((1, 2), "float32")
    assert constant_loss(compiled(loss, activation), inputs, LABELS) == pytest.approx(ENTROPY, abs=1e-3)


def test_is_the_variance_of_the_targets_for_a_squared_error():
    targets = np.float32([[0], [0], [6], [6]])  # mean 3, each 3 away
    assert constant_loss(compiled("mse", units=1), np.ones((1, 2), "float32"), targets) == pytest.approx(9, abs=1e-3)


def least_of_each(activation):
    """The least Poisson loss of predictions that know all of these counts."""
    model, inputs, counts = (
        compiled("poisson", activation, 1),
        np.ones((4, 2), "float32"),
        np.float32([[0], [0], [1], [4]]),
    )
    return least_loss(model, inputs, model(inputs), counts, np.arange(4))


def test_falls_without_end_only_where_an_output_reaches():
    # A count of 0 asks for a rate of 0, and no exponential is below; a linear output goes on, to logarithms of less.
    assert least_of_each("exponential") == pytest.approx((1 + 4 - 4 * np.log(4)) / 4, abs=1e-2)
    assert least_of_each(None) is None


def one_minus_cosine(y_true, y_pred):
    """Of two vectors of the length 1; of others it falls without end."""
    return 1 - ops.sum(y_true * y_pred, axis=-1)


@pytest.mark.parametrize("normalized", [True, False])
def test_directions_are_searched_among_directions(normalized):
    parts = [layers.Input((2,)), layers.Dense(2), *[layers.UnitNormalization()] * normalized]
    model = keras.Sequential(parts)
    model.compile(loss=one_minus_cosine)
    angles = np.linspace(0, 3, 8)
    inputs, targets = (np.float32(np.stack([np.cos(a), np.sin(a)], axis=-1)) for a in (2 * angles, angles))
    found = least_loss(model, inputs, model(inputs), targets, np.arange(8))
    assert found == pytest.approx(0, abs=1e-3) if normalized else found is None or found < -1


def of_triples(y_true, y_pred):
    """Compares each sample with each pair of others: of 1,000 it takes 4 GB."""
    return ops.mean((y_pred[:, None, None] - y_pred[None, :, None] - y_pred[None, None] + y_true) ** 2, axis=(1, 2))


def of_one(y_true, y_pred):
    return ops.mean((y_pred - y_true) ** 2, axis=-1)


@pytest.mark.parametrize(("loss", "most"), [(of_triples, 50), (of_one, 300)])
def test_a_loss_of_all_pairs_is_asked_of_fewer_samples(loss, most):
    numbers = []

    def counted(y_true, y_pred):
        numbers.append(len(y_pred))
        return loss(y_true, y_pred)

    targets = np.random.default_rng(0).normal(size=(300, 1)).astype("float32")
    assert constant_loss(compiled(counted, units=1), np.ones((1, 2), "float32"), targets) is not None
    assert max(numbers) == most


def test_is_none_without_targets():
    assert constant_loss(compiled("mse"), np.ones((1, 2), "float32"), None) is None
