"""Tries: one thing changed from outside, the failing check asked again; and what each change does."""

import contextlib
import json
from pathlib import Path
from types import SimpleNamespace

import keras
import numpy as np
import pytest
from conftest import compose
from hydra.utils import instantiate
from keras import layers, ops
from paper_net.recipe.checks.check import CONSEQUENCE, CONTRACT, Check
from paper_net.recipe.checks.verdicts import check_as_json, fails, passes, skips
from paper_net.recipe.keras_side import private
from paper_net.recipe.prepare.nested import declared
from paper_net.recipe.run.program import Program
from paper_net.recipe.tries import arrays, mends, settings, trying
from paper_net.recipe.tries import layers as layer_mends
from paper_net.recipe.tries.seen import Seen

LOGITS = {"loss.function.from_logits": False}
FADES = ("training.schedule.at=0.1", "training.schedule.factor=0.01")


class Asked:
    """What a rung would have measured: nothing but the program."""

    def __init__(self, program, rung):
        self.cfg = program.cfg


def decided(judge, kind, causes, tmp_path, *overrides, rung="ten", seconds=60, name="learnt", longest=0.0, **options):
    """The finding of a check that is `judge(cfg)`, after the tries."""
    check = Check(name, kind, lambda measured: judge(measured.cfg), causes=tuple(causes), **options)
    program = Program(compose(*overrides, f"recipe.tries={seconds}", config="recipe"), tmp_path)
    finding = check(Asked(program, rung))
    finding.causes = causes
    trying.tried(finding, rung, Asked, program, lambda words: None, longest)
    return finding


def passes_if(right):
    return lambda cfg: passes(0.01, "0") if right(cfg) else fails(1.5, "0", {})


TWICE = {"softmax-twice": "the outputs sum to 1", "learning-rate-too-low": "steps of 1e-7"}


def test_a_mend_that_alone_makes_the_check_pass_proves_its_cause(tmp_path):
    judge = passes_if(lambda cfg: not cfg.loss.function.from_logits)
    finding = decided(judge, CONTRACT, {**dict(reversed(TWICE.items()))}, tmp_path)
    came = "it passes (0.01), under 3 seeds"
    assert finding.outcomes == {"softmax-twice": ("loss.function.from_logits=false", "proved", came)}
    assert list(finding.causes) == ["softmax-twice", "learning-rate-too-low"]
    first = check_as_json(finding)["causes"][0]
    assert first["outcome"] == "proved" and first["tried"] == "loss.function.from_logits=false"
    assert "passes (0.01), under 3 seeds; the outputs sum to 1" in json.dumps(first)


def test_what_two_mends_of_two_causes_mend_is_proved_by_neither(tmp_path):
    judge = passes_if(lambda cfg: not cfg.loss.function.from_logits or cfg.training.schedule is None)
    causes = {"softmax-twice": "", "schedule-reaches-zero": "", "dead-units": ""}
    finding = decided(judge, CONTRACT, causes, tmp_path, *FADES)
    assert {outcome[1:] for outcome in finding.outcomes.values()} == {
        ("consistent", "it passes (0.01), under 3 seeds"),
        ("no help", ""),
    }
    assert list(finding.causes)[-1] == "dead-units"


def test_what_one_mend_takes_away_together_is_proved_of_neither(tmp_path):
    judge = passes_if(lambda cfg: not cfg.loss.function.from_logits)
    finding = decided(judge, CONTRACT, {"sigmoid-twice": "0 … 1", "softmax-twice": "sum 1"}, tmp_path)
    assert [*finding.outcomes] == ["sigmoid-twice"]
    assert finding.outcomes["sigmoid-twice"][:2] == ("loss.function.from_logits=false", "consistent")
    assert list(finding.causes) == ["sigmoid-twice", "softmax-twice"]


