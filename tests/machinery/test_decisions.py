"""What checks decide from what was measured: the cases that no small program shows soon."""

import itertools
from types import SimpleNamespace

import keras
import numpy as np
import pytest
from omegaconf import OmegaConf
from paper_net.recipe.checks import (
    head_and_loss,
    hindering,
    initializers,
    loss,
    model_meets_data,
    overfit,
    seeds,
    splits,
    splits_apart,
    untrained,
    whole,
    why_not_learnt,
)
from paper_net.recipe.keras_side import backend  # noqa: F401
from paper_net.recipe.measure import (
    density,
    heads,
    held_out,
    layer_calls,
    loss_answers,
    perturb,
    target_encoding,
)
from paper_net.recipe.prepare.nested import Declared

LABEL = Declared((), "int32", "classes", 2)
X = np.random.default_rng(0).normal(size=(16, 3)).astype("float32")


def one_unit(function, labels):
    """The Contract of a logit under a loss, on some labels."""
    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
    model.compile("sgd", function)
    return loss_answers.Contract(model, LABEL, (X, np.array(labels)), model(X, training=False))


@pytest.mark.parametrize(("labels", "truth"), [([0, 0], [0, 0]), ([0, 1], [0, 1]), ([-1, 1], [0, 1])])
def test_a_batch_may_hold_one_label_alone(labels, truth):
    style, found = target_encoding.truth(LABEL, np.array(labels), np.zeros((2, 1)))
    assert style == "binary" and found.ravel().tolist() == truth


def test_right_predictions_of_a_rare_label_score_less_than_wrong_ones():
    rare = one_unit(keras.losses.BinaryCrossentropy(from_logits=True), [0] * 16)
    assert rare.expects == "logits"
    assert all(right < wrong for right, wrong in rare.right_and_wrong)


@pytest.mark.parametrize("function", [keras.losses.Hinge(), keras.losses.SquaredHinge()])
def test_what_a_hinge_expects_cannot_be_told(function):
    hinge = one_unit(function, [0, 1] * 8)
    assert hinge.expects is None
    assert all(right < wrong for right, wrong in hinge.right_and_wrong)


def initialized(**losses):
    trainings = {name: SimpleNamespace(history=[{"train/loss": value}]) for name, value in losses.items()}
    m = initializers.Measured(None, "init")
    vars(m).update(trainings=trainings, outputs={name: {"dense": X} for name in losses})
    return initializers.choice(m)


@pytest.mark.parametrize(
    ("losses", "status"),
    [
        ({"current": np.nan, "he": 0.1, "normal": 0.2}, "fail"),
        ({"current": np.nan, "he": np.nan}, "fail"),
        ({"current": 0.1, "he": np.nan, "normal": 0.2}, "pass"),
        ({"current": 0.2, "he": np.nan, "normal": 0.1}, "warn"),
        ({"current": 0.1}, "skip"),
    ],
)
def test_an_initializer_that_diverges_is_the_worst_and_never_the_best(losses, status):
    found = initialized(**losses)
    assert found.status == status
    assert status != "fail" or ("he does not" in found.causes["initialization-too-large"]) == (losses["he"] == 0.1)


def test_a_seed_that_diverged_is_told_of():
    results = [SimpleNamespace(result={"val/loss": value}) for value in (1.0, np.nan)]
    assert "nan" in seeds.other_seeds(SimpleNamespace(seeds=results)).measured


class Bare(keras.Model):
    """A network of its own weights, without layers."""

    def build(self, shape):
        self.kernel = self.add_weight((shape[-1], 1), name="kernel")

    def call(self, x):
        return x @ self.kernel


def test_a_network_without_layers_is_not_frozen():
    model = Bare()
    model(X)
    assert why_not_learnt.frozen(SimpleNamespace(model=model)) == ""
    model.trainable = False
    assert "100%" in why_not_learnt.frozen(SimpleNamespace(model=model))


