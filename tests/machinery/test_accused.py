"""What healthy programs of strangers were accused of, in small: each beside the mistake that is still found."""

import functools
from types import SimpleNamespace

import keras
import numpy as np
import pytest
from conftest import compose
from keras import layers, ops
from omegaconf import OmegaConf
from paper_net.recipe.checks import (
    as_claimed,
    batches_fed,
    forward,
    loss,
    loss_behaviour,
    model_meets_data,
    overfit,
    predictions_compared,
    reported,
    splits,
    splits_apart,
    verdicts,
    whole,
    why_not_learnt,
)
from paper_net.recipe.checks.check import CONSEQUENCE, INDICATOR, Check
from paper_net.recipe.climb import climb, weighing
from paper_net.recipe.keras_side import backend  # noqa: F401  the first to import Keras
from paper_net.recipe.measure import (
    comparisons,
    density,
    held_out,
    layer_calls,
    loss_answers,
    perturb,
    reshapes,
    training_steps,
)
from paper_net.recipe.prepare.nested import Declared
from paper_net.recipe.run.program import Program

VALUE = Declared((1,), "float32", "values", None)
STEPS = np.arange(200)


def test_made_up_words_are_among_those_of_the_data(tmp_path):
    """The last number of a vocabulary may be a mask of the network's own, which no data hold."""
    words = np.random.default_rng(0).integers(0, 8, (50, 6)).astype("int32")
    program = Program(compose("~data.inputs", "+data.inputs={shape: [6], dtype: int32, classes: 9}"), None)
    program.__dict__["data"] = SimpleNamespace(train=(words, np.zeros(50)))
    model = keras.Sequential([keras.Input((6,), dtype="int32"), layers.Embedding(9, 2)])
    assert program.random_inputs(model, 500).max() == 7


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
    found = held_out.between(train, held, label, label[:200])
    assert found > share if share else found == 0


