"""What conf/paper.yaml says holds of any weights, asked of networks that keep it, and of their twins that do not."""

import keras
import numpy as np
import pytest
from keras import layers, ops
from omegaconf import open_dict
from paper_net.recipe.checks import as_claimed, forward
from paper_net.recipe.climb import climb  # noqa: F401
from paper_net.recipe.keep import project
from paper_net.recipe.measure.symmetries import departs
from paper_net.recipe.paper import judgement, paper_yaml
from paper_net.recipe.run.program import Program

ROUNDING = 1e-5
RNG = np.random.default_rng(0)


def network(inputs, outputs):
    model = keras.Model(inputs, outputs)
    model.compile("sgd", "mse")
    return model


def claimed(**claim):
    return paper_yaml.claims({"claims": {"one": {"where": "Section 3", **claim}}})[0]


def a_set(pooled):
    """The mean over a set of 6, or over what a point has."""
    points = keras.Input((6, 4), name="points")
    x = ops.mean(layers.Dense(8, activation="relu")(points), axis=1 if pooled == "points" else 2)
    return network(points, layers.Dense(2)(x)), RNG.normal(size=(5, 6, 4)).astype("float32")


def a_graph(over):
    """Messages of those that a node points to, or of those that point to it, with the features left behind."""
    nodes, edges = keras.Input((5, 3), name="nodes"), keras.Input((5, 5), name="edges")
    heard = ops.matmul(edges, layers.Dense(4)(nodes))
    x = ops.sum(heard, axis=1, keepdims=True) + heard if over == "nodes" else ops.cumsum(heard, axis=1)
    inputs = {"nodes": RNG.normal(size=(4, 5, 3)), "edges": RNG.integers(0, 2, (4, 5, 5))}
    return network({"nodes": nodes, "edges": edges}, layers.Dense(2)(x)), as_floats(inputs)


def masked(right):
    """The mean of what the mask shows, or of what it hides."""
    values, mask = keras.Input((7, 3), name="values"), keras.Input((7,), name="mask")
    shown = (mask if right else 1 - mask)[..., None]
    x = ops.sum(shown * layers.Dense(4)(values), axis=1) / (ops.sum(shown, axis=1) + 1e-3)
    inputs = {"values": RNG.normal(size=(6, 7, 3)), "mask": RNG.integers(0, 2, (6, 7))}
    return network({"values": values, "mask": mask}, layers.Dense(1)(x)), as_floats(inputs)


def tagged(right):
    """An answer for each place, which the mask multiplies before the places are joined, or after."""
    values, mask = keras.Input((7, 3), name="values"), keras.Input((7,), name="mask")
    shown = mask[..., None]
    x = layers.Dense(4)(values)
    x = x + ops.sum(shown * x if right else x, axis=1, keepdims=True)
    inputs = {"values": RNG.normal(size=(6, 7, 3)), "mask": RNG.integers(0, 2, (6, 7))}
    return network({"values": values, "mask": mask}, layers.Dense(2)(x)), as_floats(inputs)


def as_floats(nest):
    return {name: array.astype("float32") for name, array in nest.items()}


def recurrent(both_ways):
    steps = keras.Input((8, 2), name="steps")
    layer = layers.GRU(4, return_sequences=True)
    x = layers.Bidirectional(layer)(steps) if both_ways else layer(steps)
    return network(steps, layers.Dense(3)(x)), RNG.normal(size=(4, 8, 2)).astype("float32")


def moving_mean(behind_too):
    steps = keras.Input((8, 2), name="steps")
    pads = [[0, 0], [1, 1] if behind_too else [2, 0], [0, 0]]
    x = layers.AveragePooling1D(3, 1)(ops.pad(layers.Dense(4)(steps), pads))
    return network(steps, layers.Dense(2)(x)), RNG.normal(size=(4, 8, 2)).astype("float32")


def raster(itself):
    """A pixel from those of the row above, or from itself too."""
    pixels = keras.Input((5, 5, 1), name="pixels")
    above = ops.pad(pixels, [[0, 0], [1, 0], [0, 0], [0, 0]])[:, :-1]
    x = layers.Dense(4)(above + pixels if itself else above)
    return network(pixels, layers.Dense(1)(x)), RNG.integers(0, 2, (4, 5, 5, 1)).astype("float32")


def pooled_over_turns(right):
    """A convolution's mean over the image, of whose four turns the largest counts; or its first."""
    image = keras.Input((6, 6, 1), name="image")
    layer = layers.Conv2D(3, 3, activation="relu")
    turns = [image]
    for _ in range(3):
        turns.append(ops.flip(ops.transpose(turns[-1], (0, 2, 1, 3)), axis=1))
    means = ops.stack([ops.mean(layer(one), axis=(1, 2)) for one in turns], axis=1)
    x = ops.max(means, axis=1) if right else means[:, 0]
    return network(image, layers.Dense(2)(x)), RNG.normal(size=(4, 6, 6, 1)).astype("float32")


def signs_flipped(inputs):
    return -inputs


