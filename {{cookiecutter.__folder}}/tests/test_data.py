"""The data of every configuration, and the few samples that a subset takes from it."""

import numpy as np
import pytest
from conftest import compose, options

from {{ cookiecutter.package_name }}.recipe.prepare import batches, network, samples, sources


@pytest.fixture(params=options("data"))
def overrides(request, own_arrays):
    return [f"data={request.param}", *(own_arrays if request.param == "npz" else [])]


@pytest.fixture
def loaded(overrides):
    cfg = compose(*overrides)
    return cfg, samples.load(cfg)


def test_every_split_is_as_declared(loaded):
    cfg, data = loaded
    declared = {role: network.declared(cfg.data[role]) for role in ("inputs", "targets")}
    for inputs, targets in filter(None, (data.train, data.validation, data.test)):
        assert inputs.shape[1:] == declared["inputs"].shape and targets.shape[1:] == declared["targets"].shape
        assert np.all(np.isfinite(inputs))
        assert targets.min() >= 0 and targets.max() < declared["targets"].classes


def test_training_and_validation_share_no_sample(loaded):
    _, data = loaded
    train, validation = ({sample.tobytes() for sample in split[0]} for split in (data.train, data.validation))
    assert not train & validation


def test_mnist1d_has_the_papers_sizes():
    data = samples.load(compose("data=mnist1d"))
    assert [samples.count(split) for split in (data.train, data.validation, data.test)] == [3600, 400, 1000]


def test_the_papers_protocol_validates_on_the_test_split_and_says_so(caplog):
    data = samples.load(compose("experiment=paper_protocol"))
    assert samples.count(data.train) == 4000
    np.testing.assert_array_equal(data.validation[0], data.test[0])
    assert "validating on the test split" in caplog.text


@pytest.mark.parametrize("number", [1, 10, 25])
def test_a_subset_has_exactly_its_size_and_validates_on_itself(overrides, number):
    data = samples.load(compose(*overrides, f"data.subset={number}"))
    assert samples.count(data.train) == number == len(set(data.indices))
    assert data.validation is data.train and data.test is None


def test_a_subset_has_as_many_different_targets_as_possible(overrides):
    data = samples.load(compose(*overrides, "data.subset=10"))
    _, counts = np.unique(data.train[1], return_counts=True)
    assert counts.size == min(10, len(np.unique(data.population))) and np.ptp(counts) <= 1


def test_the_seed_decides_the_subset(overrides):
    zero, again, one = (
        samples.load(compose(*overrides, "data.subset=10", f"seed={seed}")).indices.tolist() for seed in (0, 0, 1)
    )
    assert zero == again != one


def test_samples_are_picked_by_index():
    data = samples.load(compose("data.samples=[17,3]"))
    whole = samples.load(compose())
    np.testing.assert_array_equal(data.train[0], whole.train[0][[17, 3]])


def test_a_folder_of_arrays_is_the_same_as_their_file_and_is_not_read(own_arrays, tmp_path):
    of_file = samples.load(compose("data=npz", *own_arrays))
    for split, pair in (("train", of_file.train), ("validation", of_file.validation)):
        for side, array in zip("xy", pair, strict=True):
            np.save(tmp_path / f"{side}_{split}.npy", array)
    of_folder = samples.load(compose("data=npz", *own_arrays[1:], f"data.load.path={tmp_path}"))
    assert sources.streamed(of_folder.train) and not sources.streamed(of_file.train)
    for one, other in zip(samples.take(of_folder.train, slice(0, 99)), of_file.train, strict=True):
        np.testing.assert_array_equal(one, other)


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
