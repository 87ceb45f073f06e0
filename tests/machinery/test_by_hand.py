"""A loss is held to examples worked by hand: one that departs from them is caught, its healthy twin is not."""

from types import SimpleNamespace

import numpy as np
import pytest
from conftest import compose
from keras import ops
from omegaconf import OmegaConf
from paper_net.recipe.checks import loss as rung
from paper_net.recipe.keras_side import backend  # noqa: F401
from paper_net.recipe.launch import refusals
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
    return rung.worked_by_hand(SimpleNamespace(cfg=cfg, program=SimpleNamespace(targets=targets)))


@pytest.mark.parametrize(
    ("function", "says", "first"),
    [
        (own(crossentropy, times=-1.0), {}, "loss-sign-flipped"),
        (own(crossentropy, times=0.5), {}, "wrong-loss-weights"),
        (own(crossentropy, base=2.0), {}, "wrong-loss-weights"),
        (own(crossentropy, plus=0.9), {}, "term-missing"),
        (own(crossentropy, plus=0.9), {"density": True}, "density-not-normalized"),
        (own(crossentropy, plus=np.nan), {}, "term-missing"),
        (own(other), {}, "term-missing"),
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
    assert (finding.status, next(iter(finding.causes))) == ("fail", "term-missing")


def test_near_0_a_loss_is_exact_to_a_thousandth():
    certain = [{"target": 0, "prediction": [20.0, 0.0], "loss": 0}]
    assert found(own(crossentropy, plus=0.0009), certain).status == "pass"
    assert found(own(crossentropy, plus=0.0011), certain).status == "fail"


def test_a_loss_that_breaks_on_an_example_fails_with_what_broke():
    finding = found(own(of_rows))
    assert finding.status == "fail" and finding.measured == "breaks"
    assert finding.causes["method-differs"].startswith("the loss breaks on target 0, prediction [0.0, 0.0]: ")


@pytest.mark.parametrize(("loss", "status"), [(2.5, "pass"), (5.0, "fail")])  # (1² + 2²) / 2
def test_a_loss_is_the_mean_over_the_positions_of_a_sample(loss, status):
    example = {"target": [0.0, 0.0], "prediction": [1, 2], "loss": loss}
    assert found({"_target_": "keras.losses.MeanSquaredError"}, [example], VALUE).status == status


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
    assert refusals.by_configuration(cfg) is None and rung.worked_by_hand(m).status == "pass"
    del cfg.loss.examples[0].gamma
    assert rung.worked_by_hand(m).status == ("pass" if gamma == 2.0 else "fail")


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


ONE = "{target: 0, prediction: [0, 0], loss: 1}"
OF = "{of: {_target_: paper_net.losses.focal, z: [1.0]}, loss: 1}"
WORDS = (
    "expected a list of {target, prediction, loss} or {of, loss}, of numbers or lists of them, one list for each output"
)


@pytest.mark.parametrize(
    "examples",
    ["3", "[]", "{}", "[1]", "[{target: 0, prediction: [0, 0]}]", f"{{digit: {ONE}}}", "{digit: []}"]
    + [ONE.join("[]").replace(*change) for change in (("loss: 1", "loss: low"), ("[0, 0]", "[a]"), ("[0, 0]", "[]"))]
    + [ONE.join("[]").replace("loss: 1", "loss: nan")]
    + [OF.join("[]").replace(*change) for change in (("_target_", "target"), ("loss: 1", "loss: low"))],
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
