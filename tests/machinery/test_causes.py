"""Each cause has a whole entry, and what an example shows is so: broken lines are broken, mended ones are not."""

import ast
import inspect
import math
import re
from types import SimpleNamespace

import hydra
import keras
import numpy as np
import pytest
from keras import layers, ops
from omegaconf import OmegaConf
from paper_net.recipe import explain
from paper_net.recipe.checks import causes, crash, verdicts
from paper_net.recipe.checks.causes import CAUSES
from paper_net.recipe.keras_side import backend
from paper_net.recipe.tries import mends

LONGEST, WIDEST = 6, 76  # lines of an example, and columns, which a terminal of 80 shows indented
X = np.random.default_rng(0).normal(size=(8, 20)).astype("float32")
STEPS = np.random.default_rng(1).normal(size=(2, 12, 3)).astype("float32")  # samples, steps, features
ROWS = np.arange(100.0)[:, None]
IMAGES = np.arange(2 * 3 * 28 * 28).reshape(2, 3, 28, 28).astype("uint8")
EXAMPLES = [(name, half) for name in CAUSES for half in ("broken", "mended")]


def test_every_cause_that_is_named_has_an_entry_and_every_entry_is_named():
    by_checks = {cause for _, module in explain.rungs() for check in module.CHECKS for cause in check.causes}
    assert {*CAUSES} == {*by_checks, *crash.RUNS.causes, *mends.MENDS, *mends.TREATMENTS}


@pytest.mark.parametrize("name", CAUSES)
def test_an_entry_is_whole_and_in_sentences(name):
    cause = CAUSES[name]
    assert re.fullmatch(r"[A-Z][^\n]+\.", cause.what) and ". " not in cause.what
    assert re.fullmatch(r"[A-Z][^\n]+\.", cause.shows)
    assert cause.look_at and cause.broken != cause.mended
    assert causes.what(name) == cause.what


def test_a_cause_of_ones_own_has_no_entry():
    assert causes.what("moon-phase") == ""
    assert verdicts.cause_as_json("moon-phase", verdicts.fails(1, "", {"moon-phase": "full"}))["look_at"] == ""


@pytest.mark.parametrize(("name", "half"), EXAMPLES)
def test_an_example_is_a_few_lines_that_can_be_read_by_a_machine(name, half):
    text = getattr(CAUSES[name], half)
    lines = text.splitlines()
    assert len(lines) <= LONGEST and all(len(line) <= WIDEST for line in lines)
    if CAUSES[name].language == "python":
        ast.parse(text)
    else:
        assert "# conf/" in text and len(OmegaConf.create(text)) == 1
        for target in re.findall(r"_target_: ([\w.]+)", text):
            assert callable(hydra.utils.get_object(target))


@pytest.mark.parametrize("name", [name for name, cause in CAUSES.items() if cause.source.startswith("Keras API")])
def test_what_is_said_to_stand_in_keras_documentation_does(name):
    entry, arguments = re.match(r"Keras API, ([\w.]+)(?:: (?!https)([\w, ]+))?", CAUSES[name].source).groups()
    documented = inspect.getdoc(hydra.utils.get_object(f"keras.{entry}"))
    assert all(f"{argument}:" in documented for argument in (arguments or "").split(", ") if argument)


def left_by(name, half, given):
    """What the lines of an example leave and were given, as attributes; `again(…)` runs them on something else."""
    cause = CAUSES[name]
    text = getattr(cause, half)
    keras.utils.set_random_seed(0)
    if cause.language == "python":
        names = executed(text, given)
    else:
        names = given | OmegaConf.to_container(OmegaConf.create(text))
    return SimpleNamespace(**names, text=text, again=lambda **other: left_by(name, half, given | other))


def executed(code, given):
    names = {"keras": keras, "layers": layers, "ops": ops, "np": np, "math": math, **given}
    with np.errstate(divide="ignore"):
        exec(code, names)
    return {name: value for name, value in names.items() if not name.startswith("__")}


def number(tensor):
    return ops.convert_to_numpy(tensor)


def answers(n, label):
    """(the loss of the best prediction for a label, of the opposite) among those that the head can give."""
    units = n.y_pred.shape[-1]
    target = np.int32([label]) if units > 1 else np.float32([[label]])
    right = np.eye(units, dtype="float32")[[label]] if units > 1 else np.float32([[label > 0]])
    low, high = (0, 1) if number(n.y_pred).min() >= 0 and number(n.y_pred).max() <= 1 else (-100, 100)
    return [float(n.loss(target, low + (high - low) * one)) for one in (right, 1 - right)]


def built(layer, x):
    layer(x)
    return layer


def sums_to_1(tensor, axis=-1):
    return np.allclose(number(tensor).sum(axis), 1, atol=1e-5)


