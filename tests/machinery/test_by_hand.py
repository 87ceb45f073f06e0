"""Losses, steps of data and blocks of networks are held to examples by hand: what departs from them is caught,
its healthy twin is not."""

from types import SimpleNamespace

import numpy as np
import pytest
from conftest import compose
from keras import ops
from omegaconf import OmegaConf
from paper_net.recipe.checks import by_hand
from paper_net.recipe.keras_side import backend  # noqa: F401
from paper_net.recipe.launch import refusals
from paper_net.recipe.prepare import network
from paper_net.recipe.prepare.nested import Declared

CLASS, VALUE = Declared((), "int32", "classes", 2), Declared((2,), "float32", "values")


def crossentropy(y_true, y_pred, times=1.0, plus=0.0, base=np.e):
    p = ops.sum(ops.one_hot(y_true, y_pred.shape[-1]) * ops.softmax(y_pred), axis=-1)
    return plus - times * ops.log(p) / np.log(base)


def other(y_true, y_pred):
    return ops.square(crossentropy(y_true, y_pred))


def of_rows(y_true, y_pred):
    return crossentropy(y_true[:, 0], y_pred)


def hinge_of_deviations(z, least=1.0, times=1.0):
    return times * ops.relu(least - ops.std(z, axis=0))


def own(function, **arguments):
    return {"_target_": f"{__name__}.{function.__name__}", "_partial_": True, **arguments}


# p = 1/2: ln 2; p = 1/4, of logits that differ by ln 3: ln 4
BY_HAND = [
    {"target": 0, "prediction": [0.0, 0.0], "loss": 0.693},
    {"target": 1, "prediction": [1.0986, 0.0], "loss": 1.386},
]


def found(function, examples=BY_HAND, targets=CLASS, **says):
    cfg = OmegaConf.create({"loss": {"function": function, "examples": examples, **says}})
    return by_hand.of_loss(SimpleNamespace(cfg=cfg, program=SimpleNamespace(targets=targets)))


@pytest.mark.parametrize(
    ("function", "says", "first"),
    [
        (own(crossentropy, times=-1.0), {}, "loss-sign-flipped"),
        (own(crossentropy, times=0.5), {}, "wrong-loss-weights"),
        (own(crossentropy, base=2.0), {}, "wrong-loss-weights"),
        (own(crossentropy, plus=0.9), {}, "term-missing"),
        (own(crossentropy, plus=0.9), {"density": True}, "density-not-normalized"),
        (own(crossentropy, plus=np.nan), {}, "method-differs"),
        (own(other), {}, "method-differs"),
    ],
)
def test_another_equation_is_caught_by_what_its_losses_have_in_common(function, says, first):
    finding = found(function, **says)
    assert (finding.status, next(iter(finding.causes))) == ("fail", first)


def test_the_equation_itself_passes():
    assert found(own(crossentropy)).status == "pass"
    assert found({"_target_": "keras.losses.SparseCategoricalCrossentropy", "from_logits": True}).status == "pass"
    assert found(own(crossentropy), None).status == "skip"


def test_it_is_said_on_which_example_and_what_the_loss_is_there():
    said = found(own(crossentropy, plus=1.0)).causes["term-missing"]
    assert said == "target 0, prediction [0.0, 0.0] scores 1.693, by hand 0.693"


def test_one_example_tells_no_factor_from_a_term():
    finding = found(own(crossentropy, times=0.5), BY_HAND[:1])
    assert (finding.status, next(iter(finding.causes))) == ("fail", "method-differs")


def test_near_0_a_loss_is_exact_to_a_thousandth():
    certain = [{"target": 0, "prediction": [20.0, 0.0], "loss": 0}]
    assert found(own(crossentropy, plus=0.0009), certain).status == "pass"
    assert found(own(crossentropy, plus=0.0011), certain).status == "fail"


def test_a_loss_that_breaks_on_an_example_is_warned_of_with_what_broke():
    finding = found(own(of_rows))
    assert finding.status == "warn" and finding.measured == "breaks"
    assert finding.causes["method-differs"].startswith("the loss breaks on target 0, prediction [0.0, 0.0]: ")


@pytest.mark.parametrize(("loss", "status"), [(2.5, "pass"), (5.0, "fail")])  # (1² + 2²) / 2
def test_a_loss_is_the_mean_over_the_positions_of_a_sample(loss, status):
    example = {"target": [0.0, 0.0], "prediction": [1, 2], "loss": loss}
    assert found({"_target_": "keras.losses.MeanSquaredError"}, [example], VALUE).status == status


def of_words(y_true, words):
    return ops.cast(y_true[:, 0] == int(words[1][0]), "float32")


def test_a_list_of_words_is_handed_on_as_it_is():
    of = {"_target_": f"{__name__}.of_words", "y_true": [[1, 0]], "words": ["0", "1"]}
    assert found(None, [{"of": of, "loss": 1.0}]).status == "pass"