def test_samples_missed_in_inference_alone_are_a_matter_of_dropout_without_batchnorm():
    m = SimpleNamespace(goal=0.5, floor=0.0, loss=1.0, constant=2.0, model=None, settled_loss=0.1, normalizations=[])
    m.scored, m.again = lambda model, training: 0.1, False
    found = overfit.inference_as_training(m)
    assert (found.status, next(iter(found.causes))) == ("warn", "dropout-misused")


def test_a_start_that_is_not_a_number_is_no_start(monkeypatch):
    known = SimpleNamespace(unknown="", network=(np.nan,) * 2, styles=["values"], degree=1.0, truths=[])
    m = SimpleNamespace(contract=known, floor=0.0, constant=1.0, model=None)
    monkeypatch.setattr(untrained, "start_of", lambda m, model: np.nan)
    assert untrained.initial_loss(m).status == "warn"


def test_where_an_undecided_prediction_costs_nothing_no_mistake_is_compared_with_it():
    known = SimpleNamespace(style="units", uninformed=(0.0, 0.0, 1.0))
    assert loss.suits_classes(SimpleNamespace(contract=known)).status == "skip"


def test_each_output_meets_its_own_targets_whatever_their_order():
    inputs = keras.Input((3,))
    outputs = {"dose": keras.layers.Dense(1, "softplus")(inputs), "change": keras.layers.Dense(1)(inputs)}
    model = keras.Model(inputs, outputs)
    targets = {name: Declared((1,), "float32", "values") for name in outputs}  # and Keras sorts them
    m = SimpleNamespace(model=model, train=(X, None), program=SimpleNamespace(targets=targets))
    reached = [model.predict(X, verbose=0)[name] for name in sorted(outputs)]
    dose, change = model_meets_data.by_target(m, reached)
    assert dose.min() >= 0 > change.min()


def test_an_axis_that_is_left_open_has_a_size():
    assert Declared((None, 3), "float32").sizes[1:] == (3,) and Declared((None, 3), "float32").sizes[0] > 1
    assert Declared((4, 3), "float32").sizes == (4, 3)


def test_what_a_traced_layer_has_added_to_the_loss_is_forgotten():
    layer = keras.layers.Dense(1, activity_regularizer=keras.regularizers.L1(0.1))
    model = keras.Sequential([keras.Input((3,)), layer])
    model.compile(loss="mse")
    answers = model(X)
    perturb.predict(model, X)
    assert loss_answers.loss_of(model, X, np.zeros((len(X), 1), "float32"), answers) == pytest.approx(
        float(np.mean(np.square(answers)))
    )


@pytest.mark.parametrize(("reconstructs", "cause"), [(True, "gradient-blocked"), (False, whole.SHUFFLED)])
def test_where_targets_are_the_inputs_nothing_is_shuffled(monkeypatch, reconstructs, cause):
    monkeypatch.setattr(hindering, "settings", lambda m: {})
    m = SimpleNamespace(constant=0.1, floor=0.0, judged={"train": 0.12, "untrained": 0.5}, over=False)
    m.reconstructs, m.updates = reconstructs, SimpleNamespace(largest=1e-2)
    found = whole.beats_constant(m)
    assert (found.status, next(iter(found.causes))) == ("fail", cause)


def test_windows_of_one_recording_overlap_and_rows_of_one_patient_do_not():
    rng = np.random.default_rng(0)
    recording = rng.normal(size=400)
    windows = np.array([recording[i : i + 16] for i in range(0, 380, 4)])
    assert held_out.continued(windows[::2], windows[1::2]) > 0.9
    assert held_out.continued(windows[:40], windows[50:]) == 0
    of_patient, of_visit = rng.normal(size=(20, 10)), rng.normal(size=(4, 20, 6))  # most of a row is the patient's
    rows = np.concatenate([np.broadcast_to(of_patient, (4, 20, 10)), of_visit], axis=-1)
    assert held_out.continued(rows[:3].reshape(-1, 16), rows[3]) == 0
    there = (np.arange(16) < rng.integers(6, 16, (60, 1))).astype("float64")  # a mask is like any other
    assert held_out.continued(there[:40], there[40:]) == 0
    weeks = (rng.random((60, 16)) < 0.2).astype("float64")  # so are what happens in few of them, and its steps
    assert held_out.continued(np.diff(weeks[:40]), np.diff(weeks[40:])) == 0


