"""What stands for data that is not in memory: it reads what is asked for, and nothing else."""

import itertools
import time
from types import SimpleNamespace

import h5py
import keras
import numpy as np
import pytest
from omegaconf import OmegaConf
from paper_net.recipe.checks import splits_apart
from paper_net.recipe.keep import crashes
from paper_net.recipe.launch import refusals
from paper_net.recipe.measure import comparisons, predictions
from paper_net.recipe.prepare import batches, samples, sources
from paper_net.recipe.prepare.digest import digest
from paper_net.recipe.prepare.nested import Declared

X = np.random.default_rng(0).normal(size=(3000, 4, 2)).astype("float32")
Y = np.random.default_rng(1).integers(0, 10, 3000)


class Array:
    """An array that notes which samples are asked for."""

    def __init__(self, array):
        self.array, self.asked, self.shape = array, [], array.shape

    def __len__(self):
        return len(self.array)

    def __getitem__(self, indices):
        assert isinstance(indices, np.ndarray)
        self.asked += indices.tolist()
        return self.array[indices]


class Files:
    """The same of what gives one sample for an int."""

    def __init__(self, array):
        self.array, self.asked = array, []

    def __len__(self):
        return len(self.array)

    def __getitem__(self, i):
        assert type(i) is int
        self.asked.append(i)
        return self.array[i]


class Pairs:
    """The same of what gives a pair for an int, as Grain's sources do."""

    def __init__(self, *parts):
        self.parts, self.asked = parts, []

    def __len__(self):
        return len(Y)

    def __getitem__(self, i):
        assert type(i) is int
        self.asked.append(i)
        return tuple(part[i] for part in self.parts)


class Nested(Pairs):
    def __getitem__(self, i):
        x, y = super().__getitem__(i)
        return {"image": x, "more": (x[0], None)}, y


def mapped(folder, name, array):
    np.save(folder / name, array)
    return np.load(folder / name, mmap_mode="r")


def in_hdf5(folder):
    file = h5py.File(folder / "data.h5", "w")
    return file.create_dataset("x", data=X), file.create_dataset("y", data=Y)


FORMS = {
    "mapped": lambda folder: (mapped(folder, "x.npy", X), mapped(folder, "y.npy", Y)),
    "a view of a mapped one": lambda folder: (np.asarray(mapped(folder, "x.npy", X)[:]), Y),
    "HDF5": in_hdf5,
    "indexed": lambda _: (Array(X), Y),
    "files": lambda _: (Files(X), Files(Y)),
    "pairs": lambda _: Pairs(X, Y),
}


@pytest.mark.parametrize("indices", [slice(0, 7), slice(2990, 4000), np.array([5, 2999, 0])])
@pytest.mark.parametrize("form", FORMS)
def test_the_same_samples_are_taken_as_from_arrays(tmp_path, form, indices):
    split = sources.opened(FORMS[form](tmp_path))
    assert sources.streamed(split) and samples.count(split) == len(X)
    for taken, expected in zip(samples.take(split, indices), (X[indices], Y[indices]), strict=True):
        assert type(taken) is np.ndarray and taken.dtype == expected.dtype and sources.in_memory(taken)
        np.testing.assert_array_equal(taken, expected)


def test_arrays_in_memory_stay_what_they_are():
    x, y = sources.opened((X, {"label": Y}))
    assert x is X and y["label"] is Y
    assert sources.in_memory(X[5:]) and not sources.streamed((x, y))


def test_a_sample_may_be_a_nest_and_is_read_once():
    source = Nested(X, Y)
    split = sources.opened(source)
    source.asked.clear()
    inputs, targets = samples.take(split, np.array([3, 1]))
    assert source.asked == [3, 1]
    assert inputs["more"][1] is None and targets.tolist() == [Y[3], Y[1]]
    np.testing.assert_array_equal(inputs["image"], X[[3, 1]])
    np.testing.assert_array_equal(inputs["more"][0], X[[3, 1], 0])


def test_a_source_without_targets_has_none():
    assert samples.take(sources.opened((Array(X), None)), slice(0, 2))[1] is None


@pytest.mark.parametrize(
    ("returned", "message"),
    [
        ([X, Y], "the split train must be a pair"),
        (X, "the split train must be a pair"),
        (Pairs(X), "the split train is a source, each of whose samples must be a pair"),
        ((Array(X), Y[:-1]), "the arrays of the split train must have one length"),
    ],
)
def test_what_is_no_split_is_refused(returned, message):
    with pytest.raises(ValueError, match=message):
        samples._opened("train", returned)


