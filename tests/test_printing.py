"""What is printed and drawn never decides how a command ends: a full disk, a reader that is gone, a narrow encoding."""

import json
import os
import subprocess

import pytest
from conftest import NAME, TEMPLATE, generate
from test_project import PYTHON

FAST = ["tracker=[]", "data.load.validation=3700", "training.subset.steps=5"]
C_LOCALE = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
# Without what needs trainings.
UNTRAINED = [f"~paper.claims.{name}" for name in ("cnn", "logistic", "gru", "mlp", "shuffled", "cnn_beats_mlp")]
UNTRAINED += ["~paper.questions.width", "~paper.questions.residual"]

# Each command in a process of its own, forked from one that has imported Keras, in the C locale (so this is ASCII).
RUNNER = r"""
import json, logging, os, sys
from pathlib import Path
sys.path[:0] = [str(Path.cwd()), sys.argv[1]]
import backends, commands

backends.only_this()
import matplotlib.pyplot

fast, untrained, runs = json.loads(sys.argv[2]), json.loads(sys.argv[3]), Path("runs").absolute()


def run(name, broken, *arguments, module="train", place="hydra.run.dir"):
    if not arguments[0].startswith("resume="):
        arguments = [*arguments, *fast, f"{place}={runs}/{name}"]
    (done,) = commands.run(f"paper_net.{module}", arguments, ".", broken=broken)
    print("@" + json.dumps([name, done]), flush=True)


def streams(stdout=None, stderr=None, encoding="utf-8"):
    def broken():
        for number, to in ((1, stdout), (2, stderr)):
            if to:
                os.dup2(to(), number)
        for stream in (sys.stdout, sys.stderr):
            stream.reconfigure(encoding=encoding, errors="strict")

    return broken


def full():
    return os.open("/dev/full", os.O_WRONLY)


def gone():
    read, write = os.pipe()
    os.close(read)
    return write


def closed():
    os.close(1)
    os.close(2)
    sys.stdout = sys.stderr = sys.__stdout__ = sys.__stderr__ = None


def breaks(*names, and_log=False):
    def fails(*_, **__):
        raise RuntimeError("no such font")

    def broken():
        from paper_net.recipe import backend, gallery, records, report

        for name in names:
            module, function = name.split(".")
            setattr({"gallery": gallery, "report": report}[module], function, fails)
        if and_log:
            logging.FileHandler._open = lambda _: open("/dev/full", "w")
            write_csv = records.write_csv
            records.write_csv = lambda path, rows: (fails if path.name == "summary.csv" else write_csv)(path, rows)

    return broken


def page_is_a_folder():
    from paper_net.recipe import backend, checkpoint

    checkpoint.remove = lambda run_dir: (run_dir / "report.html").mkdir()


def breaks_after():
    from paper_net.recipe import backend, watching

    finish = watching.Watch.finish

    def then_fail(*arguments):
        finish(*arguments)
        raise RuntimeError("no such folder")

    watching.Watch.finish = then_fail


one, bare = "data.subset=1", ["report=false"]
run("whole", streams(), one, *bare)
run("stdout full", streams(full), one, *bare)
run("both full", streams(full, full), one)
run("reader gone", streams(gone), one, *bare)
run("both gone", streams(gone, gone), one, *bare)
run("both closed", closed, one, *bare)
run("latin-1", streams(encoding="latin-1"), one, *bare)
run("ascii", streams(encoding="ascii"), one, *bare)
run("C locale", None, one, *bare)
sweep = ["-m", "data.subset=1,2"]
run("sweep", streams(gone, gone), *sweep, *bare, place="hydra.sweep.dir")
climb = ["rungs=[forward,look]"]
run("climb", streams(full, full), *climb, module="recipe")
run("climb in ascii", streams(encoding="ascii"), *climb, *bare, module="recipe")
run("replication", streams(full, encoding="ascii"), *untrained, module="recipe.replicate")

run("gallery", breaks("gallery.of_training"), one)
run("page is a folder", page_is_a_folder, one)
run("crash", breaks("report.of_run"), one, "model.padding=nothing")
run("after", breaks_after, one)
run("after, resumed", None, f"resume={runs}/after")
run("sweep without pages", breaks("report.page", and_log=True), *sweep, place="hydra.sweep.dir")
run("climb without a page", breaks("report.page"), *climb, module="recipe")
run("replication without a page", breaks("report.page"), *untrained, module="recipe.replicate")
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    project = generate(tmp_path_factory.mktemp("printing"), project_slug="paper-net", package_name=NAME)
    with (project / NAME / "model.py").open("a", encoding="utf-8") as file:
        file.write('\nprint("mine: ä→ │─┼ ☃")\n')
    return project


@pytest.fixture(scope="module")
def found(project):
    """{name: what a command ended with and said} of all in RUNNER."""
    command = [PYTHON, "-c", RUNNER, TEMPLATE / "tests", json.dumps(FAST), json.dumps(UNTRAINED)]
    environment = {**os.environ, **C_LOCALE, "TF_CPP_MIN_LOG_LEVEL": "3"}
    run = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr[-3000:]
    return dict(json.loads(line[1:]) for line in run.stdout.splitlines() if line.startswith("@"))


def result(project, name):
    return json.loads((project / "runs" / name / "result.json").read_text(encoding="utf-8"))


def is_done(project, name):
    """Whether a run left its figures and its weights, and nothing to go on with."""
    kept = result(project, name)
    there = [(project / "runs" / name / file).exists() for file in ("model.weights.h5", "checkpoints")]
    same = kept.get("val/loss") == result(project, "whole")["val/loss"]
    return kept["status"] == "done" and same and there == [True, False]


NARROW = ("latin-1", "ascii", "C locale")


@pytest.mark.parametrize("name", ["stdout full", "both full", "reader gone", "both gone", "both closed", *NARROW])
def test_a_training_that_cannot_print_is_done(found, project, name):
    assert found[name]["status"] == 0 and found[name]["stderr"] == "", found[name]
    assert is_done(project, name)


def test_a_training_that_cannot_print_leaves_its_pictures(found, project):
    run_dir = project / "runs/both full"
    assert (run_dir / "report.html").exists() and len(list((run_dir / "figures").iterdir())) > 10


def test_characters_that_an_encoding_lacks_are_spelled_in_others(found):
    own = {name: found[name]["stdout"].splitlines()[0] for name in ("whole", *NARROW)}
    assert own["whole"] == "mine: ä→ │─┼ ☃"
    assert own["latin-1"] == r"mine: \xe4-> |-+ ?"  # ä is in Latin-1
    assert own["ascii"] == own["C locale"] == "mine: a-> |-+ ?"
    for name in NARROW:
        assert " s -> " in found[name]["stdout"]


def test_a_sweep_that_cannot_print_is_done_with_its_summary(found, project):
    assert found["sweep"]["status"] == 0
    assert [result(project, f"sweep/{job}")["status"] for job in (0, 1)] == ["done", "done"]
    assert all((project / "runs/sweep" / file).exists() for file in ("summary.csv", "report.html"))


def test_a_climb_that_cannot_print_ends_as_it_would(found, project):
    assert (found["climb"]["status"], found["climb in ascii"]["status"]) == (0, 0), found["climb in ascii"]
    assert "PASS" in found["climb in ascii"]["stdout"]
    for name in ("climb", "climb in ascii"):
        verdicts = json.loads((project / "runs" / name / "verdicts.json").read_text(encoding="utf-8"))
        assert [rung["rung"] for rung in verdicts["rungs"]] == ["forward", "look"]
        assert result(project, name)["status"] == verdicts["status"] != "fail"


def test_a_replication_that_cannot_print_leaves_its_report(found, project):
    assert found["replication"]["status"] == 0, found["replication"]
    assert {path.name for path in (project / "runs/replication").glob("replication.*")} == {
        "replication.json",
        "replication.md",
        "replication.html",
    }


@pytest.mark.parametrize(("name", "why"), [("gallery", "no such font"), ("page is a folder", "Is a directory: ")])
def test_a_page_that_cannot_be_made_is_one_line(found, project, name, why):
    assert found[name]["status"] == 0 and found[name]["stderr"] == ""
    assert result(project, name)["status"] == "done"
    warnings = [line for line in found[name]["stdout"].splitlines() if "WARNING" in line]
    assert len(warnings) == 1 and "report.html could not be made: " in warnings[0] and why in warnings[0]


def test_a_crash_whose_page_breaks_too_is_one_crash(found, project):
    assert found["crash"]["status"] == 1
    assert found["crash"]["stderr"].count("failed: ") == 1 and "Traceback" not in found["crash"]["stderr"]
    assert "report.html could not be made: no such font" in found["crash"]["stdout"]
    assert result(project, "crash")["status"] == "failed"


def test_a_run_that_breaks_after_it_was_done_keeps_what_it_has(found, project):
    assert found["after"]["status"] == 1
    assert found["after"]["stderr"].startswith(
        "failed after the run was done: RuntimeError: no such folder\n  train.py:"
    )
    assert is_done(project, "after") and len(list((project / "runs/after/figures").iterdir())) > 10
    assert found["after, resumed"]["status"] == 0
    assert found["after, resumed"]["stdout"].startswith("done already: ")


def test_a_sweep_without_its_pages_and_its_logs_shows_its_table(found, project):
    done = found["sweep without pages"]
    assert done["status"] == 0 and done["stderr"] == ""
    assert [result(project, f"sweep without pages/{job}")["status"] for job in (0, 1)] == ["done", "done"]
    assert done["stdout"].count("report.html could not be made: no such font") == 3
    assert done["stdout"].count("summary.csv could not be made: no such font") == 1
    assert "data.subset=1" in done["stdout"]


def test_a_climb_or_a_replication_without_its_page_ends_as_it_would(found, project):
    climb, replication = found["climb without a page"], found["replication without a page"]
    assert climb["status"] == 0 and "report.html could not be made: no such font" in climb["stdout"]
    assert replication["status"] == 0 and "replication.html could not be made: no such font" in replication["stdout"]
    assert result(project, "climb without a page")["status"] != "fail"
    left = {path.name for path in (project / "runs/replication without a page").glob("replication.*")}
    assert left == {"replication.json", "replication.md"}


# To the interpreter's own end, which flushes once more.
@pytest.mark.parametrize(
    ("command", "status"),
    [
        ("recipe.dojo seed=1 >/dev/full", 0),
        ("recipe.dojo seed=2 2>&1 >/dev/full", 0),
        ("recipe.dojo seed=3 >&-", 0),
        ("recipe.dojo answer=nothing 2>/dev/full", 2),
        ("train seed=-1 2>/dev/full >/dev/full", 2),
        ("train --help >/dev/full", 0),
        ("train --cfg job | true", 0),
        ("train data.subset=1 'tracker=[]' training.subset.steps=5 report=false >/dev/full", 0),
    ],
)
def test_the_exit_status_is_that_of_the_work(project, command, status):
    module, _, rest = command.partition(" ")
    script = f"set -o pipefail; '{PYTHON}' -m {NAME}.{module} {rest}"
    done = subprocess.run(["bash", "-c", script], cwd=project, capture_output=True, text=True)
    assert done.returncode == status, done.stderr
    assert done.stderr == ""
