"""Every loss in conf/loss answers the same questions, about its case in loss_cases.py."""

import keras
import numpy as np
import pytest
from conftest import compose, options
from hydra.utils import instantiate
from loss_cases import CASES

from {{ cookiecutter.package_name }}.recipe.keras_side import backend
from {{ cookiecutter.package_name }}.recipe.measure import density


def losses():
    """The options of conf/loss; of one with a loss for each output, `option.output`. No model's own."""
    for option in options("loss"):
        function = compose(f"loss={option}").loss.function or {}
        if "_target_" in function:
            yield option
        else:
            yield from (f"{option}.{output}" for output in function)


def configured(name):
    """The part of the configuration that holds a loss's `function`, and what is said of it."""
    option, _, output = name.partition(".")
    node = compose(f"loss={option}").loss
    return {"function": node.function[output]} if output else node


@pytest.fixture(params=losses())
def name(request):
    return request.param


@pytest.fixture
def case(name):
    if name not in CASES:
        pytest.skip(f"loss={name} has no case in loss_cases.py yet: nothing holds it against its arithmetic")
    return CASES[name]


@pytest.fixture
def loss(name):
    """The configured loss, unreduced: f(y_true, y_pred) → one value a sample."""
    function = instantiate(configured(name)["function"])
    unreduced = function.call if isinstance(function, keras.losses.Loss) else function
    return lambda y_true, y_pred: unreduced(keras.ops.convert_to_tensor(y_true), keras.ops.convert_to_tensor(y_pred))


def value(loss, y_true, y_pred):
    return keras.ops.convert_to_numpy(loss(y_true, np.float32(y_pred)))


def test_matches_the_hand_computed_values(loss, case):
    np.testing.assert_allclose(value(loss, case.y_true, case.y_pred), case.expected, rtol=1e-5)


def test_a_perfect_prediction_reaches_the_floor(loss, case, name):
    floor = configured(name).get("floor")
    if floor is None:
        pytest.skip(f"loss={name} has no floor")
    np.testing.assert_allclose(value(loss, case.y_true, case.perfect), floor, atol=1e-6)


def test_a_density_integrates_to_one(loss, case, name):
    y_true, y_pred = np.array(case.y_true), np.float32(case.y_pred)
    if not configured(name).get("density") or y_true[0].size not in density.POINTS:
        pytest.skip(f"conf/loss does not say `density: true` of {name}, or a target has more values than can be tried")
    found = density.integrals(loss, y_true, y_pred, counts=y_true.dtype.kind == "i")
    assert len(found), "no grid tells the integral: give the case predictions about as wide as its targets"
    np.testing.assert_allclose(found, 1, rtol=density.AGREE)


def test_a_wrong_prediction_scores_more_than_a_perfect_one(loss, case):
    wrong = case.wrong or np.roll(case.perfect, 1, axis=0)
    if case.wrong is None and np.ptp(case.y_true, axis=0).max() == 0:
        pytest.skip("the targets are all the same: give the case predictions that are `wrong`")
    assert np.all(value(loss, case.y_true, wrong) > value(loss, case.y_true, case.perfect))


def test_is_unreduced_with_one_value_a_sample(loss, case):
    assert value(loss, case.y_true, case.y_pred).shape == np.shape(case.expected)
    assert len(case.expected) == len(case.y_true)


def test_the_mean_does_not_depend_on_the_size_of_the_batch(name, case):
    if not case.alone:
        pytest.skip("a sample's loss depends on the others of its batch")
    model_loss = keras.losses.get(instantiate(configured(name)["function"]))
    y_true, y_pred = np.array(case.y_true), np.float32(case.y_pred)

    def mean(*arrays):
        return np.mean(keras.ops.convert_to_numpy(model_loss(*arrays)))

    twice = mean(np.concatenate([y_true, y_true]), np.concatenate([y_pred, y_pred]))
    np.testing.assert_allclose(twice, mean(y_true, y_pred), rtol=1e-6)


def test_gradient_agrees_with_finite_differences(loss, case):
    y_pred = np.float32(case.y_pred)
    y_pred += np.random.default_rng(0).uniform(0.05, 0.15, y_pred.shape).astype("float32")  # away from symmetry

    def total(prediction):
        return keras.ops.sum(loss(case.y_true, prediction))

    if case.gradient:
        _, gradient = backend.value_and_gradient(total, np.float32(case.y_pred))
        np.testing.assert_allclose(gradient, case.gradient, rtol=1e-5, atol=1e-6)
        return
    _, gradient = backend.value_and_gradient(total, y_pred)
    step = 1e-2  # large enough for float32; the error of a central difference is of the order step²
    for index in np.ndindex(*y_pred.shape):
        up, down = y_pred.copy(), y_pred.copy()
        up[index] += step
        down[index] -= step
        difference = (float(total(up)) - float(total(down))) / (2 * step)
        np.testing.assert_allclose(gradient[index], difference, rtol=1e-2, atol=1e-3)


def test_value_and_gradient_are_finite_at_the_extremes(loss, case):
    for extreme in case.extremes:
        y_pred = np.float32(case.y_pred)
        y_pred.reshape(len(y_pred), -1)[:, 0] = extreme
        total, gradient = backend.value_and_gradient(lambda y: keras.ops.sum(loss(case.y_true, y)), y_pred)
        assert np.isfinite(total) and np.all(np.isfinite(gradient)), extreme


def test_targets_of_shape_n_and_n_1_agree_or_are_refused(loss, case):
    number, predictions = len(case.expected), np.float32(case.y_pred)
    if np.size(case.y_true) > number or (np.ndim(case.y_true) > 1 and predictions.size > number):
        pytest.skip("the targets have another form")
    flat = np.array(case.y_true).reshape(number)
    answers = []
    for y_true in (flat, flat[:, None]):
        try:
            answers.append(np.sum(value(loss, y_true, predictions)))
        except ValueError as refused:
            assert "shape" in str(refused)
    assert answers and np.ptp(answers) < 1e-6
