"""What healthy programs of strangers were accused of, in small: each beside the mistake that is still found."""

from types import SimpleNamespace

import keras
import numpy as np
import pytest
from conftest import compose
from keras import layers, ops
from omegaconf import OmegaConf
from paper_net.recipe.checks import forward, splits, splits_apart, whole, why_not_learnt
from paper_net.recipe.keras_side import backend  # noqa: F401  the first to import Keras
from paper_net.recipe.measure import array_statistics, standing
from paper_net.recipe.prepare.nested import Declared
from paper_net.recipe.run.program import Program

VALUE = Declared((1,), "float32", "values", None)
STEPS = np.arange(200)


def test_one_number_beside_a_sequence_may_be_its_length():
    both = "+data.inputs={steps: {shape: [24, 3], dtype: float32}, length: {shape: [1], dtype: int32}}"
    inputs = {"steps": keras.Input((24, 3)), "length": keras.Input((1,))}
    made = Program(compose("~data.inputs", both), None).random_inputs(
        keras.Model(inputs, layers.Dense(1)(inputs["length"])), 32
    )
    assert made["length"].min() == 0 and 12 < made["length"].max() <= 24


@pytest.mark.parametrize(("on_data", "status"), [(set(), "pass"), ({0}, "fail"), (None, "warn")])
def test_a_kernel_that_made_up_inputs_leave_is_asked_of_the_data(monkeypatch, on_data, status):
    kernel = SimpleNamespace(trainable=True, path="score/kernel")
    training = SimpleNamespace(finite=True, uncalled=[], still=[kernel], kernels=[kernel], places={0}, sloped=set())
    training.touches = lambda kernel: False
    monkeypatch.setattr(forward, "why_still", lambda m, still: {"weights-not-trained": "it stays"})
    found = forward.weights_move(SimpleNamespace(training=training, still_on_data=on_data))
    assert found.status == status


@pytest.mark.parametrize(("last", "status"), [(0.5, "pass"), (400.0, "warn")])
def test_clipping_of_a_far_off_start_swallows_nothing(last, status):
    updates = SimpleNamespace(optimizer=keras.optimizers.SGD(global_clipnorm=1.0), gradient=np.array([400.0]))
    found = whole.gradients_kept(SimpleNamespace(updates=updates, last_gradient=np.array([last])))
    assert found.status == status


@pytest.mark.parametrize(("epsilon", "named"), [(1e-7, False), (1.0, True)])
def test_the_usual_epsilon_is_no_cause_where_the_first_gradient_is_0(epsilon, named):
    updates = SimpleNamespace(optimizer=keras.optimizers.Adam(epsilon=epsilon), gradient=np.zeros(3))
    assert bool(why_not_learnt.epsilon(SimpleNamespace(updates=updates))) is named


@pytest.mark.parametrize(("kept", "share"), [(5, 0.0), (0, 0.3)])
def test_rows_that_differ_in_one_feature_alone_lie_in_a_line_by_chance(kept, share):
    rng = np.random.default_rng(0)
    some, others = rng.normal(size=(2, 200, 6))
    others[:, :kept] = some[:, :kept]  # of one region in one week of the year
    train, held = np.concatenate([some, others]), 0.3 * some + 0.7 * others
    label = np.zeros(400)
    found = array_statistics.between(train, held, label, label[:200])
    assert found > share if share else found == 0


def windows(series, starts):
    return np.stack([series[start : start + 20] for start in starts]).astype("float32")[..., None]


@pytest.mark.parametrize(
    ("names", "status"), [(["walk"], "pass"), (["calendar"], "warn"), (["walk", "calendar"], "pass")]
)
def test_windows_overlap_where_all_that_goes_in_does(names, status):
    """Days come again; what was measured does not."""
    series = {
        "walk": np.random.default_rng(0).normal(size=200).cumsum(),
        "calendar": np.sin(STEPS * np.pi / 5).round(5),
    }
    parts = [
        SimpleNamespace(
            name=name,
            train=windows(series[name], range(0, 120, 3)),
            validation=windows(series[name], range(140, 180, 3)),
        )
        for name in names
    ]
    m = SimpleNamespace(inputs=parts, targets=[], validation=parts)
    assert splits_apart.validation_independent(m).status == status


@pytest.mark.parametrize(("new", "status"), [(1, "pass"), (8, "warn")])
def test_a_class_of_one_sample_is_no_sorted_split(new, status):
    labels = np.arange(360) % 40
    held = np.where(np.arange(360) < new, 50, labels)
    declared = SimpleNamespace(classes=60)
    part = SimpleNamespace(one_class=True, every=labels, validation=held, declared=declared, loss=None)
    assert splits.classes_in_both(SimpleNamespace(targets=[part])).status == status


def served(y_true, y_pred):
    return ops.minimum(y_pred / y_true, 1.0)


@pytest.mark.parametrize(
    ("answer", "loss", "metric", "behind"),
    [
        (lambda x: x, "mse", "mae", False),
        (lambda x: 12 - x, lambda y_true, y_pred: ops.square(12 - y_true - y_pred), "mae", True),
        # Too much serves everybody: a metric that a large answer satisfies asks for something else than the loss.
        (lambda x: 0.95 * x, "mse", served, None),
    ],
)
def test_a_metric_falls_behind_answers_that_know_no_input(answer, loss, metric, behind):
    x = np.random.default_rng(0).uniform(2, 10, size=(200, 1)).astype("float32")
    values = keras.Input((1,))
    model = keras.Model(values, layers.Lambda(answer)(values))
    named = keras.metrics.MeanAbsoluteError(name="mae") if metric == "mae" else keras.metrics.MeanMetricWrapper(metric)
    model.compile("sgd", loss, metrics=[named])
    found = standing.standings(model, VALUE, (x, x), [np.full(1, 6.0)], OmegaConf.create({"function": None}))
    assert [one.behind > 0.02 for one in found] == ([] if behind is None else [behind])