def test_a_treatment_proves_nothing(tmp_path):
    judge = passes_if(lambda cfg: cfg.optimizer.learning_rate > 0.05)
    finding = decided(judge, CONSEQUENCE, {"learning-rate-too-low": "steps of 1e-7"}, tmp_path)
    assert finding.outcomes["learning-rate-too-low"][:2] == ("optimizer.learning_rate=0.1", "consistent")
    assert "proved" not in str(finding.outcomes)


def test_what_passes_under_two_other_seeds_fails_nobody(tmp_path):
    finding = decided(passes_if(lambda cfg: cfg.seed > 0), CONSEQUENCE, TWICE, tmp_path)
    assert finding.status == "warn" and "two other seeds" in finding.reason
    assert decided(passes_if(lambda cfg: cfg.seed == 1), CONSEQUENCE, TWICE, tmp_path).status == "fail"
    # A contract is broken whatever the seed of another run.
    assert decided(passes_if(lambda cfg: cfg.seed > 0), CONTRACT, TWICE, tmp_path).status == "fail"


def test_a_claim_that_two_other_seeds_reach_fails_nobody(tmp_path):
    judge = passes_if(lambda cfg: cfg.seed > 0)
    causes = {"method-differs": "0.5, claimed is 0.9"}
    assert decided(judge, CONSEQUENCE, causes, tmp_path, rung="all", to_the_end=True).status == "warn"
    assert decided(judge, CONSEQUENCE, causes, tmp_path, rung="all").status == "fail"


def test_what_falls_short_of_a_claim_is_tried_while_there_is_time_and_what_is_too_good_is_not(tmp_path):
    judge = passes_if(lambda cfg: cfg.training.schedule is None)
    causes = {"schedule-reaches-zero": "0.001 at half time", "method-differs": "0.5, claimed is 0.9"}
    options = {"rung": "all", "to_the_end": True}
    proved = decided(judge, CONSEQUENCE, causes, tmp_path, *FADES, **options)
    assert proved.outcomes["schedule-reaches-zero"][:2] == ("training.schedule=null", "proved")
    too_long = decided(judge, CONSEQUENCE, causes, tmp_path, longest=70.0, **options)
    assert (too_long.status, too_long.outcomes) == ("fail", {})
    longer = passes_if(lambda cfg: cfg.training.epochs > 100)
    for longest, names in ((0.0, {"too-few-epochs"}), (20.0, set())):  # four times of 20 s are more than there is
        found = decided(longer, CONSEQUENCE, {"method-differs": "0.5"}, tmp_path, longest=longest, **options)
        assert {*found.outcomes} == names
    too_good = decided(judge, CONSEQUENCE, {"too-good-to-be-true": "0.99", **causes}, tmp_path, **options)
    assert (too_good.status, too_good.outcomes) == ("fail", {})


@pytest.mark.parametrize(("to_the_end", "first"), [(True, "learning-rate-too-high"), (False, "method-differs")])
def test_another_rate_that_reaches_a_claim_is_evidence(tmp_path, to_the_end, first):
    judge, causes = (
        passes_if(lambda cfg: cfg.optimizer.learning_rate < 0.005),
        {"method-differs": "0.5, claimed is 0.9"},
    )
    finding = decided(judge, CONSEQUENCE, causes, tmp_path, rung="all", to_the_end=to_the_end)
    assert finding.outcomes["learning-rate-too-high"].outcome == "consistent"
    assert next(iter(finding.causes)) == first


@pytest.mark.parametrize(("to_the_end", "sooner"), [(True, "rate"), (False, "initializer")])
def test_of_a_missed_claim_another_rate_is_tried_before_what_may_hinder(tmp_path, monkeypatch, to_the_end, sooner):
    asked = []
    monkeypatch.setattr(trying.Laboratory, "ask", lambda laboratory, change, further: asked.append(change.words))
    options = {"rung": "all", "to_the_end": to_the_end}
    decided(passes_if(lambda cfg: False), CONSEQUENCE, {"method-differs": "0.5"}, tmp_path, **options)
    at = {name: next(i for i, words in enumerate(asked) if name in words) for name in ("rate", "initializer")}
    assert min(at, key=at.get) == sooner