def counted(y_true, y_pred):
    """Poisson's loss of a rate's logarithm."""
    return keras.ops.mean(keras.ops.exp(y_pred) - y_true * y_pred, axis=-1)


def all_with_all(y_true, y_pred):
    return keras.ops.mean((y_true[:, 0][None] - y_pred) ** 2, axis=-1)


@pytest.mark.parametrize(("loss", "meets_all"), [(counted, False), (all_with_all, True)])
def test_predictions_at_a_small_scale_tell_whether_each_meets_its_own_target(loss, meets_all):
    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
    model.compile(loss=loss)
    counts = np.array([0, 1, 2, 60, 3, 1, 0, 2], "float32")[:, None]  # of the largest alone the exponential is told
    inputs = np.random.default_rng(0).normal(size=(8, 3)).astype("float32")
    contract = loss_answers.Contract(model, Declared((1,), "float32", "values"), (inputs, counts), model(inputs))
    assert not loss_answers.differ(*contract.exchanged)
    assert loss_answers.differ(*contract.drawn_exchanged) is not meets_all


def logits_of_smooth_labels(y_true):
    return keras.ops.log(0.9 * keras.ops.one_hot(y_true, 4) + 0.025)


@pytest.mark.parametrize(("head", "cause"), [("softmax", ["softmax-twice"]), ("linear", []), ("log_softmax", [])])
def test_a_softmax_before_a_loss_of_logits_is_seen_where_the_perfect_prediction_is_stated(head, cause):
    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(4, activation=head)])
    model.compile(loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True))
    labels = np.arange(16) % 4
    declared = Declared((), "int32", "classes", 4)
    contract = loss_answers.Contract(model, declared, (X, labels), model(X), perfect=logits_of_smooth_labels)
    assert contract.style == "values" and [*contract.misread] == cause


def of_counts(y_true, y_pred):
    return -keras.ops.sum(y_true * keras.ops.log_softmax(y_pred), axis=-1)


def of_ranks(y_true, y_pred):
    return keras.ops.mean(keras.ops.abs(y_true - y_pred), axis=-1)


@pytest.mark.parametrize(
    ("head", "loss", "cause"),
    [("softmax", of_counts, ["softmax-twice"]), ("linear", of_counts, []), ("softmax", of_ranks, [])],
)
def test_a_loss_of_counts_that_heeds_only_differences_takes_logits(head, loss, cause):
    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(4, activation=head)])
    model.compile(loss=loss)
    counts = np.random.default_rng(0).integers(1, 9, (16, 4)).astype("float32")
    declared = Declared((4,), "float32", "values")
    contract = loss_answers.Contract(model, declared, (X, counts), model(X), perfect=keras.ops.log)
    assert contract.style == "values" and [*contract.misread] == cause


@pytest.mark.parametrize(("constant", "first"), [(0.0, "loss-sign-flipped"), (0.1, "learning-rate-too-high")])
def test_a_loss_that_one_prediction_satisfies_is_itself_to_blame(monkeypatch, constant, first):
    monkeypatch.setattr(hindering, "settings", lambda m: {})
    m = SimpleNamespace(constant=constant, floor=0.0, judged={"train": 0.12, "untrained": 0.5}, over=False)
    m.reconstructs, m.updates = False, SimpleNamespace(largest=1.0)
    found = whole.beats_constant(m)
    assert (found.status, next(iter(found.causes))) == ("fail", first)