@pytest.mark.parametrize(("levels", "told"), [(2, False), (8, True)])
def test_rows_of_few_directions_lie_in_a_line_by_chance(levels, told):
    rng = np.random.default_rng(0)
    days, others = rng.normal(size=(2, 200, levels)).repeat(48 // levels, axis=2)
    made = 0.7 * days[:-1] + 0.3 * days[1:]  # each of two of training, or of none
    held = made[::2] if told else others[:100]
    days, held = (
        np.insert(rows, 0, 1.0, axis=1).astype("float32") for rows in (days, held)
    )  # and a column for the bias
    assert bool(held_out.between(days, held, np.zeros(200), np.zeros(100))) is told


@pytest.mark.parametrize(
    ("before", "after", "torn"),
    [
        ((24, 48), (12, 2, 24, 2), False),  # blocks of 2 by 2, whose mean halves an image
        ((12, 2, 24, 2), (24, 48), False),
        ((24, 48), (12, 24, 2, 2), True),
        ((6, 8), (2, 6, 4), True),
    ],
)
def test_axes_that_are_cut_in_their_place_stay_in_their_rows(before, after, torn):
    assert reshapes.torn(before, after) is torn


@pytest.mark.parametrize(("of_data", "still"), [(True, set()), (False, {0})])
def test_a_loss_of_few_targets_is_asked_about_those_of_the_data(of_data, still):
    """Made-up targets hold nothing of what it looks for, and then no weight is taught anything."""
    model = keras.Sequential([keras.Input((3,)), layers.Dense(1)])
    model.compile("sgd", lambda y_true, y_pred: ops.where(y_true > 5, ops.square(y_true - y_pred), 0.0 * y_pred))
    program = SimpleNamespace(
        targets=Declared((1,), "float32", "values", None),
        random_inputs=lambda model, number: np.ones((number, 3), "float32"),
    )
    some = (np.ones((8, 3), "float32"), np.full((8, 1), 9.0, "float32")) if of_data else None
    assert training_steps.Training(model, program, 8, some).places == still


@pytest.mark.parametrize(("expects", "right"), [("logits", 0.5), ("probabilities", 1.0)])
def test_logits_that_all_lie_in_0_to_1_are_counted_as_logits(expects, right):
    said, p = np.array([0.0, 0.0, 1.0, 1.0]), np.array([0.2, 0.4, 0.7, 0.9])
    contract = SimpleNamespace(truths=[("binary", said)], predictions=[p], probabilities=[True], expects=expects)
    assert reported.hits(contract).mean() == right


@pytest.mark.parametrize(
    ("power", "status"),
    [
        (lambda p: (1 - p**0.5) / 0.5, "warn"),  # a generalized cross-entropy, whose slope at p = 0 has no end
        (lambda p: -ops.log(p), "fail"),
        (lambda p: -ops.log(p + 1e-7), "pass"),
    ],
)
def test_a_loss_that_is_finite_at_all_that_trainings_reach_is_no_fail(power, status):
    def of_logits(y_true, y_pred):
        exact = ops.softmax(y_pred) if status == "warn" else ops.round(ops.softmax(y_pred) * 1e6) / 1e6
        return power(ops.sum(ops.one_hot(y_true, 3) * exact, axis=-1))

    model = keras.Sequential([keras.Input((3,)), layers.Dense(3)])
    model.compile(loss=of_logits)
    x = np.random.default_rng(0).normal(size=(12, 3)).astype("float32")
    contract = loss_answers.Contract(model, Declared((), "int32", "classes", 3), (x, np.arange(12) % 3), model(x))
    assert loss.finite_at_extremes(SimpleNamespace(contract=contract, model=model)).status == status


def test_a_target_that_goes_by_time_alone_leaves_nothing_to_compare():
    drift = np.linspace(0, 1, 300)[:, None] + 0.01 * np.random.default_rng(0).normal(size=(300, 1))
    part = SimpleNamespace(name="target", train=drift, validation=drift[:100], declared=SimpleNamespace(kind="values"))
    assert splits.scaled_alike(SimpleNamespace(inputs=[], targets=[part])).status == "pass"


@pytest.mark.parametrize(("others", "deaf"), [([1.0, 0.5], True), ([1.0, 0.6, 0.5], False)])
def test_a_training_that_stopped_before_another_is_compared_as_far_as_it_went(others, deaf):
    def training(losses):
        return SimpleNamespace(losses=lambda split: losses)

    m = SimpleNamespace(given=training([1.0, 0.5, 0.4]), permuted=training(others))
    assert comparisons.Measured.deaf.fget(m) is deaf


@pytest.mark.parametrize(("places", "known"), [(True, False), (False, True)])
def test_targets_that_are_alike_for_all_samples_have_no_constant_to_beat(places, known):
    rng = np.random.default_rng(0)
    targets = np.tile(np.arange(5), (30, 1)) if places else rng.integers(0, 5, (30, 5))
    m = SimpleNamespace(data=SimpleNamespace(population=targets), few=(None, targets), best_constant=(1.0, None))
    assert (comparisons.Measured.constant.fget(m) is not None) is known


@pytest.mark.parametrize(("floor", "known"), [(None, False), (0.0, True)])
def test_without_targets_and_a_floor_the_best_constant_is_the_least_of_any_prediction(floor, known):
    m = SimpleNamespace(data=SimpleNamespace(population=None), floor=floor, best_constant=(0.0, None))
    assert (comparisons.Measured.constant.fget(m) is not None) is known


def test_two_dropouts_are_two_that_training_may_change():
    """A teacher's never draws; that of its student does."""
    inputs = keras.Input((3,))
    student, teacher = (keras.Sequential([inputs, layers.Dropout(0.5), layers.Dense(2)]) for _ in range(2))
    both = keras.Model(inputs, [student(inputs), teacher(inputs)])
    names, states = training_steps.training_states(both)
    assert len(names) == len({id(state) for state in states}) == 2


def breaks():
    raise ValueError("no training")


@pytest.mark.parametrize(
    ("expected", "whole", "cause", "declared", "status"),
    [
        (as_claimed.REACHED, lambda: "measured", "optimizer-wrong", False, "warn"),
        ("not far exceeded", lambda: "measured", "optimizer-wrong", False, "fail"),
        (as_claimed.REACHED, lambda: None, "optimizer-wrong", False, "fail"),  # it would take long
        (as_claimed.REACHED, breaks, "optimizer-wrong", False, "fail"),
        (as_claimed.REACHED, lambda: "measured", "train-and-validation-overlap", False, "fail"),  # no honest figure
        (as_claimed.REACHED, lambda: "measured", "axes-swapped", True, "fail"),  # another equation, though it trains
    ],
)
def test_who_reaches_what_is_claimed_fails_only_where_figures_are_not_honest_or_an_equation_another(
    monkeypatch, expected, whole, cause, declared, status
):
    monkeypatch.setattr(as_claimed, "claimed_figures", lambda m: verdicts.passes("val/accuracy 0.9", expected))
    finding = verdicts.fails(3.9, "< 3.8, untrained", {cause: "seen"})
    finding.check = Check("loss-falls", CONSEQUENCE, None, declared=declared)
    weighing.doubted(finding, whole)
    assert finding.status == status
    assert finding.doubted is ("val/accuracy 0.9" in finding.reason) is (status == "warn")


def test_no_training_refutes_what_is_worked_by_hand_or_said_by_the_paper_or_asked_by_a_check_of_ones_own():
    every = [check for rung in verdicts.RUNGS for check in climb.module_of(rung).CHECKS]
    papers = {"as-the-paper-says", "symmetries", "starts-as-the-paper-says", "always-as-the-paper-says"}
    assert {check.name for check in every if check.declared} == {"worked-by-hand", *papers}
    assert all(check.declared for check in every if check.name == "worked-by-hand")
    (own,) = climb.own_checks({"mine": {"_target_": "math.sqrt", "_partial_": True}})
    assert own.declared


def test_of_a_fail_it_is_said_that_the_whole_training_misses_what_is_claimed(monkeypatch):
    causes = {"method-differs": "val/accuracy is 0.51, claimed is ≥ 0.9 (Table 1); still open: width"}
    monkeypatch.setattr(as_claimed, "claimed_figures", lambda m: verdicts.fails(0.51, "≥ 0.9", causes))
    finding = verdicts.fails(3.9, "< 3.8, untrained", {"optimizer-wrong": "seen"}, "at model.py:3")
    finding.check = Check("loss-falls", CONSEQUENCE, None)
    weighing.doubted(finding, lambda: "measured")
    assert finding.status == "fail"
    assert finding.reason == (
        "at model.py:3; after the whole training val/accuracy is 0.51, claimed is ≥ 0.9 (Table 1)"
    )


@pytest.mark.parametrize(
    ("rungs", "claims", "seconds", "asked"),
    [
        (["forward", "all"], ["accuracy"], 50, True),
        (["forward"], ["accuracy"], 50, False),
        (["forward", "all"], [], 50, False),
        (["forward", "all"], ["accuracy"], 70, False),
    ],
)
def test_the_whole_training_is_asked_of_a_fail_where_it_is_climbed_claimed_and_short(
    monkeypatch, rungs, claims, seconds, asked
):
    monkeypatch.setattr(as_claimed, "of_the_end", lambda cfg: claims)
    cfg, plan = SimpleNamespace(rungs=rungs, training=SimpleNamespace(epochs=0)), SimpleNamespace(steps=10)
    program, done = SimpleNamespace(cfg=cfg, plan=plan, claimed=None, pace=lambda: (0.0, seconds / 10)), []
    assert climb.affordable(program, lambda: "measured", done.append) == ("measured" if asked else None)
    assert len(done) == asked


@pytest.mark.parametrize(("added", "first"), [(2.0, "wrong-loss-weights"), (0.5, "optimizer-wrong")])
def test_what_layers_add_is_named_where_it_is_more_than_what_the_loss_rises_by(monkeypatch, added, first):
    monkeypatch.setattr(whole.hindering, "not_learnt", lambda m: {"optimizer-wrong": "it stays"})
    judged = {"train": 3.3, "start": 2.3, "reloaded": 3.3, "untrained": 2.3}
    finding = whole.loss_falls(SimpleNamespace(judged=judged, floor=0.0, added=added))
    assert finding.status == "fail" and next(iter(finding.causes)) == first


@pytest.mark.parametrize(
    ("losses", "draws"), [([3.5189, 3.51887, 3.516, 3.518], True), ([3.5189] * 4, False), ([np.nan] * 4, False)]
)
def test_two_draws_of_a_loss_may_lie_near_by_chance(losses, draws):
    answers = iter(losses)
    assert loss_answers.Contract.draws.func(SimpleNamespace(of_batch=lambda change: next(answers))) is draws


def of_pairs(y_true, y_pred, aligned, averaged):
    squares = (y_true - (y_pred[:, :1] if aligned else y_pred[:, 0])) ** 2
    return ops.mean(squares, axis=-1) if averaged else squares


@pytest.mark.parametrize("averaged", [False, True])
@pytest.mark.parametrize(("aligned", "status"), [(True, "pass"), (False, "warn")])
def test_of_several_outputs_a_loss_of_each_pair_of_samples_is_told(aligned, averaged, status):
    inputs, rng = keras.Input((3,)), np.random.default_rng(0)
    outputs = {"energy": layers.Dense(2)(inputs), "kind": layers.Dense(4)(inputs)}
    model = keras.Model(inputs, outputs)
    own = functools.partial(of_pairs, aligned=aligned, averaged=averaged)
    model.compile(loss={"energy": own, "kind": keras.losses.SparseCategoricalCrossentropy(from_logits=True)})
    declared = {"energy": VALUE, "kind": Declared((), "int32", "classes", 4)}
    targets = {"energy": rng.normal(size=(9, 1)).astype("float32"), "kind": rng.integers(0, 4, 9)}
    some = rng.normal(size=(9, 3)).astype("float32")
    contract = loss_answers.Contract(model, declared, (some, targets), model(some))
    finding = loss_behaviour.samples_alone(SimpleNamespace(contract=contract, unheard=""))
    assert finding.status == status and ("loss-broadcasts" in finding.causes) is (status == "warn")


@pytest.mark.parametrize(("heard", "shares"), [([[True, True, False]], [1.0]), (None, [2 / 3])])
def test_an_accuracy_counts_those_that_the_loss_listens_to(heard, shares):
    said, p = np.array([[0.0, 1.0, 1.0]]), np.array([[-2.0, 3.0, -1.0]])
    contract = SimpleNamespace(truths=[("binary", said)], predictions=[p], probabilities=[False], expects="logits")
    m = SimpleNamespace(contract=contract, heard=[np.array(heard)], unheard="" if heard else "asked of one head")
    assert reported.where_heard(m)[:1] == pytest.approx(shares)


@pytest.mark.parametrize(("validation", "status"), [(0.2, "pass"), (2.4, "fail")])
def test_wrong_labels_that_a_loss_leaves_out_may_keep_the_training_loss_up(monkeypatch, validation, status):
    monkeypatch.setattr(whole.hindering, "not_learnt", lambda m: {"optimizer-wrong": "it stays"})
    judged = {"train": 3.3, "start": 2.3, "reloaded": validation, "untrained": 2.3}
    assert whole.loss_falls(SimpleNamespace(judged=judged, floor=0.0, added=0.0)).status == status


@pytest.mark.parametrize(("kind", "rung", "status"), [("none", "one", "skip"), ("values", "one", "fail")])
def test_a_floor_of_all_draws_together_is_not_asked_of_one(kind, rung, status):
    contract = SimpleNamespace(declared=[SimpleNamespace(kind=kind)])
    m = SimpleNamespace(floor=-1.9, contract=contract, history=[-13.7], loss=-13.7, model=keras.Sequential())
    m.model.compile("sgd", "mse")
    assert overfit.above_floor(m).status == status


@pytest.mark.parametrize(
    ("floor", "density", "loss", "status"),
    [
        (-1.9, False, -1.8, "pass"),
        (-1.9, False, -52.0, "fail"),
        (None, False, -22.9, "skip"),
        (None, True, -22.9, "fail"),
    ],
)
def test_a_training_does_not_end_below_what_is_possible(floor, density, loss, status):
    cfg = OmegaConf.create(
        {"loss": {"density": density}, "data": {"targets": {"shape": [], "dtype": "float32", "kind": "none"}}}
    )
    data = SimpleNamespace(train=(np.array([[0.0, 1.0], [1.0, 1.0]]), np.full(2, 0.5)))
    m = SimpleNamespace(floor=floor, cfg=cfg, data=data, judged={"train": loss}, scale=20.0)
    assert reported.above_floor(m).status == status


@pytest.mark.parametrize(("floor", "loss", "status"), [(0.0, 0.4, "pass"), (0.0, 0.9, "warn"), (None, 0.9, "pass")])
def test_where_nobody_knows_how_much_there_is_to_learn_what_is_learnt_is_enough(floor, loss, status):
    hint = Check(
        "initial-loss", INDICATOR, lambda m: verdicts.warns(4.0, "2", {"inputs-not-scaled": "far"}), refuted=True
    )
    beats = Check("beats-constant", CONSEQUENCE, lambda m: verdicts.passes(loss, limit=1.0))
    ten = Check("learnt", CONSEQUENCE, lambda m: verdicts.passes(0.1))
    climbed = [verdicts.Rung(n, [check(None)]) for n, check in (("loss", hint), ("ten", ten), ("all", beats))]
    weighing.clear(climbed, floor)
    assert climbed[0].status == status


@pytest.mark.parametrize(("goal", "status"), [("the image", "skip"), ("a mask", "warn")])
def test_what_is_to_be_put_in_order_does_not_turn_with_its_image(goal, status):
    rng = np.random.default_rng(0)
    images = rng.normal(size=(30, 6, 6))
    goals = images if goal == "the image" else images[..., None] > 0.5
    x, y = np.concatenate([images, images[:, ::-1]]), np.concatenate([goals, goals])
    part = SimpleNamespace(train=x), SimpleNamespace(train=y)
    m = SimpleNamespace(inputs=part[:1], targets=part[1:], many=(x, y), fed=None)
    assert batches_fed.moved_together(m).status == status


def forecast_by_hour(kind):
    """A day's hours from those of ten days: each hour by the same weights, and no bend."""
    hours = keras.Input((240,))
    x = layers.Permute((2, 1))(layers.Reshape((10, 24))(hours))
    x = layers.Dense(10, use_bias=False)(layers.Dense(10, use_bias=False)(x))
    wide = layers.Dense(400)(hours)
    return keras.Model(hours, layers.Dense(24)(wide) if kind == "in two layers" else layers.Flatten()(x))


@pytest.mark.parametrize(
    ("kind", "target", "status"),
    [("by hour", "values", "pass"), ("by hour", "classes", "fail"), ("in two layers", "values", "fail")],
)
def test_a_linear_map_of_few_weights_is_meant_to_be_one(kind, target, status):
    model = forecast_by_hour(kind)
    model.compile(loss="mse")
    inputs = np.random.default_rng(0).normal(size=(7, 240)).astype("float32")
    calls, answer, _ = layer_calls.until_crash(model, inputs)
    program = SimpleNamespace(targets=Declared((24,), "float32", target, None))
    m = SimpleNamespace(model=model, inputs=inputs, calls=calls, answer=answer, program=program, incomparable="")
    assert predictions_compared.not_affine(m).status == status


@pytest.mark.parametrize(("shares", "right"), [([[0.45, 0.55], [0.9, 0.1]], True), ([[0.0, 1.0], [1.0, 0.0]], False)])
def test_which_share_is_the_largest_is_asked_of_classes_alone(shares, right):
    shares, predicted = np.array(shares), np.array([[0.55, 0.45], [0.9, 0.1]])
    c = SimpleNamespace(style="units", truths=[("units", shares)], predictions=[predicted], targets=shares)
    c.probabilities = [True]
    assert overfit.all_right(SimpleNamespace(contract=c)) == right


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


@pytest.mark.parametrize(("held", "status"), [("at random", "warn"), ("the last", "pass")])
@pytest.mark.parametrize("level", ["as measured", "less its own mean"])
def test_windows_overlap_whatever_level_is_taken_off_each(level, held, status):
    x = windows(np.random.default_rng(0).normal(size=2000).cumsum(), range(0, 1980, 5))
    x = x - x.mean(axis=1, keepdims=True) if level == "less its own mean" else x
    last = np.arange(len(x)) >= 330 if held == "the last" else np.random.default_rng(1).random(len(x)) < 0.2
    last[324:330] = held == "at random"  # what reaches into the held-out ones is left out
    part = SimpleNamespace(name="x", train=x[~last], validation=x[last])
    assert (
        splits_apart.validation_independent(SimpleNamespace(inputs=[part], targets=[], validation=x)).status == status
    )


@pytest.mark.parametrize(("learnt", "status"), [(17, "pass"), (18, "fail")])
def test_what_one_class_has_in_training_is_not_hidden_by_another_that_repeats(learnt, status):
    """Of each reader's books the last is held out, and books that nobody has read are drawn for both."""
    rng = np.random.default_rng(0)
    books = np.stack([rng.permutation(160) for _ in range(250)])  # the first 18 are read

    def split(read, number):
        drawn = rng.integers(18, 160, (250, 4 * number))
        pairs = [(u, book, int(book in books[u, :18])) for u in range(250) for book in (*read[u], *books[u, drawn[u]])]
        user, book, label = np.array(pairs, "int32").T
        return {"user": user, "book": book}, label

    train, held = split(books[:, :learnt], learnt), split(books[:, 17:18], 1)
    parts = [SimpleNamespace(train=side) for side in train[0].values()]
    labels = [SimpleNamespace(one_class=True)]
    m = SimpleNamespace(many=train, validation=held, held=held, inputs=parts, targets=labels)
    found = splits_apart.splits_apart(m)
    assert found.status == status
    assert status == "pass" or "100.0% of the validation samples of class 1" in str(found.causes)


def test_classes_are_asked_apart_only_where_they_are_as_load_returned_them():
    x, y = np.arange(400).reshape(200, 2), np.arange(200) % 2
    as_loaded = np.eye(2)[y]
    m = SimpleNamespace(many=(x[:100], as_loaded[:100]), validation=(x[100:], y[100:]), targets=[])
    m.targets = [SimpleNamespace(one_class=True)]
    hashes = np.arange(100)
    assert [*splits_apart.by_class(m, hashes, hashes)] == []
    m.many = (x[:100], y[:100])
    assert [label for label, _ in splits_apart.by_class(m, hashes, hashes)] == [0, 1]


@pytest.mark.parametrize(("new", "status"), [(1, "pass"), (8, "warn")])
def test_a_class_of_one_sample_is_no_sorted_split(new, status):
    labels = np.arange(360) % 40
    held = np.where(np.arange(360) < new, 50, labels)
    declared = SimpleNamespace(classes=60)
    part = SimpleNamespace(one_class=True, every=labels, validation=held, declared=declared, loss=None)
    assert splits.classes_in_both(SimpleNamespace(targets=[part])).status == status


def test_a_loss_of_the_samples_of_a_batch_is_judged_by_batches_of_validations_size():
    asked = {}
    model = SimpleNamespace(evaluate=lambda x, y, **options: asked.update(options))
    measured = object.__new__(comparisons.Measured)
    measured.program = SimpleNamespace(plan=SimpleNamespace(validation_batch_size=400))
    measured.figures(model, (np.zeros((500, 2)), np.zeros(500)))
    assert asked["batch_size"] == 400


class Matching(keras.Model):
    """Compares what it has drawn with what goes in, which no prediction reads."""

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        return ops.mean((x - y_pred) ** 2)


@pytest.mark.parametrize(("network", "status"), [(Matching, "skip"), (keras.Model, "warn")])
def test_what_no_prediction_reads_a_loss_of_its_own_may(network, status):
    x = keras.Input((3,))
    model = network(x, layers.Dense(3)(0 * x))
    model.compile(loss="mse")
    m = SimpleNamespace(incomparable="", model=model, inputs=np.ones((7, 3), "float32"), steps=None)
    m.read = [np.zeros(3, bool)]
    assert predictions_compared.reads_whole_input(m).status == status


class Taught(layers.Layer):
    """Says in training what its teacher says, and else its own answer."""

    def __init__(self, follows):
        super().__init__()
        self.follows, self.dropout = follows, layers.Dropout(0.5)

    def call(self, own, teachers, training=False):
        own = self.dropout(own, training=training)
        return own + teachers if self.follows and training else own + 0 * teachers


@pytest.mark.parametrize("follows", [True, False])
def test_an_input_that_is_read_in_training_alone_is_a_teachers(follows):
    inputs = {"signal": keras.Input((3,)), "teacher": keras.Input((2,))}
    model = keras.Model(inputs, Taught(follows)(layers.Dense(2)(inputs["signal"]), inputs["teacher"]))
    model.compile(loss="mse")
    rng = np.random.default_rng(0)
    some = {name: rng.normal(size=(8, *part.shape[1:])).astype("float32") for name, part in inputs.items()}
    signal, teacher = perturb.read(model, some)
    assert signal.all() and (teacher is None if follows else not teacher.any())


class Adding(layers.Layer):
    def __init__(self, adds):
        super().__init__()
        self.adds = adds

    def call(self, x, domain, training=False):
        if training and self.adds:
            self.add_loss(ops.mean(x * domain[:, None]))
        return x


@pytest.mark.parametrize(("adds", "status"), [(True, "skip"), (False, "warn")])
def test_an_input_that_a_layer_adds_to_the_loss_in_training_alone_is_read(adds, status):
    x, domain = keras.Input((3,), name="x"), keras.Input((), name="domain")
    model = keras.Model({"x": x, "domain": domain}, layers.Dense(2)(Adding(adds)(x, domain)))
    model.compile(loss="mse")
    inputs = {"domain": np.ones(7, "float32"), "x": np.ones((7, 3), "float32")}
    m = SimpleNamespace(incomparable="", model=model, inputs=inputs, read=[np.zeros((), bool), np.ones(3, bool)])
    assert predictions_compared.inputs_read(m).status == status


def nearest(sign):
    """Of squared distances to each class, or of logits."""

    def loss(y_true, y_pred):
        own = ops.one_hot(y_true, y_pred.shape[-1], dtype=y_pred.dtype)
        others = ops.logsumexp(sign * y_pred - 1e9 * own, axis=-1)
        return others - ops.sum(own * sign * y_pred, axis=-1)

    return loss


@pytest.mark.parametrize(("sign", "status"), [(-1.0, "skip"), (1.0, "pass")])
def test_outputs_may_be_distances_of_which_the_least_names_the_class(sign, status):
    model = keras.Sequential([keras.Input((3,)), layers.Dense(4)])
    model.compile(loss=nearest(sign))
    x, labels = np.random.default_rng(0).normal(size=(16, 3)).astype("float32"), np.arange(16) % 4
    contract = loss_answers.Contract(model, Declared((), "int32", "classes", 4), (x, labels), model(x))
    m = SimpleNamespace(contract=contract, model=model, loss_draws=False, couples=False, loss=1.0)
    assert loss_behaviour.classes_compete(m).status == status


@pytest.mark.parametrize(("others", "status"), [(0.8, "pass"), (1e6, "warn"), (0.0, "warn")])
def test_a_network_that_starts_far_off_says_nothing_of_what_its_loss_asks_for(monkeypatch, others, status):
    monkeypatch.setattr(loss.constant, "own_loss", lambda model: True)
    contract = SimpleNamespace(unknown="", exchanged=(0.0, others))
    m = SimpleNamespace(contract=contract, model=None, floor=0.0, constant=0.36, loss=5e4)
    assert loss.asks_of_inputs(m).status == status


def of_levels(y_true, y_pred, half=0.5):
    """-log of a logistic's mass around each of the levels 0 … 3, of which the ends take all that lies beyond."""
    middle, scale = y_pred[:, :1], ops.exp(y_pred[:, 1:])
    above, below = (ops.sigmoid((y_true + side * half - middle) / scale) for side in (1, -1))
    mass = ops.where(y_true < 0.5, above, ops.where(y_true > 2.5, 1 - below, above - below))
    return -ops.log(ops.maximum(mass, 1e-9))[:, 0]


@pytest.mark.parametrize(("half", "sums"), [(0.5, True), (0.25, False)])
def test_levels_end_where_the_targets_do(half, sums):
    rows, y = np.random.default_rng(0).normal(1, 1, (6, 2)), np.arange(20.0)[:, None] % 4
    totals = density.integrals(lambda *pair: of_levels(*pair, half=half), y, rows, counts=True)
    assert np.allclose(totals, 1, atol=1e-3) is sums


@pytest.mark.parametrize(("name", "status"), [("shares", "skip"), ("scores", "pass")])
def test_a_network_may_answer_logarithms_of_shares_itself(name, status):
    x = keras.Input((3,))
    scores = layers.Dense(4)(x)
    model = keras.Model(x, ops.log_softmax(scores) if name == "shares" else scores)
    loss_of_it = nearest(1.0) if name == "scores" else lambda y, p: -ops.sum(ops.one_hot(y, 4) * p, axis=-1)
    model.compile(loss=loss_of_it)
    rows, labels = np.random.default_rng(0).normal(size=(16, 3)).astype("float32"), np.arange(16) % 4
    contract = loss_answers.Contract(model, Declared((), "int32", "classes", 4), (rows, labels), model(rows))
    m = SimpleNamespace(contract=contract, model=model, loss_draws=False, couples=False, loss=1.0)
    assert loss_behaviour.classes_compete(m).status == status


@pytest.mark.parametrize(("low", "status"), [([-1.0], "pass"), ([-1.0, -2.0], "warn")])
def test_one_number_below_all_that_the_outputs_reach_may_be_a_mark(monkeypatch, low, status):
    targets = np.array([low * 4 + [3.0] * 8]).reshape(-1, 1)[:, :, None]
    part = SimpleNamespace(declared=SimpleNamespace(kind="values"), loss=None, train=targets)
    outputs = np.linspace(0.1, 9, len(targets))[:, None, None]
    monkeypatch.setattr(model_meets_data, "by_target", lambda m, reached: [outputs])
    monkeypatch.setattr(model_meets_data.perturb, "possible", lambda model, inputs: None)
    monkeypatch.setattr(model_meets_data, "compares", lambda m: True)
    m = SimpleNamespace(targets=[part], model=None, few=lambda number: None)
    assert model_meets_data.targets_reachable(m).status == status


@pytest.mark.parametrize(("given", "planned"), [((7, None), (7, 700)), ((7, 70), (7, 70)), ((9, 3), (9, 9))])
def test_a_schedule_may_count_epochs_before_there_is_data(given, planned):
    cfg = OmegaConf.create({"training": dict(zip(("epochs", "max_steps"), given, strict=True))})
    measured = object.__new__(forward.Measured)
    measured.program = SimpleNamespace(cfg=cfg, compiled=lambda plan: plan)
    assert (measured.new().epochs, measured.new().steps) == planned
