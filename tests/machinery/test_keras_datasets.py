"""The data sets of Keras' own loaders, from small files laid into its cache."""

import keras
import numpy as np
import pytest
from conftest import compose
from paper_net.recipe.launch import refusals
from paper_net.recipe.prepare import keras_datasets, samples

TRAIN, TEST = 40, 10
RNG = np.random.default_rng(0)
TEXTS = np.array([RNG.integers(1, 30, n).tolist() for n in range(1, TRAIN + TEST + 1)], object)
HOUSES = RNG.normal(5, 3, (TRAIN + TEST, 8)).astype("float32")
PRICES = RNG.uniform(15_000, 500_000, TRAIN + TEST).astype("float32")


def labels(number, classes):
    return np.arange(number) % classes


def texts(classes):
    pairs = {"x_train": TEXTS[:TRAIN], "y_train": labels(TRAIN, classes)}
    return pairs | {"x_test": TEXTS[TRAIN:], "y_test": labels(TEST, classes)}


CACHED = {
    "mnist": {
        "x_train": RNG.integers(0, 256, (TRAIN, 28, 28)).astype("uint8"),
        "y_train": labels(TRAIN, 10).astype("uint8"),
        "x_test": RNG.integers(0, 256, (TEST, 28, 28)).astype("uint8"),
        "y_test": labels(TEST, 10).astype("uint8"),
    },
    "imdb": texts(2),
    "reuters": {"x": TEXTS, "y": labels(TRAIN + TEST, 4)},
    "california_housing": {"x": HOUSES, "y": PRICES},
}


@pytest.fixture
def cache(tmp_path, monkeypatch):
    """A cache of Keras' with small files; it takes any file for the whole one. Private: both names."""
    monkeypatch.setattr(keras.src.backend.config, "_KERAS_DIR", str(tmp_path))
    monkeypatch.setattr(keras.src.utils.file_utils, "validate_file", lambda *_, **__: True)
    monkeypatch.setenv("KERAS_HOME", str(tmp_path))
    (tmp_path / "datasets").mkdir()
    for name, arrays in CACHED.items():
        np.savez(keras_datasets.place(name), **arrays)


def of(name, *overrides):
    return compose(f"data={name}", "model=linear", "data.load.validation=10", *overrides)


@pytest.mark.parametrize("name", CACHED)
def test_every_split_is_as_declared(cache, name):
    cfg = of(name)
    assert refusals.by_configuration(cfg) is None and refusals.by_data(cfg) is None
    sizes = {split: samples.count(pair) for split, pair in samples.splits(cfg).items()}
    assert sizes == {"train": TRAIN - 10, "validation": 10, "test": TEST}


def test_images_are_scaled_and_have_a_channel_axis(cache):
    inputs, targets = samples.splits(of("mnist"))["test"]
    np.testing.assert_array_equal(inputs, CACHED["mnist"]["x_test"][..., None] / np.float32(255))
    assert inputs.dtype == "float32" and targets.dtype == "int32"


def test_labels_in_a_column_become_one_number_each(monkeypatch):
    pair = np.zeros((20, 32, 32, 3), "uint8"), np.arange(20).reshape(20, 1) % 2
    monkeypatch.setattr(keras.datasets.cifar10, "load_data", lambda: (pair, pair))
    splits = keras_datasets.images("cifar10", validation=4, seed=0)
    assert splits["train"][0].shape == (16, 32, 32, 3) and splits["train"][1].shape == (16,)


def test_texts_are_filled_up_at_their_front_and_keep_their_end(cache):
    inputs, _ = samples.splits(of("imdb", "data.load.length=6", "data.load.validation=0"))["train"]
    assert inputs.shape == (TRAIN, 6)
    rows = inputs.tolist()  # Keras' loader has shuffled them
    # Keras' loader begins each text with 1, and moves its words by 3.
    assert [0, 0, 0, 0, 1, TEXTS[0][0] + 3] in rows and [word + 3 for word in TEXTS[TRAIN - 1][-6:]] in rows


def test_rarer_words_than_the_vocabulary_holds_are_number_2(cache):
    inputs, _ = samples.splits(of("imdb", "data.inputs.classes=10"))["train"]
    assert inputs.max() < 10 and (inputs == 2).any()