class Dictionaries(Pairs):
    """The same of what gives a dictionary for an int, as Hugging Face's data sets do."""

    def __getitem__(self, i):
        x, y = super().__getitem__(i)
        return {"image": x, "label": y}


def adapted(**splits):
    """What the code in the refusal of these splits makes of them."""
    with pytest.raises(sources.NeedsAdapter) as refused:
        samples._opened("train", splits["train"])
    lines = [line for line in str(refused.value).splitlines() if not line or line.startswith(" ")]
    function = "\n".join(["def load(train, validation):", *lines])
    exec(function, {"np": np}, made := {})
    return {name: samples._opened(name, split) for name, split in made["load"](**splits).items()}


def test_samples_that_are_dictionaries_are_refused_with_the_lines_that_make_pairs_of_them():
    source = Dictionaries(X, Y)
    split = adapted(train=source, validation=source)["validation"]
    inputs, targets = samples.take(split, np.array([3, 1]))
    np.testing.assert_array_equal(inputs, X[[3, 1]])
    np.testing.assert_array_equal(targets, Y[[3, 1]])


def test_a_pipeline_of_tensorflow_is_refused_with_the_lines_that_read_it():
    tensorflow = pytest.importorskip("tensorflow")
    pipeline = tensorflow.data.Dataset.from_tensor_slices((X, Y)).map(lambda x, y: (2 * x, y))
    inputs, targets = adapted(train=pipeline, validation=pipeline.take(3))["validation"]
    np.testing.assert_array_equal(inputs, 2 * X[:3])
    np.testing.assert_array_equal(targets, Y[:3])


def test_what_only_iterates_is_refused_with_the_lines_that_read_it():
    inputs, targets = adapted(train=zip(X, Y, strict=True), validation=zip(X[:3], Y[:3], strict=True))["validation"]
    np.testing.assert_array_equal(inputs, X[:3])
    np.testing.assert_array_equal(targets, Y[:3])


def test_those_lines_reach_the_person_as_lines(monkeypatch):
    monkeypatch.setattr(samples, "splits", lambda cfg: samples._opened("train", Dictionaries(X, Y)))
    assert "\n        def __len__(self):\n" in refusals.by_data(OmegaConf.create({"data": {}}))


def test_a_source_that_gives_too_few_samples_is_named():
    class Short(Array):
        def __getitem__(self, indices):
            return self.array[indices][:2]

    with pytest.raises(ValueError, match="Short gave 2 samples where 5 were asked for"):
        samples.take(sources.opened((Short(X), Y)), slice(0, 5))


def test_comparisons_read_no_more_than_their_batches():
    source = Pairs(X, Y)
    split = sources.opened(source)
    source.asked.clear()
    expected = comparisons.permuted((X, Y), 0)
    permuted = comparisons.permuted(split, 0)
    assert not source.asked
    for taken, whole in zip(samples.take(permuted, np.array([9, 4])), expected, strict=True):
        np.testing.assert_array_equal(taken, whole[[9, 4]])
    assert len(source.asked) == 4
    zeros = comparisons.without_inputs(split)[0]
    assert zeros.shape == X.shape and zeros.dtype == X.dtype and not zeros.any() and zeros.strides == (0, 0, 0)


def test_the_batches_of_a_source_are_those_of_arrays():
    split = sources.opened(Pairs(X, Y))
    ours, theirs = (batches.Batches(part, 700, 3) for part in (split, (X, Y)))
    for i in (0, 4, 5, 11):
        for a, b in zip(ours[i], theirs[i], strict=True):
            np.testing.assert_array_equal(a, b)
    (in_order,) = batches.evaluated(split, 700)
    assert in_order.num_batches == 5
    np.testing.assert_array_equal(np.concatenate([in_order[i][0] for i in range(5)]), X)
    assert batches.evaluated((X, Y), 700)[0] is X


def test_threads_in_two_passes_at_once_do_not_mix_their_orders():
    from multiprocessing.pool import ThreadPool

    order = batches.Batches((np.arange(50), np.arange(50)), 5, 0, workers=4)
    expected = [batches.Batches((np.arange(50), np.arange(50)), 5, 0)[i][0].tolist() for i in range(400)]
    with ThreadPool(8) as pool:
        assert [part[0].tolist() for part in pool.map(order.__getitem__, range(400), chunksize=1)] == expected