def same(one, other):
    return np.allclose(number(one), number(other), atol=1e-5)


def other_last(array, axis):
    """The array with other numbers at the last place along an axis."""
    return np.concatenate([np.delete(array, -1, axis), np.take(array, [0], axis) + 1], axis)


def moved(optimizer, gradient=0.01):
    """How far one step of an optimizer moves a weight."""
    weight = keras.Variable([1.0])
    optimizer.apply([ops.convert_to_tensor([gradient])], [weight])
    return float(abs(1 - number(weight)[0]))


def steps_well(n):
    usual = {"Adam": keras.optimizers.Adam, "SGD": keras.optimizers.SGD}[n.optimizer]
    settings = {key: value for key, value in vars(n).items() if key in ("learning_rate", "epsilon", "clipnorm")}
    return 1e-5 < moved(usual(**settings)) < 0.1


def gradient(n, name, left):
    """Of what the lines leave, with respect to what they are given."""
    return backend.value_and_gradient(lambda x: ops.sum(getattr(n.again(**{name: x}), left)), getattr(n, name))[1]


def stops_while_it_improves(node):
    stopper = hydra.utils.instantiate(node)
    stopper.set_model(SimpleNamespace(stop_training=False))
    stopper.on_train_begin()
    for epoch, loss in enumerate((3.0, 2.0, 1.0)):
        stopper.on_epoch_end(epoch, {"val_loss": loss})
    return stopper.model.stop_training


def gap(norm):
    """Of a BatchNormalization between training and inference, after 100 batches."""
    for _ in range(100):
        trained = norm(5 + X, training=True)
    return np.abs(number(trained) - number(norm(5 + X, training=False))).max()


def accepts(function, *arguments):
    try:
        return np.isfinite(number(function(*arguments))).all()
    except Exception:
        return False


class Fitted:
    """Keeps what fit is given."""

    def fit(self, x, y, validation_data):
        self.trained, self.validated = x, validation_data[0]