def test_houses_are_standardized_by_what_is_left_to_train_on(cache):
    splits = samples.splits(of("california_housing"))
    np.testing.assert_allclose(splits["train"][0].mean(axis=0), 0, atol=1e-5)
    np.testing.assert_allclose(splits["train"][0].std(axis=0), 1, rtol=1e-5)
    assert abs(splits["validation"][0].mean()) > 1e-3
    prices = np.concatenate([targets for _, targets in splits.values()])
    np.testing.assert_allclose(np.sort(prices), np.sort(PRICES) / 100_000, rtol=1e-6)


def test_held_out_are_the_same_shares_of_each_class_and_never_a_sample_of_both_sides():
    inputs, targets = np.arange(1000), np.repeat([0, 1], [900, 100])
    splits = keras_datasets.held_out((inputs, targets), (inputs, targets), 100, seed=0)
    assert np.bincount(splits["validation"][1]).tolist() == [90, 10]
    assert sorted([*splits["train"][0], *splits["validation"][0]]) == [*range(1000)]


def test_its_seed_chooses_what_is_held_out():
    pair = np.arange(100), np.zeros(100)
    chosen = [keras_datasets.held_out(pair, pair, 10, seed)["validation"][0].tolist() for seed in (0, 0, 1)]
    assert chosen[0] == chosen[1] != chosen[2]


def test_nothing_held_out_validates_on_the_test_split_and_says_so(cache, caplog):
    splits = samples.splits(of("mnist", "data.load.validation=0"))
    np.testing.assert_array_equal(splits["validation"][0], splits["test"][0])
    assert samples.count(splits["train"]) == TRAIN and "validating on the test split" in caplog.text


def test_more_held_out_than_there_are_is_refused(cache):
    assert refusals.by_data(of("mnist", "data.load.validation=40")).endswith(
        "data.load.validation=40: expected 0 to 39 of the training samples"
    )


def test_what_is_neither_there_nor_to_be_downloaded_is_refused_with_its_place(cache, monkeypatch):
    monkeypatch.setenv("https_proxy", "http://127.0.0.1:9")  # nobody listens there
    keras_datasets.place("imdb").unlink()
    wrong = refusals.by_data(of("imdb"))
    assert wrong.startswith("data cannot be loaded: imdb is not whole in Keras' cache and cannot be downloaded")
    assert f"its file must lie at {keras_datasets.place('imdb')} (URL fetch failure on https://" in wrong


def test_the_places_are_those_where_keras_looks(tmp_path, monkeypatch):
    asked = []

    def get_file(fname, origin, cache_subdir="datasets", extract=False, **_):
        asked.append(f"{cache_subdir}/{fname}{'_archive' if extract else ''}")
        raise OSError("not downloaded")

    monkeypatch.setenv("KERAS_HOME", str(tmp_path))
    for name in keras_datasets.FILES:
        monkeypatch.setattr(getattr(keras.src.datasets, name), "get_file", get_file)
        with pytest.raises(OSError, match="not downloaded"):
            keras_datasets.downloaded(name)
        assert keras_datasets.place(name) in [*(tmp_path / asked[-1]).parents, tmp_path / asked[-1]]


@pytest.mark.parametrize("name", ["mnist", "imdb"])
def test_a_model_of_signals_says_what_it_cannot_take(cache, name):
    from paper_net.recipe.prepare import network

    with pytest.raises(ValueError, match=r"^model=cnn takes signals.*take model=linear, or write a network"):
        network.build(compose(f"data={name}"))


def test_the_dumb_baseline_of_texts_knows_how_often_each_word_occurs(cache):
    from paper_net.recipe.prepare import network

    model = network.build(of("imdb", "data.inputs.classes=30", "data.load.length=6"))
    tokens = np.array([[3, 3, 7, 0, 0, 9], [9, 0, 3, 7, 3, 0]])  # the same words in another order
    answers = model.predict(tokens, verbose=0)
    np.testing.assert_allclose(answers[0], answers[1], rtol=1e-6)
    assert not np.allclose(answers[0], model.predict(tokens * 2, verbose=0)[0])
