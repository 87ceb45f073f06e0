"""Any value, shown: what a line in the researcher's files comes to in the record."""

import csv
import subprocess
import sys
from pathlib import Path

import hydra
import keras
import numpy as np
import paper_net
import pytest
from paper_net import losses, train
from paper_net.recipe.figures import shown_values  # noqa: F401
from paper_net.recipe.figures.shown_values import show
from paper_net.recipe.keras_side import backend  # noqa: F401

X = np.arange(12, dtype="float32").reshape(6, 2)


class Subclassed(keras.Model):
    def __init__(self):
        super().__init__()
        self.dense = keras.layers.Dense(1)

    def call(self, x):
        show("inputs", x)
        show("largest", keras.ops.max(x))
        return self.dense(x)


def functional():
    inputs = keras.Input((2,))
    x = show("inputs", inputs)
    largest = show("largest", keras.ops.max(x))
    return keras.Model(inputs, keras.layers.Dense(1)(x) + 0 * largest)


def in_the_loss(y_true, y_pred):
    show("inputs", y_true)
    show("largest", keras.ops.max(y_true))
    return keras.ops.mean((y_true - y_pred) ** 2, axis=-1)


@pytest.fixture(autouse=True)
def clean():
    shown_values.begin()
    shown_values._arrays.clear()


@pytest.mark.parametrize("eagerly", [False, True])
@pytest.mark.parametrize("where", ["subclassed", "functional", "loss"])
@pytest.mark.parametrize("at_once", [1, 3][: backend.MOST_STEPS_PER_EXECUTION])
def test_a_value_is_seen_inside_training(where, eagerly, at_once):
    if eagerly and at_once > 1:
        pytest.skip("Keras runs several steps at once only when compiled")
    model = {
        "subclassed": Subclassed,
        "functional": functional,
        "loss": lambda: keras.Sequential([keras.layers.Dense(2)]),
    }
    model = model[where]()
    loss, y = (in_the_loss, X) if where == "loss" else ("mse", X[:, :1])
    model.compile("sgd", loss, run_eagerly=eagerly, steps_per_execution=at_once)
    shown_values.belongs_to("train")
    model.fit(X, y, batch_size=2, shuffle=False, verbose=0)
    # The batches' largest values are 3, 7 and 11.
    assert shown_values.means() == {"train/largest": 7.0}
    np.testing.assert_array_equal(shown_values.arrays()["inputs"], X[4:])


def test_a_number_of_validation_stands_beside_that_of_training():
    model = Subclassed()
    model.compile("sgd", "mse")
    for phase in ("train", "val"):
        shown_values.belongs_to(phase)
        model.evaluate(X, X[:, :1], batch_size=6, verbose=0)
    assert shown_values.means() == {"train/largest": 11.0, "val/largest": 11.0}
    assert shown_values.means() == {}


def test_what_the_machinery_asks_of_the_network_is_not_shown():
    Subclassed()(X)
    assert shown_values.means() == {} and shown_values.arrays() == {}


def test_an_array_of_the_data_is_seen_before_any_training():
    assert show("raw", X) is X
    assert shown_values.arrays()["raw"] is X


def test_what_one_training_has_shown_is_not_the_next_ones():
    show("raw", X)  # as the data is loaded, which is for all jobs of a sweep
    shown_values.begin()
    shown_values.belongs_to("train")
    Subclassed()(X)  # and breaks, inside of an epoch
    assert {"inputs", "raw"} <= set(shown_values.arrays())
    shown_values.begin()
    assert "raw" in shown_values.arrays() and "inputs" not in shown_values.arrays() and shown_values.means() == {}


def test_training_is_not_moved_by_what_is_shown():
    losses = []
    for line in (show, lambda _, value: value):
        keras.utils.set_random_seed(0)
        inputs = keras.Input((2,))
        model = keras.Model(inputs, keras.layers.Dense(1)(line("x", keras.layers.Dense(3, "tanh")(inputs))))
        model.compile("adam", "mse")
        shown_values.belongs_to("train")
        losses.append(model.fit(X, X[:, :1], epochs=3, verbose=0).history["loss"])
    assert losses[0] == losses[1]


