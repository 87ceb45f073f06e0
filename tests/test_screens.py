"""What a person sees: each command in a terminal of 80 and of 40 columns, read back as the screen that results."""

import json
import re
from collections import namedtuple

import pyte
import pytest
from conftest import NAME
from served import answers
from test_replicate import FEW

SMALL = ["tracker=[]", "report=false", "data.load.validation=3700", "training.epochs=3"]
LIVE = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏━"  # what a spinner and a bar are drawn with
WIDTHS = (80, 40)
MOSTLY_WIDE = (80, pytest.param(40, marks=pytest.mark.thorough))  # of what trains

Seen = namedtuple("Seen", "status lines")


@pytest.fixture(scope="module")
def terminal(project):
    """terminal(columns, command, interrupt) → Seen: a command's exit status, and the lines that it leaves."""

    def seen(columns, module, *arguments, interrupt=None):
        request = {"project": str(project), "module": f"{NAME}.{module}", "arguments": arguments}
        [answer] = answers(**request, folder=str(project), columns=columns, interrupt=interrupt)
        screen = pyte.Screen(columns, 2000)
        pyte.Stream(screen).feed(answer["terminal"])
        assert not screen.cursor.hidden
        lines = [line.rstrip() for line in screen.display]
        assert not set(LIVE) & set("".join(lines)), lines
        return Seen(answer["status"], [line for line in lines if line])

    return seen


def words(lines):
    """What lines say; a word that a line's end has cut in two is not found in it."""
    return " ".join(" ".join(lines).split())


@pytest.mark.parametrize("columns", WIDTHS)
@pytest.mark.parametrize(
    ("status", "overrides"),
    [
        ("pass", ["rungs=[forward,look,loss,one,ten]"]),
        ("pass", ["rungs=[forward]", "verbose=true"]),
        ("warn", ["rungs=[loss]", "initializer=normal", "initializer.kernel.stddev=0.3"]),
        ("fail", ["rungs=[forward]", "loss.function.from_logits=false"]),
        ("fail", ["rungs=[forward]", "model.filters=x"]),  # a crash
    ],
)
def test_a_climb_shows_what_is_not_right_whole_and_the_rest_in_a_line_a_rung(
    terminal, tmp_path, status, overrides, columns
):
    exit_status, lines = terminal(columns, "recipe", *SMALL, *overrides, f"hydra.run.dir={tmp_path}/climb")
    assert exit_status == (status == "fail")
    verdict = json.loads((tmp_path / "climb/verdicts.json").read_text())
    assert verdict["status"] == status
    said, verbose = words(lines), "verbose=true" in overrides
    for rung in verdict["rungs"]:
        skipped = sum(check["status"] == "skip" for check in rung["checks"])
        counts = rf"{len(rung['checks']) - skipped} checks?" + f" {skipped} skipped" * bool(skipped)
        assert re.search(rf"\b{rung['rung']} {rung['status'].upper()} {counts} \d+\.\d s", said), said
    checks = [check for rung in verdict["rungs"] for check in rung["checks"]]
    full = [check for check in checks if verbose or check["status"] in ("warn", "fail")]
    shown = [line for line in lines if re.match(r"  (PASS|WARN|FAIL|SKIP)  ", line)]
    found = [[check["status"].upper(), check["check"]] for check in full]
    assert [[word.strip(",:") for word in line.split()[:2]] for line in shown] == found
    for check in full:
        assert words([check["expected"]]) in said and words([check["reason"]]) in said
        for cause in check["causes"][:1]:
            tried = cause["tried"] if cause["outcome"] in ("proved", "consistent") else ""
            evidence = cause["because"].split("; ", 1)[-1] if tried else cause["because"]
            labelled = {"because": evidence, "look at": cause["look_at"], "try": tried}
            for label, text in labelled.items():
                assert not text or re.search(rf"\b{label}:? {re.escape(words([text]))}", said), (label, said)
            assert f"recipe.explain {cause['cause']}" in said
    assert f"{status.upper()} {'at forward ' * (status == 'fail')}after" in said
    assert ("ten up to about" in said) == ("ten" in overrides[0])