def test_a_changed_program_is_held_to_what_is_claimed_of_the_written_one(tmp_path):
    program = Program(compose(config="recipe"), tmp_path)
    check = Check("claimed-figures", CONSEQUENCE, lambda m: passes(m.program.claimed is program.cfg))

    def measured(program, rung):
        return SimpleNamespace(program=program)

    laboratory = trying.Laboratory(check, "all", measured, program, 60, lambda words: None)
    assert laboratory.ask(settings.adam(laboratory.seen), 0).measured is True


def test_after_what_changes_the_targets_a_claimed_figure_is_another_one(tmp_path, monkeypatch):
    asked = []
    monkeypatch.setattr(trying.Laboratory, "ask", lambda laboratory, change, further: asked.append(change.words))
    causes = {"loss-sign-flipped": "below the floor", "targets-not-scaled": "they reach 900"}
    values = ("data.targets={shape: [1], dtype: float32, kind: values}", "loss=mean_squared_error")
    never = passes_if(lambda cfg: False)
    decided(never, CONSEQUENCE, causes, tmp_path, *values, rung="all", to_the_end=True)
    assert asked and not {"the loss turned round", "targets standardized"} & {*asked}
    decided(never, CONSEQUENCE, causes, tmp_path, *values, rung="all")
    assert {"the loss turned round", "targets standardized"} <= {*asked}


def test_what_is_learnt_in_four_times_the_steps_had_no_chance(tmp_path):
    judge = passes_if(lambda cfg: cfg.training.subset.steps > 1000)
    finding = decided(judge, CONSEQUENCE, {"capacity-too-small": ""}, tmp_path)
    assert finding.status == "warn" and "four times the steps" in finding.reason
    assert decided(judge, CONSEQUENCE, {"capacity-too-small": ""}, tmp_path, rung="all").status == "fail"


@pytest.mark.parametrize(
    ("name", "cause", "right", "status"),
    [
        ("finite", "learning-rate-too-high", lambda cfg: cfg.optimizer.learning_rate < 0.005, "warn"),
        ("learnt", "capacity-too-small", lambda cfg: cfg.training.subset.steps > 1000, "fail"),
    ],
)
def test_without_time_for_other_seeds_a_divergence_is_excused_and_few_steps_are_not(
    tmp_path, monkeypatch, name, cause, right, status
):
    passed = []

    def judge(cfg):
        found = passes_if(right)(cfg)
        passed.extend(["once"] * (found.status == "pass"))
        return found

    monkeypatch.setattr(trying.Laboratory, "affords", lambda laboratory, change: not passed)
    assert decided(judge, CONSEQUENCE, {cause: ""}, tmp_path, name=name).status == status
    assert passed == ["once"]


@pytest.mark.parametrize(("others", "status"), [(False, "warn"), (True, "fail")])
def test_a_mend_that_helps_under_one_seed_alone_leaves_a_divergence_to_the_whole_data(tmp_path, others, status):
    def right(cfg):
        unclipped = cfg.optimizer.get("clipnorm") is None and (others or cfg.seed == 0)
        return unclipped or cfg.optimizer.learning_rate < 0.005

    causes = {"gradient-clipped-away": "gradients of norm 50 are cut to 1"}
    finding = decided(passes_if(right), CONSEQUENCE, causes, tmp_path, "+optimizer.clipnorm=1.0", name="finite")
    assert finding.status == status


def test_a_written_setting_is_taken_back_before_weights_are_drawn_anew(tmp_path):
    causes = {"initialization-too-large": "", "gradient-clipped-away": ""}
    asked = []
    judge = passes_if(lambda cfg: asked.append(cfg.optimizer.get("clipnorm")))
    decided(judge, CONSEQUENCE, causes, tmp_path, "+optimizer.clipnorm=0.1", rung="all")
    assert asked[:3] == [0.1, None, 0.1]  # as it is, without clipping, as it is with other weights