def even(right):
    numbers = keras.Input((3,), name="numbers")
    x = ops.square(layers.Dense(4, use_bias=False)(numbers)) if right else layers.Dense(4)(numbers)
    return network(numbers, layers.Dense(1)(x)), RNG.normal(size=(4, 3)).astype("float32")


OWN = {"_target_": f"{__name__}.signs_flipped"}
NODES = {"equivariant": {"permute": {"nodes": 0, "edges": [0, 1]}}, "output": 0}
CASES = [
    ({"invariant": {"permute": 0}}, a_set("points"), a_set("features")),
    (NODES, a_graph("nodes"), a_graph("order")),
    ({"invariant": {"replace": "values", "at": {"mask": 0}}}, masked(True), masked(False)),
    ({"invariant": {"replace": "values", "at": {"mask": 0}}}, tagged(True), tagged(False)),
    ({"causal": "until"}, recurrent(False), recurrent(True)),
    ({"causal": "before", "axes": [0, 1]}, raster(False), raster(True)),
    ({"invariant": {"turn": [0, 1]}}, pooled_over_turns(True), pooled_over_turns(False)),
    ({"equivariant": {"mirror": 0}}, moving_mean(True), moving_mean(False)),
    ({"invariant": OWN}, even(True), even(False)),
]


@pytest.mark.parametrize(
    ("claim", "kept", "broken"), CASES, ids=lambda case: str(case) if isinstance(case, dict) else ""
)
def test_a_symmetry_holds_to_rounding_or_is_broken_by_far(claim, kept, broken):
    assert departs(*kept, claimed(**claim)) < ROUNDING
    assert departs(*broken, claimed(**claim)) > 0.01


def test_one_that_reads_its_own_place_is_causal_until_it():
    assert departs(*raster(True), claimed(causal="until", axes=[0, 1])) < ROUNDING


def test_a_mask_that_hides_nothing_leaves_nothing_to_ask():
    model, inputs = masked(True)
    everything = {**inputs, "mask": np.ones_like(inputs["mask"])}
    assert departs(model, everything, claimed(invariant={"replace": "values", "at": {"mask": 0}})) is None


@pytest.mark.parametrize(
    ("claim", "model", "said"),
    [
        ({"invariant": {"permute": 2}}, a_set("points"), "there is no axis 2 in the shape (6, 4)"),
        ({"invariant": {"permute": {"nodes": 0}}}, a_set("points"), "there is no nodes; there are none with a name"),
        ({"invariant": {"permute": {"points": 0}}}, masked(True), "there is no points; there are values, mask"),
        ({"invariant": {"turn": [0, 1]}}, a_set("points"), "turn: expected two axes of one size"),
        ({"causal": "until"}, a_set("points"), "no answer has the places (6,) along the axes [0]"),
    ],
)
def test_what_cannot_be_asked_is_said(claim, model, said):
    with pytest.raises(ValueError, match="paper.claims.one: ") as refused:
        departs(*model, claimed(**claim))
    assert str(refused.value) == f"paper.claims.one: {said}"


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        (
            {"invariant": {"shuffle": 0}},
            "invariant: {'shuffle': 0}: expected a change, such as {permute: 0}",
        ),
        ({"invariant": {"permute": -1}}, "expected a change"),
        ({"invariant": 0}, "expected a change"),
        ({"invariant": {"replace": "words"}}, "expected a change"),
        ({"equivariant": OWN}, "equivariant: _target_: expected one of permute, mirror, roll, turn"),
        ({"equivariant": {"permute": {"nodes": 0}}}, "output is missing: the axis along which the answer moves"),
        ({"causal": "after"}, "causal: after: expected before, or until"),
        ({"causal": "until", "axes": [0, 0]}, "axes: [0, 0]: expected an axis"),
    ],
)
def test_what_cannot_be_meant_is_refused(claim, said):
    with pytest.raises(ValueError, match="paper.claims.one: ") as refused:
        claimed(**claim)
    assert said in str(refused.value)


def of_the_example(tmp_path, **claims):
    cfg = project.compose(["tracker=[]"], "recipe")
    with open_dict(cfg):
        cfg.paper = {"claims": {name: {"where": "Section 3", **claim} for name, claim in claims.items()}}
    return as_claimed.symmetries(forward.Measured(Program(cfg, tmp_path), "forward"))


def test_the_climb_asks_and_names_the_claim(tmp_path):
    finding = of_the_example(tmp_path, shifts={"invariant": {"mirror": 0}})
    assert finding.status == "fail" and "method-differs" in finding.causes
    assert finding.reason == "paper.claims.shifts"
    assert of_the_example(tmp_path, one={"invariant": {"permute": 1}}).status == "pass"  # an axis of one channel
    assert of_the_example(tmp_path).status == "skip"
    assert of_the_example(tmp_path, one={"invariant": {"permute": 5}}).status == "warn"


@pytest.mark.parametrize(
    ("distance", "verdict", "told"),
    [(1.84581, "not replicated", 1.85), (2e-7, "replicated", 2e-7), (None, "not tested", None)],
)
def test_a_replication_tells_a_symmetry_in_a_few_digits(distance, verdict, told):
    found = judgement.within(distance, 1e-3)
    assert (found.verdict, found.mean) == (verdict, told)