@pytest.mark.parametrize(("times", "status"), [(1.0, "pass"), (0.5, "fail")])
def test_each_of_several_outputs_is_held_to_its_own(times, status):
    functions = {"digit": own(crossentropy, times=times), "place": {"_target_": "keras.losses.MeanSquaredError"}}
    examples = {"digit": BY_HAND, "place": [{"target": [0, 0], "prediction": [1, 2], "loss": 2.5}]}
    finding = found(functions, examples, {"digit": CLASS, "place": VALUE})
    assert finding.status == status
    assert all(said.startswith("digit: target ") for said in finding.causes.values())


@pytest.mark.parametrize("gamma", [1.0, 2.0, 5.0])
def test_an_example_holds_whatever_the_argument_that_it_states_is_set_to(gamma):
    cfg = compose("loss=focal", f"loss.function.gamma={gamma}")
    m = SimpleNamespace(cfg=cfg, program=SimpleNamespace(targets=Declared((), "int32", "classes", 10)))
    assert refusals.by_configuration(cfg) is None and by_hand.of_loss(m).status == "pass"
    del cfg.loss.examples[0].gamma
    assert by_hand.of_loss(m).status == ("pass" if gamma == 2.0 else "fail")


@pytest.mark.parametrize(("arguments", "status"), [({}, "pass"), ({"times": 2.0}, "fail")])
def test_a_function_that_a_networks_own_loss_is_made_of_is_held_to_what_it_is_by_hand(arguments, status):
    of = {"_target_": f"{__name__}.hinge_of_deviations", "z": [[1.0, 0.0], [-1.0, 0.0]], **arguments}
    finding = found(None, [{"of": of, "loss": 0.5}])  # deviations 1 and 0
    assert finding.status == status
    assert status == "pass" or finding.causes["term-missing"] == (
        "hinge_of_deviations of z [[1.0, 0.0], [-1.0, 0.0]], times 2.0 scores 1, by hand 0.5"
    )
    finding = found(None, [{"of": {**of, "batch": 3}, "loss": 0.5}])
    assert finding.measured == "breaks" and "hinge_of_deviations of z" in finding.causes["method-differs"]


def distance(target, prediction):
    return ops.sum(ops.abs(target - prediction), axis=-1)


def test_such_a_function_may_have_arguments_of_any_names():
    of = {"_target_": f"{__name__}.distance", "target": [[1.0, 0.0]], "prediction": [[0.0, 2.0]]}
    assert found(None, [{"of": of, "loss": 3}]).status == "pass"
    assert found(None, [{"of": of, "loss": 4}]).status == "fail"


def test_what_a_try_wraps_gets_the_arguments_too():
    stated = [{**example, "times": 1.0} for example in BY_HAND]
    inner = own(crossentropy, times=3.0)
    wrapped = {"_target_": "paper_net.recipe.tries.settings.negative", "loss": inner}
    assert found(inner, stated).status == "pass"
    assert next(iter(found(wrapped, stated).causes)) == "loss-sign-flipped"


POINTS = np.arange(6).reshape(2, 3)


def of_points(points, by="itself"):
    return {
        "itself": points,
        "exchanged": points.T,
        "permuted": points[:, [1, 2, 0]],
        "masked": (points > 1).astype(int),
        "shifted": points + 1,
        "halves": points / 2,
        "doubled": points * 2.0,
        "negated": -points / 2,
        "squares": points**2 / 2,
        "unmirrored": -points[:, ::-1] / 2,
        "cut": points[:1],
        "missing": np.array([[np.nan, np.inf]]),
        "pair": (points, points[0]),
        "parts": {"low": points[0], "high": points[1]},
        "list": points.tolist(),
        "words": np.array([["a", "b"]]),
        "broken": points @ points if by == "broken" else None,
    }[by]


def step(by, gives, **arguments):
    of = {"_target_": f"{__name__}.of_points", "points": POINTS.tolist(), "by": by, **arguments}
    return {"of": of, "gives": np.asarray(gives).tolist() if isinstance(gives, np.ndarray) else gives}


def of_data(*examples):
    return by_hand.of_data(SimpleNamespace(cfg=OmegaConf.create({"data": {"examples": list(examples)}})))