@pytest.mark.parametrize("columns", MOSTLY_WIDE)
@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (
            ["data.subset=1"],
            r"1 sample: target \S+ reached; loss .* in inference mode; last weights, 20 steps, \S+ s → ",
        ),
        (
            ["data.subset=10"],
            r"10 samples: target \S+ reached; loss .* in inference mode; last weights, 20 steps, \S+ s → ",
        ),
        (
            [],
            r"trained on 300 samples: train/accuracy \S+, train/loss .*; last weights, 36 steps, \S+ s → ",
        ),
    ],
)
def test_a_training_ends_with_one_line_of_whole_words(terminal, arguments, expected, columns):
    status, lines = terminal(columns, "train", *SMALL, *arguments)
    assert status == 0 and re.fullmatch(expected + r"outputs/\S+", words(lines)), lines


@pytest.mark.parametrize("columns", MOSTLY_WIDE)
def test_a_sweep_tells_its_jobs_apart_by_what_differs(terminal, columns):
    status, lines = terminal(columns, "train", "-m", *SMALL, "data.subset=1,10")
    table = lines[lines.index(next(line for line in lines if line.strip().startswith("data.subset=1"))) :]
    assert status == 0 and "report" not in words(table)
    row = r"{} (status: )?done (steps: )?20 (train/loss: )?\S+ (val/loss: )?\S+ (val/accuracy: )?1"
    assert re.match(f"{row.format('data.subset=1')} {row.format('data.subset=10')} multirun/", words(table)), table


@pytest.mark.parametrize("columns", MOSTLY_WIDE)
def test_a_replication_is_read_claim_by_claim_and_question_by_question(terminal, columns):
    status, lines = terminal(columns, "recipe.replicate", *FEW, "paper.sensitivity=true", "paper.budget=5")
    said = words(lines)
    assert status == 0
    for claim in ("cnn_size", "cnn", "logistic"):
        assert any(line.split()[0] == claim for line in lines)
    assert "5,210 replicated" in said.replace("verdict: ", "") and said.count("not replicated") == 2
    assert "initializer=glorot_uniform" in said and "optimizer.learning_rate=0.001" in said
    assert "sensitivity: 9 answers, 2 runs each, short ones first; 5 runs in all" in said


@pytest.mark.parametrize("columns", MOSTLY_WIDE)
def test_a_run_is_reproduced_in_words(terminal, columns):
    run = f"outputs/run{columns}"  # a word that is longer than a line is left to the terminal
    terminal(columns, "train", *SMALL, "data.subset=1", f"hydra.run.dir={run}")
    status, lines = terminal(columns, "recipe.reproduce", f"run={run}")
    assert status == 0 and words(lines).endswith(f"identical to {run}: 1 epoch of 4 figures, and the weights"), lines


@pytest.mark.parametrize("columns", WIDTHS)
def test_an_exercise_a_refusal_and_a_crash_are_lines_of_whole_words(terminal, columns):
    status, lines = terminal(columns, "recipe.dojo", f"seed={columns}")
    assert status == 0 and f"One thing is wrong in dojo/level1-seed{columns}, or none." in words(lines)
    status, lines = terminal(columns, "train", "training.epochs=0")
    assert status == 2 and words(lines) == "refused: training.epochs=0: expected a whole number, 1 or more"
    status, lines = terminal(columns, "train", *SMALL, "model.filters=x")
    assert status == 1 and "failed: TypeError: '<=' not supported between instances of 'str' and 'int'" in words(lines)
    assert "train.py:38 model = compiled(cfg, plan)" in words(lines)


@pytest.mark.parametrize("columns", WIDTHS)
def test_a_cause_is_told_in_whole_words_and_whole_lines_of_code(terminal, columns):
    status, lines = terminal(columns, "recipe.explain", "mse-for-classification")
    assert status == 0 and "Class 3 counts as nearer to 4 than to 9, and behind a sigmoid a" in words(lines)
    code = "    _target_: keras.losses.SparseCategoricalCrossentropy"
    # Too long a line of code is left to the terminal, which goes on at its left edge.
    assert (code in lines) == (columns == 80) and code in "".join(lines) and "    from_logits: true" in lines
    status, lines = terminal(columns, "recipe.explain")
    assert status == 0 and "softmax-on-regression: A softmax makes shares that sum to 1 of outputs" in words(lines)


@pytest.mark.parametrize("columns", MOSTLY_WIDE)
def test_ctrl_c_leaves_one_line_and_the_cursor(terminal, columns):
    run = f"outputs/stopped{columns}"
    status, lines = terminal(columns, "train", *SMALL, "training.epochs=2000", f"hydra.run.dir={run}", interrupt="loss")
    assert status == 130 and words(lines) == f"interrupted: resume={run} goes on with it", lines
