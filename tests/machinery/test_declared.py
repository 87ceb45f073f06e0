"""What conf/data declares, whatever its inputs and targets are named."""

import keras
import numpy as np
import pytest
from omegaconf import OmegaConf, open_dict
from paper_net.recipe.keep import project
from paper_net.recipe.launch import refusals
from paper_net.recipe.prepare import array_checks, nested, samples

LEAF = {"shape": [3], "dtype": "float32"}
NAMES = ("shape", "dtype", "kind", "classes")


def config(inputs, targets):
    cfg = project.compose(["tracker=[]"])
    with open_dict(cfg):
        cfg.data.inputs, cfg.data.targets = inputs, targets
    return cfg


@pytest.mark.parametrize("name", NAMES)
def test_an_input_or_target_may_have_the_name_of_a_key(name):
    cfg = config({name: LEAF, "mask": LEAF}, {name: {**LEAF, "kind": "values"}, "rest": {**LEAF, "kind": "none"}})
    assert refusals.by_configuration(cfg) is None
    assert nested.declared(cfg.data.inputs) == {key: nested.Declared((3,), "float32") for key in (name, "mask")}
    assert samples.has_targets(cfg.data.targets)
    assert not samples.has_targets(OmegaConf.create({name: {**LEAF, "kind": "none"}}))
    wrong = array_checks.refusal(cfg, {"train": ({name: np.zeros((5, 4)), "mask": np.zeros((5, 3))}, None)})
    assert wrong == "the inputs of the split train have the shape (4,), conf/data declares (3,)"


@pytest.mark.parametrize("shape", [3, "[3]", None, {"of": 3}])
def test_a_shape_that_is_no_list_is_refused(shape):
    cfg = config({"shape": shape, "dtype": "float32"}, {**LEAF, "kind": "values"})
    assert refusals.by_configuration(cfg).startswith("data.inputs=")


@pytest.mark.parametrize("axis", [0, -1, 2.5, "many"])
def test_a_shape_of_other_than_whole_numbers_is_refused(axis):
    cfg = config({**LEAF, "shape": [3, axis]}, {**LEAF, "kind": "values"})
    assert refusals.by_configuration(cfg).startswith("data.inputs=")
    cfg.data.inputs.shape[1] = None  # an axis of any size
    assert refusals.by_configuration(cfg) is None


def test_arrays_are_in_the_order_in_which_keras_has_them():
    tree = {"label": 1, "domain": (2, {"z": 3, "a": 4})}
    assert nested.leaves(tree) == keras.tree.flatten(tree) == [2, 4, 3, 1]
    numbers = iter(range(4))
    assert nested.mapped(lambda _: next(numbers), tree) == {"label": 3, "domain": (0, {"z": 2, "a": 1})}
