"""Which samples a run learns from: what can be meant, what a subset takes, and the order they come in."""

import numpy as np
import pytest
from conftest import compose
from paper_net.recipe.launch import refusals
from paper_net.recipe.prepare import batches, samples


@pytest.fixture(params=["mnist1d", "digits", "npz"])
def overrides(request, own_arrays):
    return [f"data={request.param}", *(own_arrays if request.param == "npz" else [])]


@pytest.mark.parametrize("number", [1, 10, 25])
def test_a_subset_has_exactly_its_size_and_validates_on_itself(overrides, number):
    data = samples.load(compose(*overrides, f"data.subset={number}"))
    assert samples.count(data.train) == number == len(set(data.indices))
    assert data.validation is data.train and data.test is None


def test_a_subset_has_as_many_different_targets_as_possible(overrides):
    data = samples.load(compose(*overrides, "data.subset=10"))
    _, counts = np.unique(data.train[1], return_counts=True)
    assert counts.size == min(10, len(np.unique(data.population))) and np.ptp(counts) <= 1


@pytest.mark.parametrize(("subset", "most"), [("all", 7), ("all", 200), (1, 7), (10, 30), (10, 5000)])
def test_no_training_has_more_steps_than_it_may(subset, most):
    cfg = compose(f"data.subset={subset}", f"training.max_steps={most}")
    assert 0 < batches.plan(cfg, samples.load(cfg)).steps <= most


def test_the_seed_decides_the_subset(overrides):
    zero, again, one = (
        samples.load(compose(*overrides, "data.subset=10", f"seed={seed}")).indices.tolist() for seed in (0, 0, 1)
    )
    assert zero == again != one


def test_samples_are_picked_by_index():
    data = samples.load(compose("data.samples=[17,3]"))
    whole = samples.load(compose())
    np.testing.assert_array_equal(data.train[0], whole.train[0][[17, 3]])


def test_every_pass_sees_each_sample_once_and_in_another_order():
    split = (np.arange(10.0), np.arange(10))
    order = batches.Batches(split, batch_size=4, seed=0)
    passes = [np.concatenate([order[3 * n + i][1] for i in range(3)]).tolist() for n in range(3)]
    assert all(sorted(seen) == list(range(10)) for seen in passes)
    assert passes[0] != passes[1] != passes[2]


def test_inputs_and_targets_are_shuffled_together():
    split = (np.arange(10.0), np.arange(10))
    inputs, targets = batches.Batches(split, batch_size=10, seed=0)[0]
    np.testing.assert_array_equal(inputs, targets)


def test_a_nest_of_arrays_is_cut_leaf_by_leaf():
    nest = {"image": np.arange(6).reshape(3, 2), "more": (np.arange(3), None)}
    cut = samples.take(nest, np.array([2, 0]))
    assert cut["image"].tolist() == [[4, 5], [0, 1]] and cut["more"][0].tolist() == [2, 0] and cut["more"][1] is None


@pytest.mark.parametrize("accepted", ["data.subset=1", "data.subset=3600", "data.samples=[0,3599]", "seed=0"])
def test_accepts_what_can_be_meant(accepted):
    cfg = compose(accepted)
    assert refusals.by_configuration(cfg) is None and refusals.by_data(cfg) is None