def test_few_samples_that_diverge_at_a_rate_leave_it_to_the_whole_data(tmp_path):
    judge = passes_if(lambda cfg: cfg.optimizer.learning_rate < 0.005)
    causes = {"learning-rate-too-high": "NaN in round 3"}
    finding = decided(judge, CONSEQUENCE, causes, tmp_path, name="finite")
    assert finding.status == "warn" and "the whole data decides" in finding.reason
    assert decided(judge, CONSEQUENCE, causes, tmp_path, name="finite", rung="all").status == "fail"
    assert decided(judge, CONSEQUENCE, causes, tmp_path).status == "fail"


def test_a_try_that_breaks_says_nothing_and_one_that_has_nothing_to_ask_helps_nobody(tmp_path):
    def breaks(cfg):
        if not cfg.loss.function.from_logits:
            raise RuntimeError
        return fails(1.5, "0", {})

    finding = decided(breaks, CONTRACT, TWICE, tmp_path)
    assert finding.status == "fail" and "softmax-twice" not in finding.outcomes
    assert list(finding.causes) == list(TWICE)  # and so it stays where it was
    skipping = decided(
        lambda cfg: fails(1, "0", {}) if cfg.loss.function.from_logits else skips("an own loss"),
        CONTRACT,
        TWICE,
        tmp_path,
    )
    assert skipping.status == "fail" and skipping.outcomes["softmax-twice"][1] == "no help"


def test_where_nothing_helps_it_names_what_is_written_by_hand(tmp_path):
    causes = {"labels-shuffled-against-inputs": "", "learning-rate-too-low": ""}
    never = passes_if(lambda cfg: False)
    finding = decided(never, CONSEQUENCE, causes, tmp_path, "loss=focal", rung="all")
    assert list(finding.causes) == ["labels-shuffled-against-inputs", "method-differs", "learning-rate-too-low"]
    assert finding.causes["method-differs"].endswith("changes helps; written by hand: the loss")
    assert list(decided(never, CONSEQUENCE, causes, tmp_path, rung="all").causes) == list(causes)
    hardly = decided(never, CONSEQUENCE, causes, tmp_path, "loss=focal", rung="all", seconds=0.001)
    assert "method-differs" not in hardly.causes


def test_no_time_no_tries(tmp_path):
    finding = decided(passes_if(lambda cfg: False), CONTRACT, TWICE, tmp_path, seconds=0)
    assert finding.outcomes == {} and list(finding.causes) == list(TWICE)


# What the changes do.


def network(*parts, width=4):
    values = keras.Input((6,))
    x = values
    for part in parts:
        x = part(x)
    return keras.Model(values, x)


def seen(model, *overrides):
    found = Seen(Program(compose(*overrides, config="recipe"), None))
    found.model = model
    return found


def rows(model):
    return ops.convert_to_numpy(model(np.random.default_rng(0).normal(size=(5, 6)).astype("float32")))


@pytest.mark.parametrize(
    "parts",
    [
        lambda: [layers.Dense(10, activation="softmax")],
        lambda: [layers.Dense(10), layers.Softmax()],
        lambda: [layers.Dense(10), layers.Softmax(axis=0)],
        lambda: [layers.Dense(10, activation="softmax"), layers.Softmax()],
        lambda: [layers.Dense(10, activation="relu")],
        lambda: [layers.Dense(10), layers.ReLU()],
        lambda: [layers.Dense(10), layers.Activation("sigmoid")],
        lambda: [layers.Dense(10), lambda x: ops.softmax(x, axis=0)],
    ],
)
def test_the_head_that_a_loss_of_logits_asks_for(parts):
    model = network(*parts())
    dense = next(layer for layer in model.layers if isinstance(layer, layers.Dense))
    changed = layer_mends.fitting_head(seen(model)).model(model)
    inputs = np.random.default_rng(0).normal(size=(5, 6)).astype("float32")
    np.testing.assert_allclose(rows(changed), inputs @ dense.kernel.numpy() + dense.bias.numpy(), rtol=1e-4, atol=1e-5)