def test_a_value_shown_in_a_loss_is_in_the_record_and_on_the_page(tmp_path, monkeypatch):
    def twice(y_true, y_pred):
        value = keras.losses.sparse_categorical_crossentropy(y_true, y_pred, from_logits=True)
        show("half_loss", keras.ops.mean(value))
        show("each", value)
        return 2 * value

    monkeypatch.setattr(losses, "twice", twice, raising=False)
    own = "+loss.function={_target_: hydra.utils.get_method, path: paper_net.losses.twice}"
    few = ["tracker=[]", "training.epochs=2", "data.load.validation=3800"]
    with hydra.initialize_config_dir(str(Path(paper_net.__file__).parents[1] / "conf"), version_base="1.3"):
        train.train(hydra.compose("config", overrides=["~loss.function", own, *few]), tmp_path)
    rows = list(csv.DictReader((tmp_path / "history.csv").open()))
    assert len(rows) == 2
    for row in rows:
        for split in ("train", "val"):
            assert float(row[f"{split}/half_loss"]) == pytest.approx(float(row[f"{split}/loss"]) / 2, rel=1e-4)
    assert (tmp_path / "figures/shown-each.png").exists()
    assert "half_loss" in (tmp_path / "report.html").read_text()


XLA = """
import keras, numpy as np
from paper_net.recipe.figures import shown_values
from paper_net.recipe.keras_side import backend
inputs = keras.Input((2,))
model = keras.Model(inputs, keras.layers.Dense(1)(shown_values.show("largest", inputs)))
model.compile("sgd", "mse", jit_compile=True)
shown_values.belongs_to("train")
model.fit(np.ones((1, 2)), np.ones((1, 1)), verbose=0)
print(model.jit_compile, shown_values.arrays())
"""


@pytest.mark.skipif(keras.backend.backend() == "torch", reason="Keras compiles nothing there")
def test_a_line_that_shows_does_not_break_what_xla_compiles():
    # In a process of its own: one that has once asked for the same digits on TensorFlow compiles nothing by XLA.
    done = subprocess.run([sys.executable, "-c", XLA], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("True ")
    told = "compile(jit_compile=False) in train.py shows them" in done.stderr
    assert told != ("largest" in done.stdout) and told == (keras.backend.backend() == "tensorflow")


SECOND = """
from paper_net.recipe import show

def one(x):
    return show("x", x)

def other(x):
    y = show("y", x); return show("x", x), y
"""


@pytest.fixture
def second(monkeypatch):
    """The functions `one` and `other`, as if in a file of this project."""

    def load(text=SECOND):
        names = {}
        exec(compile(text, f"{Path(paper_net.__file__).parent}/second.py", "exec"), names)
        return names["one"], names["other"]

    shown_values._places.clear()
    yield load
    shown_values._places.clear()


def test_two_values_of_one_name_are_refused(second):
    one, other = second()
    for _ in range(2):  # again and again from one line
        one(1.0)
    said = r'show\("x", …\) stands in one, line 5 and in other, line 8: give each value a name of its own'
    with pytest.raises(ValueError, match=said):
        other(2.0)


def test_two_values_of_one_name_in_one_line_are_refused(second):
    _, other = second(SECOND.replace('"y"', '"x"'))
    with pytest.raises(ValueError, match="in other, line 8 and in other, line 8"):
        other(1.0)


def test_a_function_that_is_loaded_anew_shows_as_before(second):
    second()[0](1.0)
    second("\n" + SECOND.replace("return show", "return 1 * show"))[0](1.0)
    show("x", 1.0)  # of no file of the project, such as a notebook's


def test_the_name_of_the_loss_is_refused():
    with pytest.raises(ValueError, match=r'show\("loss", …\): loss is a figure of the training itself'):
        show("loss", 1.0)


def test_the_name_of_a_metric_is_refused(tmp_path, monkeypatch):
    def own(y_true, y_pred):
        show("accuracy", keras.ops.mean(y_pred))
        return keras.losses.sparse_categorical_crossentropy(y_true, y_pred, from_logits=True)

    monkeypatch.setattr(losses, "own", own, raising=False)
    function = "+loss.function={_target_: hydra.utils.get_method, path: paper_net.losses.own}"
    few = ["tracker=[]", "report=false", "training.epochs=2", "data.load.validation=3800"]
    with hydra.initialize_config_dir(str(Path(paper_net.__file__).parents[1] / "conf"), version_base="1.3"):
        cfg = hydra.compose("config", overrides=["~loss.function", function, *few])
    with pytest.raises(ValueError, match=r'show\("accuracy", …\): accuracy is a figure of the training itself'):
        train.train(cfg, tmp_path)
