"""What a checkpoint holds of the history, and what a stopped process leaves of it."""

import numpy as np
import pytest
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
