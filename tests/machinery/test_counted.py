"""What a callback of one's own has counted comes back in a run that goes on, or the run says that it does not."""

import collections
import json

import keras
import numpy as np
import pytest
from paper_net import train
from paper_net.recipe.keep import identical, project
from paper_net.recipe.launch import application  # noqa: F401
from paper_net.recipe.run import checkpoint, counted

SMALL = ["tracker=[]", "report=false", "data.load.validation=3700", "training.epochs=4", "training.schedule=null"]


class Counting(keras.callbacks.Callback):
    """Turns the learning rate down by what it has counted in a list, a dict, an array and a NumPy number."""

    def on_train_begin(self, logs=None):
        self.losses, self.by_epoch, self.seen = [], {}, {1}
        self.sums, self.scale, self.pair = np.zeros(2), np.float32(1), (0, [np.int64(0)])

    def on_epoch_end(self, epoch, logs=None):
        self.losses.append(logs["loss"])
        self.by_epoch[epoch, "loss"] = {"val": [logs["val_loss"]]}
        self.sums += [logs["loss"], logs["val_loss"]]
        self.scale *= np.float32(0.9)
        self.seen.add(epoch)
        self.pair = (epoch, [np.int64(len(self.losses))])
        counts = len(self.losses) + len(self.by_epoch) + len(self.seen) + int(self.pair[1][0])
        self.model.optimizer.learning_rate = 0.01 * self.scale / counts / (1 + np.abs(self.sums).sum())


class Owning(keras.callbacks.Callback):
    """Holds what no checkpoint keeps, and what nobody needs to keep."""

    def __init__(self):
        super().__init__()
        self.names, self.function, self.given = collections.Counter(), np.mean, np.zeros(1000)
        self.nested, self.objects = {"a": [object()]}, np.array([None])


def configuration(monkeypatch, kind, *overrides):
    monkeypatch.setattr(train, kind.__name__, kind, raising=False)
    own = f"+training.callbacks.own={{_target_: paper_net.train.{kind.__name__}}}"
    return project.compose([*SMALL, own, *overrides])


class Killed(BaseException):
    pass


def stopped_after(monkeypatch, epochs, *arguments):
    """A training that ends as if killed, once so many checkpoints are written."""
    write, written = checkpoint.write, []

    def then_end(*of_it):
        write(*of_it)
        written.append(of_it)
        if len(written) == epochs:
            raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(checkpoint, "write", then_end)
        with pytest.raises(Killed):
            train.train(*arguments)


def test_a_callback_that_counts_in_any_way_goes_on(tmp_path, monkeypatch, caplog):
    cfg, (whole, stopped) = configuration(monkeypatch, Counting), (tmp_path / "whole", tmp_path / "stopped")
    for folder in (whole, stopped):
        folder.mkdir()
    train.train(cfg, whole)
    for epochs in (1, 2):  # stopped twice
        stopped_after(monkeypatch, epochs, cfg, stopped)
    train.train(cfg, stopped)
    assert identical.difference(whole, stopped) is None
    assert "no checkpoint keeps" not in caplog.text


def test_a_run_that_cannot_go_on_to_the_same_bits_says_so_at_its_start(tmp_path, monkeypatch, caplog):
    train.train(configuration(monkeypatch, Owning, "data.subset=1"), tmp_path)
    names = "Owning.names (Counter), Owning.nested (dict), Owning.objects (ndarray)"
    said = f"stopped, this run cannot go on to the same bits: no checkpoint keeps {names}"
    assert [record.getMessage() for record in caplog.records if "checkpoint" in record.getMessage()] == [said]


def test_what_a_callback_was_given_is_in_no_checkpoint():
    callback = Owning()
    kept = counted.Counted([callback])
    kept.begin()
    assert kept.state() == ([{}], {})
    callback.given[3] = 1
    values, arrays = kept.state()
    assert list(values[0]) == ["given"] and [array.shape for array in arrays.values()] == [(1000,)]


VALUES = [
    *(
        None,
        True,
        3,
        0.1,
        float("inf"),
        "text",
        [],
        (),
        {},
        set(),
        [1, [2.5, "x"]],
        (1, (2,)),
        {1: {"a": (3,)}, None: 4},
    ),
    *({1, 2}, frozenset({3}), np.float32(0.1), np.bool_(True), np.arange(3), np.array(5.0), np.zeros((0, 2), "int8")),
    *([np.ones(2), {"k": np.float64(0.1)}], np.array([1 + 2j])),
    np.array([1.5, -2]).astype("bfloat16"),
]


@pytest.mark.parametrize("value", VALUES, ids=repr)
def test_a_value_comes_back_as_it_was(value, tmp_path):
    arrays = []
    text = json.dumps(counted.encoded(value, arrays))
    np.savez(tmp_path / "a.npz", *arrays)
    with np.load(tmp_path / "a.npz", allow_pickle=False) as file:
        back = counted.decoded(json.loads(text), iter([file[f"arr_{i}"] for i in range(len(arrays))]))
    np.testing.assert_equal(back, value)
    assert type(back) is type(value) and getattr(back, "dtype", None) == getattr(value, "dtype", None)


def test_a_stopper_derived_from_keras_own_goes_on_as_that_does():
    class Patient(keras.callbacks.EarlyStopping):
        pass

    results = []
    for kind in (keras.callbacks.EarlyStopping, Patient):
        callback = kind(monitor="loss", min_delta=0.5, patience=2)
        kept = counted.Counted([callback])
        callback.set_model(keras.Sequential([keras.layers.Dense(1)]))
        callback.model.compile("sgd", "mse")
        callback.on_train_begin()
        kept.begin()
        callback.on_epoch_end(0, {"loss": 1.0})
        values, arrays = kept.state()
        again = kind(monitor="loss", min_delta=0.5, patience=2)
        again.set_model(callback.model)
        again.on_train_begin()
        counted.Counted([again]).restore(values, arrays)
        again.on_epoch_end(1, {"loss": 0.9})  # not better by 0.5
        results.append((again.wait, again.best, again.min_delta))
    assert results == [(1, 1.0, -0.5)] * 2