def test_a_head_that_fits_is_left_alone():
    assert layer_mends.fitting_head(seen(network(layers.Dense(10)))) is None
    shares = network(layers.Dense(10), layers.Softmax())
    assert layer_mends.fitting_head(seen(shares, "loss.function.from_logits=false")) is None


def test_one_unit_a_class():
    model = network(layers.Dense(4, activation="relu"), layers.Dense(9))
    assert layer_mends.units_of_classes(seen(model)).model(model).output_shape == (None, 10)
    assert layer_mends.units_of_classes(seen(network(layers.Dense(10)))) is None


def test_hidden_activations_and_not_the_output():
    model = network(layers.Dense(4, activation="sigmoid"), layers.Dense(4), layers.Dense(10, activation="sigmoid"))
    mends.MENDS["vanishing-gradient"][0](seen(model)).model(model)
    mends.MENDS["no-nonlinearity"][0](seen(model)).model(model)
    assert [layer.activation.__name__ for layer in model.layers[1:]] == ["relu", "relu", "sigmoid"]


def test_what_is_frozen_is_freed():
    model = network(layers.Dense(4, trainable=False), layers.Dense(10))
    assert len(layer_mends.all_trained(seen(model)).model(model).trainable_variables) == 4
    assert layer_mends.all_trained(seen(model)) is None


def test_layers_that_are_made_anew_keep_the_others():
    model = network(layers.Reshape((3, 2)), layers.BatchNormalization(axis=1), layers.Flatten(), layers.Dense(10))
    changed = layer_mends.last_axis(seen(model)).model(model)
    assert changed.layers[2].gamma.shape == (2,) and changed.layers[-1] is model.layers[-1]
    model = network(layers.Dense(4), layers.Dense(10))
    wider = layer_mends.wider(seen(model)).model(model)
    assert [layer.kernel.shape for layer in wider.layers[1:]] == [(6, 16), (16, 10)]


def test_a_schedule_that_counts_epochs_gets_epochs():
    found = seen(network(layers.Dense(10)))
    decay = {"_target_": "keras.optimizers.schedules.ExponentialDecay", "_partial_": True, "decay_rate": 0.5}
    found.cfg.training.schedule, found.rate_at_half = decay, 0.5
    assert settings.rate_by_epoch(found) is settings.constant_rate(found) is None  # as far as it goes, it is meant
    found.rate_at_half = 0.0
    assert settings.constant_rate(found).words == "training.schedule=null"
    ((key, node),) = settings.rate_by_epoch(found).overrides
    assert key == "training.schedule"
    schedule = instantiate(node)(0.1, 4)  # halved each four of what it is called with
    steps = found.program.plan.steps_per_epoch
    np.testing.assert_allclose([float(schedule(step)) for step in (0, 4 * steps, 8 * steps)], [0.1, 0.05, 0.025], 1e-5)
    found.cfg.training.schedule = None
    assert settings.rate_by_epoch(found) is None


def test_half_precision_is_taken_back():
    model = network(layers.Dense(4, dtype="float16"), layers.Dense(10))
    changed = layer_mends.full_precision(seen(model)).model(model)
    assert {variable.dtype for variable in changed.variables} == {"float32"}
    assert layer_mends.full_precision(seen(changed)) is None


def test_a_train_step_of_ones_own_is_taken_back():
    class Forgetful(keras.Model):
        def train_step(self, *args):
            return {"loss": 0.0}

    values = keras.Input((6,))
    model = Forgetful(values, layers.Dense(10)(values))
    changed = layer_mends.keras_step(seen(model)).model(model)
    assert type(changed).train_step is keras.Model.train_step and type(changed).__name__ == "Forgetful"
    assert layer_mends.keras_step(seen(network(layers.Dense(10)))) is None


def test_statistics_dropout_and_penalties():
    model = network(
        layers.BatchNormalization(momentum=0.9999), layers.Dropout(0.9), layers.Dense(10, kernel_regularizer="l2")
    )
    layer_mends.quick_statistics(seen(model)).model(model)
    layer_mends.no_dropout(seen(model)).model(model)
    layer_mends.no_penalty(seen(model)).model(model)
    norm, dropout, _ = model.layers[1:]
    bare = network(layers.Dense(10))
    assert layer_mends.no_penalty(seen(bare)) is layer_mends.no_dropout(seen(bare)) is None
    assert (norm.momentum, dropout.rate, model.losses) == (0.9, 0.0, [])