@pytest.mark.parametrize(
    ("by", "gives", "first"),
    [
        ("exchanged", POINTS.tolist(), "axes-swapped"),
        ("permuted", POINTS, "labels-shuffled-against-inputs"),
        ("unmirrored", -POINTS / 2, "augmentation-breaks-label-or-range"),
        ("masked", (POINTS > 0).astype(int), "wrong-mask"),
        ("shifted", POINTS, "labels-noisy"),
        ("halves", POINTS, "inputs-scaled-twice"),
        ("doubled", POINTS, "inputs-not-scaled"),
        ("negated", POINTS / 2, "method-differs"),
        ("squares", POINTS / 2, "method-differs"),
        ("cut", POINTS, "method-differs"),
    ],
)
def test_a_step_that_makes_something_else_is_caught_by_how_the_two_differ(by, gives, first):
    finding = of_data(step("itself", POINTS), step(by, gives))
    assert (finding.status, next(iter(finding.causes))) == ("fail", first)
    assert of_data(step(by, of_points(POINTS, by))).status == "pass"


def test_a_failing_step_is_said_with_its_arguments_both_arrays_and_its_place():
    finding = of_data(step("shifted", POINTS))
    (said,) = {*finding.causes.values()}
    assert said == (
        "of_points of points [[0, 1, 2], [3, 4, 5]], by shifted gives [[1, 2, 3], [4, 5, 6]] of the shape [2, 3], "
        "by hand [[0, 1, 2], [3, 4, 5]] of the shape [2, 3]"
    )
    assert finding.reason.startswith("at test_by_hand.py:")


@pytest.mark.parametrize(
    ("by", "gives"),
    [
        ("pair", [POINTS.tolist(), [0, 1, 2]]),
        ("parts", {"low": [0, 1, 2], "high": [3, 4, 5]}),
        ("list", POINTS.tolist()),
    ],
)
def test_a_step_may_answer_several_arrays(by, gives):
    assert of_data(step(by, gives)).status == "pass"
    wrong = {**gives, "high": [3, 4, 6]} if isinstance(gives, dict) else [gives[0], [0, 1, 3]]
    finding = of_data(step(by, wrong))
    assert finding.status == "fail" and "by hand [" in next(iter(finding.causes.values()))


@pytest.mark.parametrize(
    "example",
    [
        step("broken", POINTS),
        step("pair", {"low": [0, 1, 2]}),
        step("pair", 3),
        step("itself", {"low": [0, 1, 2]}),
        step("itself", [[1, 2], [3]]),
        step("words", POINTS),
        step("itself", POINTS, missing=1),
    ],
)
def test_a_step_that_breaks_is_warned_of_with_what_broke(example):
    finding = of_data(example)
    assert (finding.status, finding.measured) == ("warn", "breaks")
    assert finding.causes["method-differs"].startswith(
        "conf/data: it breaks on of_points of points [[0, 1, 2], [3, 4, 5]]"
    )


def test_what_is_missing_is_like_what_is_missing_alone():
    assert of_data(step("missing", [[np.nan, np.inf]])).status == "pass"
    assert of_data(step("missing", [[0.0, np.inf]])).status == "fail"
    assert of_data(step("missing", [[np.nan, 1.0]])).status == "fail"


def test_a_step_gets_what_is_no_array_as_it_stands_and_what_is_called():
    drawn = {"_target_": f"{__name__}.drawn", "words": ["b", "a"], "ragged": [[1], [2, 3]], "low": 3}
    drawn["generator"] = {"_target_": "numpy.random.default_rng", "seed": 0}
    assert of_data({"of": drawn, "gives": [2, 2, 3]}).status == "pass"


def drawn(words, ragged, low, generator):
    return np.array([len(words), len(ragged), generator.integers(low, low + 1)])


def spread(hidden):
    return (hidden - ops.min(hidden, axis=-1, keepdims=True)) / (ops.max(hidden) + 1e-9)


def test_whole_numbers_are_decimal_ones_where_a_block_takes_no_others():
    of = {"_target_": f"{__name__}.spread", "hidden": [[1, 3, 5]]}
    cfg = OmegaConf.create({"model": {"_target_": "its.builder", "examples": [{"of": of, "gives": [[0, 0.4, 0.8]]}]}})
    assert by_hand.of_model(SimpleNamespace(cfg=cfg)).status == "pass"


def masked(y_true, y_pred, mark=-1.0):
    return ops.mean(ops.where(y_true == mark, 0.0, (y_pred - y_true) ** 2), axis=-1)


@pytest.mark.parametrize("unknown", [-1.0, 0.0])
@pytest.mark.parametrize(("heeds", "first"), [(True, None), (False, "wrong-mask")])
def test_what_differs_where_the_target_holds_a_mark_alone_is_a_mask(unknown, heeds, first):
    examples = [
        {"target": [1.0, 3.0], "prediction": [2.0, 2.0], "loss": 1.0},
        {"target": [1.0, unknown], "prediction": [2.0, 2.0], "loss": 0.5},
    ]
    finding = found(own(masked, mark=unknown if heeds else -2.0), examples, VALUE)
    assert next(iter(finding.causes), None) == first
    assert first is None or finding.causes[first].endswith(f"it differs where the target holds {unknown:g} alone")