def test_what_is_looked_at_together_is_bounded():
    class Large(Array):
        def __getitem__(self, indices):
            return np.zeros((len(indices), 1024, 1024), "float32")  # 4 MB

    split = sources.opened((Large(X), Y))
    assert sources.affordable(split, 1000) == 15  # and their targets
    assert len(samples.some(split, 1000)[0]) == 15
    assert sources.affordable((X, Y), 10**6) == 10**6
    assert sources.affordable(sources.opened((Array(X), Y)), 10**6) == sources.MOST_LOOKED_AT


LOADED = {}


def loaded():
    return LOADED["splits"]


CLASSES = {"shape": [], "dtype": "int64", "kind": "classes", "classes": 10}


def configured(monkeypatch, split, subset, chosen=None, seed=0):
    """A configuration whose loader returns these training samples."""
    monkeypatch.setitem(LOADED, "splits", {"train": split, "validation": (X[:9], Y[:9])})
    samples._loaded.cache_clear()
    samples._known.cache_clear()
    data = {"load": {"_target_": f"{__name__}.loaded"}, "subset": subset, "samples": chosen, "targets": CLASSES}
    return OmegaConf.create({"data": data, "seed": seed})


@pytest.mark.parametrize("kind", [Array, Files])
@pytest.mark.parametrize(("subset", "chosen"), [(1, None), (10, None), (25, None), (2, [17, 3])])
def test_a_subset_touches_only_its_own_samples(monkeypatch, kind, subset, chosen):
    source = kind(X)
    cfg = configured(monkeypatch, (source, Y), subset, chosen)
    data = samples.load(cfg)
    assert digest(cfg)
    assert set(source.asked) == set(data.indices) and len(data.indices) == subset
    in_memory = samples.load(configured(monkeypatch, (X, Y), subset, chosen))
    assert data.indices.tolist() == in_memory.indices.tolist()
    np.testing.assert_array_equal(data.train[0], in_memory.train[0])