@pytest.mark.parametrize(("values", "status"), [([-1.0, 1.0], "pass"), ([-1.5, 0.0, 1.5], "warn")])
def test_a_balanced_table_of_bits_is_standardized_without_a_scaler(values, status):
    every = np.array([*itertools.product(values, repeat=4)])
    every = np.random.default_rng(0).permutation(every / every.std(axis=0))
    cut = len(every) * 3 // 4
    data = SimpleNamespace(train=(every[:cut], None), validation=(every[cut:], None), test=None)
    assert splits.scaler(SimpleNamespace(data=data)).status == status


@pytest.mark.parametrize(("values", "status"), [(3, "pass"), (300, "warn")])
def test_a_few_values_may_end_at_0_and_1_by_themselves(values, status):
    every = np.random.default_rng(0).integers(0, values, (2000, 8))
    every[:1600] = every[:1600].clip(0, every.max() - 1)  # the largest are held out
    every = every / every.max(axis=0)
    data = SimpleNamespace(train=(every[:1600], None), validation=(every[1600:], None), test=None)
    assert splits.scaler(SimpleNamespace(data=data)).status == status


@pytest.mark.parametrize(("starts", "meant"), [("by time", True), ("at random", False)])
def test_of_a_future_that_is_not_known_the_past_may_be(starts, meant):
    recording = np.random.default_rng(0).normal(size=300)
    pairs = np.array([recording[i : i + 24] for i in range(270)])
    order = np.arange(270) if starts == "by time" else np.random.default_rng(1).permutation(270)
    train, held = pairs[order[:250]], pairs[order[-4:]]
    declared = Declared((8,), "float32", "values")
    target = SimpleNamespace(declared=declared, train=train[:, 16:], validation=held[:, 16:])
    assert splits_apart.forecasts(SimpleNamespace(targets=[target]), SimpleNamespace(train=train[:, :16])) is meant


@pytest.mark.parametrize(("own", "kinds", "status"), [(True, 90, "warn"), (False, 90, "pass"), (True, 3, "pass")])
def test_few_samples_of_few_values_meet_in_any_two_splits(own, kinds, status):
    rng = np.random.default_rng(0)
    train, held, other = (rng.geometric(0.2, (number, 2)) % kinds for number in (400, 200, 200))
    data = SimpleNamespace(test=(held if own else other, None))
    m = SimpleNamespace(data=data, validation=(held, None), many=(train, None), inputs=[])
    m.cfg = OmegaConf.create({"training": {"callbacks": {}, "judged": None}})
    assert splits_apart.test_unseen(m).status == status


@pytest.mark.parametrize(("wrong", "apart"), [(0.0, 1.0), (0.5, 1.3)])
def test_a_loss_of_counts_may_leave_out_what_is_of_the_counts_alone(wrong, apart):
    def of_a_rate(y_true, y_pred):
        return (1 + wrong) * keras.ops.exp(y_pred[:, 0]) - y_true[:, 0] * y_pred[:, 0]

    rates, counts = np.log([[0.5], [2.0], [9.0]]), np.random.default_rng(0).poisson(3.0, (50, 1)).astype("float64")
    found = density.integrals(of_a_rate, counts, rates, counts=True)
    assert found.max() / found.min() == pytest.approx(1.0) if apart == 1.0 else found.max() / found.min() > apart


class Rows(keras.layers.Layer):
    """A table of vectors, of which integers are numbers of rows, or which they are multiplied with."""

    def __init__(self, looks_up):
        super().__init__()
        self.looks_up = looks_up
        self.table = self.add_weight(shape=(40, 4))

    def call(self, x):
        return keras.ops.take(self.table, x, axis=0) if self.looks_up else keras.ops.cast(x, "float32") @ self.table


