"""Checks of the researcher's own, conf/recipe.yaml's `recipe.checks`: what they may answer, and how it reads."""

import subprocess
import sys

import pytest
from omegaconf import OmegaConf
from paper_net import recipe
from paper_net.recipe.checks import verdicts
from paper_net.recipe.climb import climb
from paper_net.recipe.climb.terminal import Terminal

UNSEEN = {"rare-words-unseen": "12 of 40 words never occur"}


def nothing(measured):
    return None


def words(measured):
    return f"{measured} is too many"


def warning(measured):
    return recipe.warns(measured, "at most 2", UNSEEN)


def failure(measured):
    return recipe.fails(measured, "at most 2", UNSEEN, "of the validation samples")


def asked(function):
    """The Finding of one of these functions as a check named `mine`, of a rung that has measured 3."""
    node = OmegaConf.create({"mine": {"_target_": f"{__name__}.{function.__name__}", "_partial_": True}})
    (check,) = climb.own_checks(node)
    return check(3)


@pytest.mark.parametrize(
    ("function", "status"), [(nothing, "pass"), (words, "fail"), (warning, "warn"), (failure, "fail")]
)
def test_a_check_of_ones_own_decides_by_what_it_returns(function, status):
    finding = asked(function)
    assert (finding.check.name, finding.status) == ("mine", status)


def test_causes_of_ones_own_stand_in_the_verdicts_and_on_the_terminal(capsys):
    finding = asked(failure)
    (found,) = verdicts.as_json([verdicts.Rung("look", [finding])])["rungs"][0]["checks"]
    assert (found["measured"], found["expected"], found["reason"]) == (3, "at most 2", "of the validation samples")
    because = {"tried": "", "outcome": "", "because": UNSEEN["rare-words-unseen"], "look_at": ""}
    assert found["causes"] == [{"cause": "rare-words-unseen", **because}]
    Terminal().end_of(verdicts.Rung("look", [finding]))
    said = [line.split("  ")[2].strip() for line in capsys.readouterr().out.splitlines()[3:-1]]
    assert said == ["measured", "expected", "because"]  # no place to look at, nothing to explain


def test_what_a_check_or_tracker_needs_comes_through_the_door_without_keras():
    names = "Finding passes warns fails Histogram Picture Table".split()
    code = f"import sys; from paper_net.recipe import {', '.join(names)}; sys.exit('keras' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0