def test_where_all_differs_no_mark_tells_why():
    examples = [{"target": [1.0, -1.0], "prediction": [2.0, 2.0], "loss": loss} for loss in (0.5, 0.6)]
    assert "wrong-mask" != next(iter(found(own(masked, mark=-2.0), examples, VALUE).causes))


def softened(scores, temperature=1.0):
    return ops.softmax(scores / temperature, axis=-1)


@pytest.mark.parametrize(("temperature", "status"), [(1.0, "pass"), (0.5, "fail")])
def test_a_block_of_the_network_gets_tensors(temperature, status):
    of = {"_target_": f"{__name__}.softened", "scores": [[0.0, 1.0986]], "temperature": temperature}
    cfg = OmegaConf.create({"model": {"_target_": "its.builder", "examples": [{"of": of, "gives": [[0.25, 0.75]]}]}})
    finding = by_hand.of_model(SimpleNamespace(cfg=cfg))
    assert finding.status == status and [*finding.causes] == ["method-differs"] * (status == "fail")
    del cfg.model.examples
    assert by_hand.of_model(SimpleNamespace(cfg=cfg)).status == "skip"


def test_examples_of_the_model_are_no_argument_of_its_builder():
    example = "+model.examples=[{of: {_target_: math.sqrt, x: 4}, gives: 2}]"
    referring = compose(example, "+width=7", "model.filters=${width}")
    assert network.build(referring).count_params() == network.build(compose("model.filters=7")).count_params()


ONE = "{target: 0, prediction: [0, 0], loss: 1}"
OF = "{of: {_target_: paper_net.losses.focal, z: [1.0]}, loss: 1}"
WORDS = (
    "expected a list of {target, prediction, loss} or {of, loss}, of numbers or lists (quote on, true), for each output"
)


@pytest.mark.parametrize(
    "examples",
    ["3", "[]", "{}", "[1]", "[{target: 0, prediction: [0, 0]}]", f"{{digit: {ONE}}}", "{digit: []}"]
    + [ONE.join("[]").replace(*change) for change in (("loss: 1", "loss: low"), ("[0, 0]", "[a]"), ("[0, 0]", "[]"))]
    + [ONE.join("[]").replace("loss: 1", "loss: nan")]
    + [OF.join("[]").replace(*change) for change in (("_target_", "target"), ("loss: 1", "loss: low"))]
    + [OF.join("[]").replace("z:", "true:")],
)
def test_other_examples_are_refused(examples):
    said = refusals.by_configuration(compose(f"+loss.examples={examples}"))
    assert said.startswith("loss.examples=") and said.endswith(WORDS)


@pytest.mark.parametrize(
    ("overrides", "said"),
    [
        ([f"+loss.examples=[{ONE}]"], None),
        (["loss=focal", "loss.examples=null", "loss.function=null"], None),
        (["loss=focal", "loss.function=null"], "loss.function is null: expected {of, loss}, of a function …"),
        (["loss=focal", "loss.function=null", f"loss.examples=[{OF}]"], None),
        (["loss=focal", f"loss.examples=[{ONE}, {OF}]"], None),
        ([f"+loss.examples={{digit: [{ONE}]}}"], "expected one list, as in loss.function"),
        (
            ["loss=focal", "~loss.function", "+loss.function.digit._target_=keras.losses.MeanSquaredError"],
            "expected lists by the names digit, as in loss.function",
        ),
        (
            ["loss=focal", "loss.examples=[{target: 0, prediction: [0, 0], loss: 1, gama: 2}]"],
            "gama is no argument in loss.function; expected target, prediction, loss",
        ),
    ],
)
def test_examples_that_no_function_takes_are_refused(overrides, said):
    found = refusals.by_configuration(compose(*overrides))
    assert found is said is None or found.startswith(f"loss.examples: {said.removesuffix('…')}")


@pytest.mark.parametrize("group", ["data", "model"])
@pytest.mark.parametrize(
    ("examples", "wrong"),
    [
        ("[{of: {_target_: paper_net.data.load_npz, path: x}, gives: {a: [1, 2.5], b: 0}}]", False),
        ("null", False),
        ("[]", True),
        ("[{of: {_target_: paper_net.data.load_npz}, gives: [a]}]", True),
        ("[{of: {path: x}, gives: 1}]", True),
        ("[{of: {_target_: paper_net.data.load_npz, true: 1}, gives: 1}]", True),
        ("[{of: {_target_: paper_net.data.load_npz}, loss: 1}]", True),
    ],
)
def test_examples_of_steps_and_blocks_are_refused_unless_they_give_numbers(group, examples, wrong):
    said = refusals.by_configuration(compose(f"+{group}.examples={examples}"))
    words = "a function with its arguments (quote on, off, true, false) and what it gives, or null"
    assert said.startswith(f"{group}.examples=") and said.endswith(words) if wrong else said is None