SIX = "~data.inputs", "+data.inputs={shape: [6], dtype: float32}"


class Divergent(layers.Layer):
    """Hands its inputs on, and adds 100 to the loss."""

    def call(self, x):
        self.add_loss(ops.convert_to_tensor(100.0))
        return x


def test_what_layers_add_to_the_loss_by_themselves_is_taken_off():
    model, bare = network(Divergent(), layers.Dense(10)), network(layers.Dense(10, kernel_regularizer="l2"))
    change = layer_mends.nothing_added(seen(model, *SIX))
    assert float(sum(model.losses)) == 100
    rows(change.model(model))
    assert model.losses == [] and layer_mends.nothing_added(seen(network(layers.Dense(10)), *SIX)) is None
    rows(private.adding_nothing(bare))
    assert len(bare.losses) == 1  # a penalty on weights has a mend of its own


def test_an_augmentation_is_no_dropout_and_no_noise():
    images = keras.Input((8, 8, 1))
    model = keras.Model(images, layers.Dropout(0.5)(layers.RandomFlip(seed=0)(images)))
    alone = keras.Model(images, layers.RandomFlip(seed=0)(images))
    assert layer_mends.no_dropout(seen(alone)) is None
    assert layer_mends.no_augmentation(seen(network(layers.Dropout(0.5)))) is None
    some = np.random.default_rng(0).normal(size=(20, 8, 8, 1)).astype("float32")
    layer_mends.no_dropout(seen(model)).model(model)
    assert model.layers[2].rate == 0 and not np.array_equal(model(some, training=True), some)
    layer_mends.no_augmentation(seen(model)).model(model)
    assert np.array_equal(model(some, training=True), some)


def values(**splits):
    return {name: (np.asarray(x, "float32"), np.asarray(y)) for name, (x, y) in splits.items()}


def test_labels_from_zero_and_targets_like_predictions():
    loaded = values(train=([[1.0], [2.0]], [1, 3]), validation=([[3.0]], [2]))
    found = seen(network(layers.Dense(10)))
    found.data = type("Data", (), {"train": loaded["train"]})
    changed = arrays.labels_from_zero(found).splits(loaded)
    assert [list(changed[name][1]) for name in changed] == [[0, 2], [1]]
    found.program.targets = declared({"shape": [], "dtype": "float32", "kind": "values"})
    found.answer_shape = (1,)
    change = arrays.targets_as_predictions(found)
    assert change.splits(loaded)["train"][1].shape == (2, 1) and change.overrides == (("data.targets.shape", [1]),)


def test_scales():
    rng = np.random.default_rng(0)
    train, held = rng.normal(5, (2, 20, 200), (200, 3)), rng.normal(0, 1, (100, 3))
    loaded = values(train=(train, train[:, 0]), validation=(held, held[:, 0]))
    found = seen(network(layers.Dense(10)))
    found.data = type("Data", (), {"train": loaded["train"]})
    standard = arrays.standard_inputs(found).splits(loaded)
    np.testing.assert_allclose(standard["train"][0].std(axis=0), 1, rtol=1e-4)
    assert abs(standard["validation"][0][:, 0].mean() + 2.5) < 0.5  # by training's numbers, not by its own
    alike = arrays.validation_as_training(found).splits(loaded)
    assert alike["train"] is loaded["train"]
    np.testing.assert_allclose(alike["validation"][0].std(axis=0), train.std(axis=0), rtol=1e-4)  # feature by feature


