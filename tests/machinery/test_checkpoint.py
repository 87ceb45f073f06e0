"""What a checkpoint holds of the history, and what a stopped process leaves of it."""

import json
import os
from types import SimpleNamespace

import numpy as np
import pytest
from conftest import compose
from paper_net import train as script
from paper_net.recipe.keep import identical
from paper_net.recipe.run import checkpoint

ROWS = [{"epoch": i + 1, "train/loss": 1 / (i + 1)} for i in range(200)]


def keep(folder, epochs, rows=ROWS, begun=0):
    """The checkpoints of one process, which goes on from `begun` epochs."""
    written = 0
    for epoch in range(begun + 1, epochs + 1):
        checkpoint.write(folder, {"epoch": epoch}, rows[written:epoch], {"w": np.full(3, epoch)})
        written = epoch


def test_the_history_comes_back(tmp_path):
    keep(tmp_path, 5)
    state, rows, arrays = checkpoint.newest(tmp_path)
    assert (state["epoch"], rows, arrays["w"][0]) == (5, ROWS[:5], 5)


def test_an_epoch_costs_the_same_however_many_came_before(tmp_path):
    keep(tmp_path / "few", 2)
    keep(tmp_path / "many", 200)
    few, many = (max(path.stat().st_size for path in (tmp_path / n).glob("*.npz")) for n in ("few", "many"))
    assert many - few < 10  # the digits of the epoch


def test_what_a_torn_checkpoint_has_left_of_the_history_is_replaced(tmp_path):
    keep(tmp_path, 4)
    torn = max(tmp_path.glob("*.npz"))
    torn.write_bytes(torn.read_bytes()[:-10])
    _, rows, _ = checkpoint.newest(tmp_path)
    assert rows == ROWS[:3]
    otherwise = [*rows, *({"epoch": e, "train/loss": 9.0} for e in (4, 5))]
    keep(tmp_path, 5, otherwise, begun=3)
    assert checkpoint.newest(tmp_path)[1] == otherwise


@pytest.mark.parametrize("left", [None, 0, 4])
def test_without_its_history_a_checkpoint_is_torn(tmp_path, left, caplog):
    keep(tmp_path, 5)
    history = tmp_path / checkpoint.HISTORY
    history.write_text("".join(history.read_text().splitlines(keepends=True)[:left]))
    if left is None:
        history.unlink()
    found = checkpoint.newest(tmp_path)
    assert (found and found[0]["epoch"]) == (left or None)
    assert "is torn" in caplog.text


@pytest.mark.parametrize("torn", [b'{"epoch": 4, "tra', b"\xff\xfe\x00", b"[1]", b""])
def test_of_a_history_with_a_torn_line_what_is_before_it_is_used(tmp_path, torn, caplog):
    keep(tmp_path, 5)
    history = tmp_path / checkpoint.HISTORY
    lines = history.read_bytes().splitlines()
    history.write_bytes(b"\n".join([*lines[:4], torn]))
    state, rows, _ = checkpoint.newest(tmp_path)
    assert (state["epoch"], rows) == (4, ROWS[:4])
    assert "history.jsonl is torn" in caplog.text


@pytest.mark.parametrize("torn", [1, 2])
def test_what_is_written_after_torn_checkpoints_is_kept_in_their_place(tmp_path, torn):
    keep(tmp_path, 4)
    for path in sorted(tmp_path.glob("*.npz"))[-torn:]:
        path.write_bytes(path.read_bytes()[:-10])
    found = checkpoint.newest(tmp_path)
    begun = found[0]["epoch"] if found else 0
    keep(tmp_path, begun + 1, begun=begun)
    assert checkpoint.newest(tmp_path)[0]["epoch"] == begun + 1
    kept = [int(path.stem.split("-")[0]) for path in sorted(tmp_path.glob("*.npz"))]
    assert kept == [begun, begun + 1][-len(kept) :] and len(kept) == (2 if begun else 1)