@pytest.mark.parametrize(("classes", "entering"), [(40, 0), (None, 1)])
def test_tokens_are_looked_up_by_an_own_layer_too(classes, entering):
    given = np.random.default_rng(0).integers(0, 40, (16, 40)).astype("int32")
    model = keras.Sequential([keras.Input((40,), dtype="int32"), Rows(bool(classes))])
    part = SimpleNamespace(declared=Declared((40,), "int32", classes=classes), train=given)
    m = SimpleNamespace(calls=layer_calls.calls(model, given)[0], train=(given, None), inputs=[part])
    assert len(model_meets_data.entering(m)) == entering


def normal(y_true, y_pred):
    mean, deviation = y_pred[..., 0], keras.ops.softplus(y_pred[..., 1])
    return keras.ops.square((y_true - mean) / deviation) / 2 + keras.ops.log(deviation)


def half_the_logarithm(y_true, y_pred):
    return normal(y_true, y_pred) - keras.ops.log(keras.ops.softplus(y_pred[..., 1])) / 2


@pytest.mark.parametrize("reduce", [lambda x: x, lambda x: keras.ops.mean(x, 1), lambda x: keras.ops.sum(x, 1)])
@pytest.mark.parametrize(("loss", "same"), [(normal, True), (half_the_logarithm, False)])
def test_a_density_at_many_places_is_asked_at_one(loss, same, reduce):
    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(20), keras.layers.Reshape((10, 2))])
    model.compile(loss=lambda y_true, y_pred: reduce(loss(y_true, y_pred)))
    found = density.totals(model, X, np.random.default_rng(0).normal(size=(16, 10)))
    assert len(found) == 20 and bool(found.max() / found.min() < 1.01) == same


@pytest.mark.parametrize(("split", "status"), [("at random", "warn"), ("by function", "pass")])
def test_what_several_samples_share_is_on_one_side_alone(split, status):
    rng = np.random.default_rng(0)
    number = np.repeat(np.arange(60), 20)
    functions, places = rng.normal(size=(60, 8)).astype("float32")[number], rng.random((1200, 1), "float32")
    held = number >= 48 if split == "by function" else rng.random(1200) < 0.2
    sides = {"function": functions, "place": places}
    inputs = [SimpleNamespace(name=name, train=side[~held], validation=side[held]) for name, side in sides.items()]
    found = splits_apart.validation_independent(SimpleNamespace(validation=sides, inputs=inputs, targets=[]))
    assert found.status == status
    assert status == "pass" or "function of validation stand in training too" in str(found.causes)


def waiting(y_true, y_pred):
    """-log of an exponential density, which asks nothing of what is negative."""
    return keras.ops.exp(y_pred[:, 0]) * y_true[:, 0] - y_pred[:, 0]


def weighed(stopped):
    def loss(y_true, y_pred):
        deviation = keras.ops.softplus(y_pred[..., 1])
        weight = keras.ops.stop_gradient(deviation) if stopped else deviation
        return weight * normal(y_true[:, 0], y_pred)

    return loss


@pytest.mark.parametrize(
    ("loss", "units", "found"), [(waiting, 1, "one"), (weighed(True), 2, "none"), (weighed(False), 2, "apart")]
)
def test_a_density_is_asked_where_there_is_one(loss, units, found):
    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(units)])
    model.compile(loss=loss)
    totals = density.totals(model, X, np.random.default_rng(0).exponential(2.0, size=(16, 1)))
    if found == "none":
        assert not len(totals)
    else:
        assert bool(totals.max() / totals.min() < 1.01) == (found == "one")


def test_a_network_of_sequences_of_any_length_answers_in_the_declared_shape():
    declared, loss = Declared((None,), "int32", "classes", 10), heads.Loss("sparse_categorical_crossentropy", True)
    answers = np.zeros((2, 8, 10), "float32")
    assert head_and_loss.mismatch(heads.Head("", declared, loss, answers, answers), []) is None
    assert head_and_loss.mismatch(heads.Head("", declared, loss, answers[..., :9], answers), [])