def test_samples_with_gaps_and_sorted_splits():
    gaps = values(train=([[1.0], [np.nan], [3.0]], [0, 1, 2]), validation=([[1.0]], [0]))
    assert list(arrays.finite_rows(None).splits(gaps)["train"][1]) == [0, 2]
    halves = values(train=(np.zeros((50, 1)), np.zeros(50)), validation=(np.ones((50, 1)), np.ones(50)))
    mixed = arrays.split_anew(None).splits(halves)
    for x, y in mixed.values():
        assert 0.3 < y.mean() < 0.7 and np.array_equal(x[:, 0], y)


def test_every_cause_has_a_mend_once_and_every_mend_a_cause():
    from paper_net.recipe.checks.causes import LOOK_AT

    assert {*mends.MENDS, *mends.TREATMENTS} <= {*LOOK_AT} and not {*mends.MENDS} & {*mends.TREATMENTS}
    assert {*mends.WRITTEN, *mends.ANY} <= {*mends.MENDS}
    said = " ".join((Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8").split())
    assert f"of {len(mends.MENDS)} causes it can take one away from outside" in said


class Own(keras.Model):
    def train_step(self, *args):
        return {"loss": 0.0}


def much_is_wrong():
    """Four programs in which, between them, something is wrong for each mend."""
    table = values(train=(np.ones((20, 6)), np.arange(20) % 9 + 1), validation=(np.ones((5, 6)), np.ones(5)))
    hidden = [layers.Dense(4, activation=name) for name in ("sigmoid", "softmax", "linear")]
    hidden[0].trainable = False
    parts = [layers.Reshape((3, 2)), layers.BatchNormalization(axis=1), layers.Flatten(), layers.Dropout(0.5)]
    half = layers.Dense(4, dtype="float16", kernel_regularizer="l2")
    settings = "+optimizer.epsilon=1.0", "+optimizer.clipnorm=0.1", "+optimizer.use_ema=true", *FADES
    stopping = "+training.callbacks.stop={_target_: keras.callbacks.EarlyStopping}"
    first = seen(network(*parts, half, *hidden, layers.Dense(9, activation="softmax")), *settings, stopping)
    first.data = SimpleNamespace(train=table["train"])
    second = seen(network(layers.Dense(1)), "loss=mean_squared_error")
    second.program.targets = declared({"shape": [], "dtype": "float32", "kind": "values"})
    second.data, second.answer_shape = first.data, (1,)
    inputs = keras.Input((6,))
    third = seen(Own(inputs, layers.Dense(10)(inputs)))
    images = keras.Input((8, 8, 1))
    as_images = "~data.inputs", "+data.inputs={shape: [8, 8, 1], dtype: float32}"
    return [first, second, third, seen(keras.Model(images, Divergent()(layers.RandomFlip()(images))), *as_images)]


ALL = [(cause, mend) for table in (mends.MENDS, mends.TREATMENTS) for cause, row in table.items() for mend in row]


@pytest.fixture(scope="module")
def wrong():
    return much_is_wrong()


@pytest.mark.parametrize(("cause", "mend"), ALL, ids=[f"{cause}-{i}" for i, (cause, _) in enumerate(ALL)])
def test_each_mend_applies_somewhere(wrong, cause, mend):
    changes = []
    for program in wrong:
        with contextlib.suppress(AttributeError, ValueError):  # of a kind that it cannot change
            changes.append(mend(program))
    changes = [change for change in changes if change]
    assert changes and all(change.words and (change.overrides or change.model or change.splits) for change in changes)


def test_the_head_of_what_is_no_graph_is_unknown():
    class Own(keras.Model):
        def __init__(self):
            super().__init__()
            self.dense = layers.Dense(10)

        def call(self, x):
            return self.dense(x)

    assert private.head(Own()) == []


def test_made_up_words_are_of_the_whole_vocabulary():
    words = "++data.inputs={shape: [12], dtype: int32}"
    made = Program(compose(words), None).random_inputs(network(layers.Dense(10)))
    assert set(np.unique(made)) == {0, 1}
    reader = keras.Sequential([keras.Input((12,)), layers.Embedding(50, 4)])
    made = Program(compose(words), None).random_inputs(reader)
    assert made.max() > 20 and made.max() < 50
