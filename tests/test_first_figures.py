"""The hold-outs' first figures: the README and the machinery say what was measured."""

import json

import first_figures
from first_figures import Climb


def test_the_readme_has_the_table():
    assert first_figures.table() in first_figures.README.read_text(encoding="utf-8")


def test_the_machinery_knows_how_often_each_check_was_right():
    assert json.loads(first_figures.OF_CHECKS.read_text(encoding="utf-8")) == first_figures.of_checks()


def test_what_the_healthy_program_is_told_too_is_no_mistake_found():
    healthy = Climb(1, "a", "warn", "loss/penalty", ["x"], [], [])
    mistakes = [Climb(1, f"a:{check}", "warn", check, ["x"], ["x"], []) for check in ("loss/penalty", "all/spread")]
    assert first_figures.found([healthy, *mistakes]) == mistakes[1:]
    assert first_figures.row([healthy, *mistakes]) == [2, 1, 0, 0, 1, 1, "0 of 0", 1, 0, 1]