def test_groups_are_kept_beside_the_splits_one_for_each_sample(monkeypatch):
    cfg = configured(monkeypatch, (X, Y), 10)
    LOADED["splits"]["groups"] = {"train": np.arange(len(X)) // 4}
    assert samples.groups(cfg)["train"].max() == (len(X) - 1) // 4 and "groups" not in samples.splits(cfg)
    samples._loaded.cache_clear()
    LOADED["splits"]["groups"] = {"train": np.arange(3)}
    with pytest.raises(ValueError, match="the groups of the split train are not one for each of its"):
        samples.groups(cfg)


EACH = {"train": np.arange(len(X)) // 4, "validation": np.arange(9) + 10**6}


@pytest.mark.parametrize(
    ("groups", "said"),
    [
        (None, "it returned none of train, validation"),
        ({"train": EACH["train"]}, "it returned none of validation"),
        ({**EACH, "train": None}, "it returned none of train"),
        (EACH["train"], "load() must return groups as {split: one for each sample}, not as ndarray"),
        (EACH, None),
    ],
)
def test_groups_that_conf_names_must_be_returned_for_every_split(monkeypatch, groups, said):
    cfg = configured(monkeypatch, (X, Y), "all")
    cfg.data.groups, LOADED["splits"]["groups"] = "patient", groups
    found = refusals.by_data(OmegaConf.merge(cfg, {"rungs": ["look"]}))
    wanted = "data.groups=patient: load() must return groups beside the splits, {split: the patient of each sample}"
    if said and not said.startswith("load()"):
        said = f"{wanted}; {said}"
    assert found == (said and f"data cannot be loaded: {said}")


@pytest.mark.parametrize(("named", "words"), [("patient", "groups (patient) that"), (None, "groups that")])
def test_groups_on_both_sides_are_told_by_their_name(monkeypatch, named, words):
    cfg = configured(monkeypatch, (X, Y), "all")
    cfg.data.groups, LOADED["splits"]["groups"] = named, EACH
    assert splits_apart.groups_apart(SimpleNamespace(cfg=cfg)).status == "pass"
    samples._loaded.cache_clear()
    LOADED["splits"]["groups"] = {**EACH, "validation": np.arange(9)}
    found = splits_apart.groups_apart(SimpleNamespace(cfg=cfg))
    said = f"100% of the validation samples are of {words} are in training too"
    assert (found.status, found.causes) == ("fail", {"train-and-validation-overlap": said})


def test_where_targets_are_not_in_memory_a_stated_number_of_them_is_looked_at(monkeypatch):
    source = Pairs(X, Y)
    data = samples.load(configured(monkeypatch, source, 10))
    assert len(set(data.train[1])) == 10 and len(data.population) == sources.MOST_TARGETS
    assert len(set(source.asked) - {0}) <= sources.MOST_TARGETS  # the first tells how samples are nested
    assert samples.load(configured(monkeypatch, source, 10, seed=1)).indices.tolist() != data.indices.tolist()
    assert len(set(samples.load(configured(monkeypatch, source, 2000)).indices)) == 2000


class Endless(Files):
    def __init__(self, number):
        super().__init__(range(number))


def test_a_source_is_not_read_whole_for_its_digest(monkeypatch):
    parts = [(Endless(number), Endless(number)) for number in (10**9, 10**9, 10**9 + 1)]
    digests = [digest(configured(monkeypatch, pair, "all")) for pair in parts]
    assert digests[0] == digests[1] != digests[2] and None not in digests
    assert 0 < max(len(part.asked) for pair in parts for part in pair) <= 2 * sources.MOST_TARGETS


@pytest.mark.parametrize("subset", ["all", 10])
def test_the_digest_tells_sources_apart(monkeypatch, subset):
    same, other = ([digest(configured(monkeypatch, Pairs(x, Y), subset)) for x in (X, x)] for x in (X.copy(), X + 1))
    assert same[0] == same[1] == other[0] != other[1]
    assert digest(configured(monkeypatch, (X, Y), "all")) != same[0]


def in_place(array):
    array += 1


def test_what_trainings_share_cannot_be_changed_in_place(monkeypatch):
    x = X.copy()
    data = samples.load(configured(monkeypatch, (x, Y), "all"))
    with pytest.raises(ValueError) as crash:
        in_place(data.train[0])
    assert crashes.one_line(crash.value).endswith("all trainings share what load() returned; change a copy")
    np.testing.assert_array_equal(data.train[0], X)


def test_a_loader_may_change_its_own_array_in_place_and_a_batch_is_nobody_elses(monkeypatch):
    x = X.copy()
    for _ in range(2):  # a loader that keeps its array, and is asked again
        in_place(x)
        data = samples.load(configured(monkeypatch, (x, Y), "all"))
    in_place(batches.Batches(data.train, 10, seed=0)[0][0])
    np.testing.assert_array_equal(data.train[0], X + 1 + 1)


def test_how_many_samples_are_shown_does_not_depend_on_the_clock(monkeypatch):
    monkeypatch.setattr(time, "monotonic", itertools.count(0, 10).__next__)  # everything seems to take ten seconds
    model = keras.Sequential([keras.Input(X.shape[1:]), keras.layers.Flatten(), keras.layers.Dense(10)])
    declared = Declared(shape=(), dtype="int64", kind="classes", classes=10)
    assert predictions.heads(model, (X, Y), declared)[1] == 1000
    wide = np.broadcast_to(X[:, :1, :1], (len(X), 50, 100))
    model = keras.Sequential([keras.Input(wide.shape[1:]), keras.layers.Flatten(), keras.layers.Dense(10)])
    assert predictions.heads(model, (wide, Y), declared)[1] == 1_000_000 // 5000


@pytest.mark.parametrize("form", [lambda x: x, Array, Files])
def test_masked_numbers_are_refused_and_what_nothing_masks_is_a_plain_array(form):
    masked = np.ma.masked_less(X, -3)  # some of them
    number = int(masked.mask.sum())
    assert number
    with pytest.raises(ValueError, match=r"holds a masked array, [\d,]+ of [\d,]+ numbers: fill them in data\.py"):
        samples.take(samples._opened("train", (form(masked), Y)), np.arange(len(X)))
    inputs, _ = samples.take(samples._opened("train", (form(np.ma.array(X)), Y)), np.arange(9))
    assert type(inputs) is np.ndarray and np.array_equal(inputs, X[:9])


def test_a_masked_array_is_refused_in_one_line(monkeypatch):
    masked = np.ma.array([[1.0], [2.0]], mask=[[True], [False]])
    loader = {"_target_": "builtins.dict", "train": None}
    monkeypatch.setattr(
        samples, "instantiate", lambda *_, **__: lambda: {"train": (masked, Y[:2]), "validation": (X, Y)}
    )
    cfg = OmegaConf.create({"data": {"load": {**loader, "is": "masked"}, "subset": "all", "samples": None}})
    said = "the split train holds a masked array, 1 of 2 numbers: fill them in data.py, array.filled(…)"
    assert refusals.by_data(cfg).startswith(f"data cannot be loaded: {said}")