def test_a_checkpoint_is_not_gone_on_with_by_the_history_of_another_run(tmp_path, caplog):
    keep(tmp_path, 2)
    old = {path.name: path.read_bytes() for path in tmp_path.glob("*.npz")}
    keep(tmp_path, 2, [{"epoch": e, "train/loss": 9.0} for e in (1, 2)])
    for path in tmp_path.glob("*.npz"):
        path.unlink()
    for name, content in old.items():  # which a run that began again had no room to replace
        (tmp_path / name).write_bytes(content)
    assert checkpoint.newest(tmp_path) is None
    assert caplog.text.count("is not used: history.jsonl is not its own") == 2


def test_a_file_is_on_the_disk_before_it_takes_the_name_of_the_last(tmp_path, monkeypatch):
    done = []
    replace, fsync = os.replace, os.fsync
    monkeypatch.setattr(os, "fsync", lambda number: [done.append("synced"), fsync(number)])
    monkeypatch.setattr(os, "replace", lambda *paths: [done.append(paths[1].name), replace(*paths)])
    keep(tmp_path, 1)
    (name,) = (path.name for path in tmp_path.glob("*.npz"))
    assert done == ["synced", checkpoint.HISTORY, "synced", name]


SMALL = ["data.load.validation=3700", "training.epochs=5", "training.schedule=null"]


def written(monkeypatch, run_dir, *overrides, seconds_of_an_epoch=10, dies_at=None):
    """The epochs after which a training writes a checkpoint, by a clock that each epoch puts forward."""
    epochs, write, clock = [], checkpoint.write, SimpleNamespace(now=0.0)

    def noting(folder, state, rows, arrays):
        write(folder, state, rows, arrays)
        epochs.append(state["epoch"])

    def on_epoch_begin(self, epoch, logs=None):
        clock.now += seconds_of_an_epoch
        if epoch == dies_at:
            raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(checkpoint, "write", noting)
        patched.setattr(checkpoint, "time", SimpleNamespace(monotonic=lambda: clock.now))
        patched.setattr(checkpoint.Checkpoint, "on_epoch_begin", on_epoch_begin)
        run_dir.mkdir(exist_ok=True)
        script.train(compose(*SMALL, *overrides), run_dir)
    return epochs


@pytest.mark.parametrize(
    ("asked", "epochs"),
    [
        (["training.checkpoint_seconds=0"], [1, 2, 3, 4, 5]),
        (["~training.checkpoint_seconds"], [1, 2, 3, 4, 5]),  # conf/ of an older template
        (["training.checkpoint_seconds=20"], [1, 3, 5]),
        (["training.checkpoint_seconds=30"], [1, 4, 5]),
        (["training.checkpoint_seconds=1000"], [1, 5]),
        (["training.checkpoint_seconds=1000", "data.subset=1"], [1]),  # its target ends it
    ],
)
def test_a_checkpoint_is_written_every_so_many_seconds_and_at_the_end(tmp_path, monkeypatch, asked, epochs):
    assert written(monkeypatch, tmp_path, *asked) == epochs


def test_what_was_stopped_between_two_checkpoints_goes_on_to_the_same_bits(tmp_path, monkeypatch):
    asked = ["training.checkpoint_seconds=20", "training.judged={best: val/loss}"]
    written(monkeypatch, tmp_path / "whole", *asked)
    with pytest.raises(KeyboardInterrupt):
        written(monkeypatch, tmp_path / "stopped", *asked, dies_at=4)  # of five, counted from 0
    assert checkpoint.newest(tmp_path / "stopped/checkpoints")[0]["epoch"] == 3
    assert written(monkeypatch, tmp_path / "stopped", *asked) == [4, 5]
    assert identical.difference(tmp_path / "whole", tmp_path / "stopped") is None
    results = [json.loads((tmp_path / way / "result.json").read_text()) for way in ("whole", "stopped")]
    assert {**results[0], "seconds": 0} == {**results[1], "seconds": 0}
