"""What has changed since a rung last passed."""

from paper_net.recipe.keep import changes

THEN = {"code": {"model.py": "a = 1\nb = 2\n", "blocks.py": "c = 3\n"}, "data": "x"}


def test_what_is_added_and_what_is_gone_are_told_line_by_line():
    now = {"code": {"model.py": "a = 1\nb = 4\n", "heads.py": "d = 5\n"}, "data": "x"}
    assert set(changes.changes(THEN, now)) == {
        "model.py:2 - b = 2",
        "model.py:2 + b = 4",
        "blocks.py:1 - c = 3",
        "heads.py:1 + d = 5",
    }


def test_nothing_has_changed_where_nothing_has():
    assert changes.changes(THEN, THEN) == []


def test_what_keras_and_the_machine_were_set_to_is_told_by_its_name():
    then = THEN | {"keras": {"epsilon": 1e-7}, "machine": {"threads": 2, "TF_ENABLE_ONEDNN_OPTS": "0"}}
    now = THEN | {"keras": {"floatx": "float64"}, "machine": {"threads": 4}}
    assert changes.changes(then, now) == [
        "epsilon 1e-07 → null",
        'floatx null → "float64"',
        'TF_ENABLE_ONEDNN_OPTS "0" → null',
        "threads 2 → 4",
    ]