@pytest.mark.parametrize(("labels", "status"), [([-1] * 40, "skip"), ([0, -1] * 20, "pass"), ([1, -1] * 20, "fail")])
def test_what_has_no_label_is_of_no_class(labels, status):
    part = SimpleNamespace(one_class=True, declared=Declared((), "int32", "classes", 2), loss="cross-entropy")
    part.every, part.validation = np.array(labels), np.array([0] * 20)
    assert splits.classes_in_both(SimpleNamespace(targets=[part])).status == status


class OfItsInputs(keras.Model):
    """A network whose loss reads what goes in, as that of a value function does: the targets are a metric's alone."""

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        return keras.ops.mean((y_pred - x[:, :1]) ** 2)


@pytest.mark.parametrize(("permuted", "status"), [(0.2, "skip"), (0.3, "pass")])
def test_targets_that_no_loss_reads_may_be_anyones(monkeypatch, permuted, status):
    monkeypatch.setattr(hindering, "settings", lambda m: {})
    inputs = keras.Input((3,))
    model = OfItsInputs(inputs, keras.layers.Dense(1)(inputs))
    training = SimpleNamespace(losses=lambda split: [0.2])
    m = SimpleNamespace(given=training, permuted=SimpleNamespace(losses=lambda split: [permuted]), model=model)
    m.data = SimpleNamespace(population=X, validation=(X, X))
    m.floor, m.constant, m.linear, m.lead, m.scale, m.judged = 0.0, None, None, 0.0, 1.0, {"train": 0.2}
    m.least, m.updates, m.deaf = lambda targets: None, SimpleNamespace(largest=1e-3), permuted == 0.2
    assert whole.labels_belong(m).status == status
    assert whole.beats_zeros(m).status == "skip"  # from zeros such a loss may be easier to learn


def upside_down(y_true, y_pred):
    return keras.ops.mean(keras.losses.sparse_categorical_crossentropy(y_true, -y_pred, from_logits=True))


def of_more_than_one(y_true, y_pred):
    return keras.ops.log(y_pred[:, 0] - 1) + keras.ops.cast(y_true, "float32")


@pytest.mark.parametrize(("function", "status"), [(upside_down, "warn"), (of_more_than_one, "skip")])
def test_what_an_own_loss_takes_for_a_class_is_a_guess(function, status):
    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(4, activation="softplus")])
    model.compile(loss=function)
    labels = np.arange(16) % 4
    contract = loss_answers.Contract(model, Declared((), "int32", "classes", 4), (X, labels), model(X))
    m = SimpleNamespace(contract=contract, model=model, couples=False, floor=None, loss=1.0)
    assert loss.right_below_wrong(m).status == status


@pytest.mark.parametrize(("lead", "status"), [(5.0, "warn"), (0.5, "fail")])
def test_a_constant_that_no_head_reaches_proves_nothing_where_the_targets_are_learnt(monkeypatch, lead, status):
    monkeypatch.setattr(hindering, "settings", lambda m: {})
    m = SimpleNamespace(constant=-5.0, floor=None, judged={"train": -0.2, "untrained": 1.0}, over=False, lead=lead)
    m.reconstructs, m.updates = False, SimpleNamespace(largest=1e-2)
    m.data = SimpleNamespace(validation=(np.zeros(40), np.zeros(40)))
    assert whole.beats_constant(m).status == status


@pytest.mark.parametrize(("head", "status"), [("softplus", "skip"), ("linear", "fail")])
def test_a_loss_need_not_take_extremes_that_the_head_cannot_answer(head, status):
    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(4, activation=head)])
    model.compile(loss=lambda y_true, y_pred: keras.ops.sum(keras.ops.log(y_pred + 1), axis=-1))
    contract = loss_answers.Contract(model, Declared((), "int32", "classes", 4), (X, np.arange(16) % 4), model(X))
    assert loss.finite_at_extremes(SimpleNamespace(contract=contract, model=model)).status == status