# What is true of what the lines leave, where nothing is wrong: {cause: (what they are given, the question)}.
RIGHT = {
    # Loss and output head
    "softmax-on-one-unit": ({"x": X}, lambda n: np.ptp(number(n.y_pred)) > 0),
    "softmax-on-one-unit-categorical": ({"x": X}, lambda n: n.loss(np.zeros((8, 1)), n.y_pred) > 0),
    "softmax-twice": ({"x": X}, lambda n: answers(n, 3)[0] < 0.01),
    "sigmoid-twice": ({"x": X}, lambda n: answers(n, 1)[0] < 0.01),
    "logits-taken-as-probabilities": (
        {"x": X},
        lambda n: same(n.loss(np.arange(8), n.y_pred), n.loss(np.arange(8), n.y_pred + 5)),
    ),
    "unbounded-output-with-binary-crossentropy": (
        {"x": X},
        lambda n: n.loss(np.ones((1, 1)), np.float32([[-30]])) > n.loss(np.ones((1, 1)), np.float32([[-3]])),
    ),
    "relu-on-signed-target": ({"x": X}, lambda n: number(n.y_pred).min() < 0),
    "bounded-output-unbounded-target": ({"x": 100 * X}, lambda n: number(n.y_pred).max() > 1),
    "softmax-on-regression": ({"x": X}, lambda n: not sums_to_1(n.y_pred)),
    "fewer-units-than-classes": ({"x": X}, lambda n: n.y_pred.shape[-1] > 9),
    "more-units-than-classes": ({"x": X}, lambda n: n.y_pred.shape[-1] == 10),
    "labels-not-from-zero": ({"digits": np.arange(1, 11)}, lambda n: {*n.y} == {*range(10)}),
    "class-labels-with-binary-crossentropy": ({"x": X}, lambda n: min(answers(n, 7)) >= 0),
    "sigmoid-for-single-label": ({"x": X}, lambda n: sums_to_1(n.y_pred)),
    "softmax-for-multi-label": ({"x": X}, lambda n: not sums_to_1(n.y_pred)),
    "crossentropy-on-real-target": (
        {},
        lambda n: min(hydra.utils.instantiate(n.function)([[2.0]], [[p]]) for p in (0.5, 2.0, 3.0)) >= 0,
    ),
    "loss-broadcasts": ({"y_true": X[:, 0], "y_pred": X[:, :1]}, lambda n: n.loss.size == 8 and not n.loss.any()),
    "loss-summed-not-averaged": ({"y_true": np.zeros(8), "y_pred": np.ones(8)}, lambda n: number(n.loss).mean() == 1),
    "loss-sign-flipped": ({"p_true": np.float32([0.9, 0.1])}, lambda n: n.loss[0] < n.loss[1]),
    "loss-not-finite-at-extremes": ({"logits": np.float32([-200, 200])}, lambda n: np.isfinite(n.loss).all()),
    "softmax-over-wrong-axis": ({"logits": X}, lambda n: sums_to_1(n.y_pred)),
    "relu-before-softmax": ({"x": X}, lambda n: number(n.x).min() < 0),
    "wrong-loss-weights": (
        {"class_weights": np.float32([1, 5, 7]), "rows": np.arange(3), "y_true": np.int32([2, 0, 1])},
        lambda n: same(n.weights, [7, 1, 5]),
    ),
    "density-not-normalized": (
        {"y_true": np.linspace(-40, 40, 4001), "mean": 0.0, "log_std": 1.0},
        lambda n: np.isclose(np.trapezoid(np.exp(-n.loss), n.y_true), 1, atol=1e-3),
    ),
    "term-missing": ({"reconstruction": 1.0, "divergence": 2.0, "beta": 0.5}, lambda n: n.loss == 2.0),
    "wrong-mask": (
        {"losses": np.float32([1, 1, 9]), "tokens": np.int32([4, 7, 0])},
        lambda n: float(n.loss) == 1,
    ),
    "wrong-floor": (
        {"loss": keras.losses.SparseCategoricalCrossentropy(from_logits=True), "y_pred": X[:, :10]},
        lambda n: n.floor == answers(n, 3)[0],
    ),
    "wrong-metric": ({}, lambda n: n.metric([1.0, 1.0, 0.0], [0.2, 3.0, -1.0]) == 1),
    # Data
    "inputs-not-scaled": ({"images": IMAGES}, lambda n: abs(n.x).max() <= 1),
    "validation-scaled-differently": ({"x_train": X, "x_val": X[:3]}, lambda n: same(n.x_train[:3], n.x_val)),
    "inputs-scaled-twice": ({"images": IMAGES.astype("float32")}, lambda n: number(n.x).max() == 1),
    "constant-features": ({"rows": [{"features": row} for row in X[:, :4]]}, lambda n: np.ptp(n.x, axis=0).all()),
    "data-not-finite": ({"counts": np.arange(3)}, lambda n: np.isfinite(n.x).all()),
    "labels-shuffled-against-inputs": ({"x": np.arange(99), "y": np.arange(99)}, lambda n: same(n.x, n.y)),
    "sorted-then-split": (
        {"x": np.arange(200), "y": np.arange(200) // 50},
        lambda n: {*n.y_val} <= {*n.y_train} and same(n.y_val, n.x_val // 50),
    ),
    "classes-imbalanced": (
        {},
        lambda n: all(hydra.utils.instantiate(m)(np.arange(99) < 5, np.zeros(99)) < 0.5 for m in n.metrics.values()),
    ),
    "train-and-validation-overlap": ({"rows": np.arange(999)}, lambda n: not {*n.train} & {*n.validation}),
    "validation-is-test": (
        {"train": np.arange(999), "test": np.arange(2000, 2100)},
        lambda n: not {*n.splits["validation"]} & {*n.splits["test"], *n.splits["train"]},
    ),
    "scaler-fitted-on-all-rows": (
        {"x": ROWS},
        lambda n: same(n.x_train, n.again(x=other_last(ROWS, 0)).x_train),
    ),
    "target-leaks-into-features": ({"table": X}, lambda n: not any(same(feature, X[:, -1]) for feature in n.x.T)),
    "reshape-where-transpose-meant": ({"images": IMAGES}, lambda n: same(n.x[..., 0], IMAGES[:, 0])),
    "integer-inputs": ({"images": np.uint8([0, 255])}, lambda n: same(n.x, [-128, 127])),
    "label-encoding-mismatch": ({}, lambda n: accepts(n.loss, np.int32([0, 1, 2]), np.eye(3))),
    "targets-not-scaled": ({"prices": 3e5 + 1e4 * X[:, 0], "train": 3e5 + 1e4 * X}, lambda n: abs(n.y).max() < 5),
    "validation-augmented": ({"images": np.float32(IMAGES.swapaxes(1, 3))}, lambda n: same(n.x, n.images)),
    "token-outside-vocabulary": ({}, lambda n: accepts(n.embedding, np.int32([[1, 1000]]))),
    "padding-not-masked": (
        {"tokens": np.int32([[5, 6, 7, 0]])},
        lambda n: same(n.y_pred, n.again(tokens=np.int32([[5, 6, 7, 0, 0, 0]])).y_pred),
    ),
    "floats-into-embedding": (
        {"heights": np.float32([1.52, 1.87])},
        lambda n: not same(n.embedded[0], n.embedded[1]),
    ),
    "stale-or-ragged-batches": ({"x": np.arange(9), "index": 1, "size": 3}, lambda n: list(n.batch) == [3, 4, 5]),
    # Architecture
    "no-nonlinearity": (
        {"x": np.stack([X[0], X[1], (X[0] + X[1]) / 2])},
        lambda n: not same(n.y_pred[2], (n.y_pred[0] + n.y_pred[1]) / 2),
    ),
    "dead-units": ({}, lambda n: (number(n.layer(X)) > 0).any(axis=0).mean() > 0.5),
    "vanishing-gradient": ({"x": X}, lambda n: np.linalg.norm(gradient(n, "x", "x")) > 1e-3),
    "symmetric-initialization": ({}, lambda n: np.ptp(number(built(n.layer, X).kernel), axis=1).all()),
    "initialization-too-large": ({}, lambda n: number(hydra.utils.instantiate(n.kernel)()((99, 99))).std() < 0.5),
    "samples-mixed-across-batch": ({"x": X}, lambda n: same(n.y_pred[:-1], n.again(x=other_last(X, 0)).y_pred[:-1])),
    "feature-map-not-flattened": ({"maps": np.zeros((2, 7, 7, 32))}, lambda n: n.y_pred.shape == (2, 10)),
    "batchnorm-train-inference-gap": ({}, lambda n: gap(n.norm) < 0.1),
    "batchnorm-wrong-axis": ({}, lambda n: built(n.norm, np.zeros((2, 28, 28, 16))).gamma.shape == (16,)),
    "batchnorm-on-one-sample": (
        {},
        lambda n: number(layers.BatchNormalization()(X[: n.batch_size], training=True)).any(),
    ),
    "dropout-misused": ({"x": X}, lambda n: same(n.x, X)),
    "weights-not-trained": (
        lambda: {"encoder": layers.Dense(4)},
        lambda n: len(built(n.model, X).trainable_variables) == 4,
    ),
    "gradient-blocked": ({"x": X}, lambda n: gradient(n, "x", "h").any()),
    "softmax-hidden-activation": ({"x": X}, lambda n: not sums_to_1(n.h)),
    "sequence-sees-future": ({"x": STEPS}, lambda n: same(n.h[:, :-1], n.again(x=other_last(STEPS, 1)).h[:, :-1])),
    "wrong-timestep-pooled": ({"x": STEPS}, lambda n: not same(n.h, n.again(x=other_last(STEPS, 1)).h)),
    "feature-map-shrunk-away": ({"maps": np.zeros((1, 28, 28, 1))}, lambda n: n.maps.shape[1] > 1),
    "axes-swapped": ({"x": np.zeros((2, 3, 40))}, lambda n: n.h.shape == (2, 40, 16)),
    "weights-not-shared": ({"left": X, "right": X}, lambda n: same(n.a, n.b)),
    "noise-repeated": ({}, lambda n: not same(n.noise, executed(n.text.splitlines()[-1], vars(n))["noise"])),
    # Optimizer and protocol
    "learning-rate-too-high": ({"optimizer": "Adam"}, steps_well),
    "learning-rate-too-low": ({"optimizer": "Adam"}, steps_well),
    "adam-epsilon-wrong": ({"optimizer": "Adam"}, steps_well),
    "gradient-clipped-away": ({"optimizer": "SGD"}, steps_well),
    "optimizer-wrong": ({}, lambda n: moved(hydra.utils.instantiate({"_target_": n._target_})) > 1e-4),
    "regularization-overwhelms": ({}, lambda n: n.penalty(0.2 * X) < math.log(10)),
    "early-stopping-misused": ({}, lambda n: not stops_while_it_improves(n.early_stopping)),
    "schedule-reaches-zero": ({"epochs": 50, "steps": 144}, lambda n: n.rate(25 * 144) > 0.01 * n.rate(0)),
    "no-validation": (
        lambda: {"x": np.arange(999), "y": np.arange(999), "model": Fitted()},
        lambda n: not {*n.model.trained} & {*n.model.validated},
    ),
    "seed-not-fixed": ({}, lambda n: same(n.order, n.again().order)),
    "other-weights-evaluated": ({}, lambda n: n.ema_momentum**100 < 0.1),
    "half-precision-overflow": ({"x": np.float32([300])}, lambda n: np.isfinite(number(n.energy))),
    "unwritten": ({}, lambda n: accepts(n.encoder, STEPS)),
}


@pytest.mark.skipif(
    keras.backend.backend() != "tensorflow", reason="the examples mix NumPy and Keras, which PyTorch does not"
)
@pytest.mark.parametrize("cause", RIGHT)
def test_the_broken_lines_are_broken_and_the_mended_ones_are_not(cause):
    given, right = RIGHT[cause]
    given = given if callable(given) else given.copy
    assert not right(left_by(cause, "broken", given()))
    assert right(left_by(cause, "mended", given()))
