"""What is printed and drawn never decides how a command ends: a full disk, a reader that is gone, a narrow encoding."""

import json
import os
import subprocess

import pytest
from conftest import NAME, TEMPLATE, generate
from test_project import PYTHON

FAST = ["tracker=[]", "data.load.validation=3700", "training.subset.steps=5"]
C_LOCALE = "LC_ALL=C PYTHONUTF8=0 PYTHONCOERCECLOCALE=0"
PRINTED = "mine: ä→ │─┼ ☃"

# A command whose work is to print: as a climb would, without Keras, and with `rungs=[forward]` without data.
QUICK = f"""
import json
import logging

from . import recipe


def work(cfg, run_dir):
    print("{PRINTED}", flush=True)
    logging.getLogger(__name__).warning("logged: {PRINTED}")
    (run_dir / "result.json").write_text(json.dumps({{"status": "done"}}))
    return 0.5


if __name__ == "__main__":
    recipe.application(work, config_name="recipe")
"""

# Without what needs trainings.
UNTRAINED = [f"~paper.claims.{name}" for name in ("cnn", "logistic", "gru", "mlp", "shuffled", "cnn_beats_mlp")]
UNTRAINED += ["~paper.questions.width", "~paper.questions.residual"]

# Each command in a process of its own, forked from one that has imported Keras.
RUNNER = r"""
import json, logging, os, sys
from pathlib import Path
sys.path[:0] = [str(Path.cwd()), sys.argv[1]]
import backends, commands

backends.only_this()
fast, untrained, runs = json.loads(sys.argv[2]), json.loads(sys.argv[3]), Path("runs").absolute()


def run(name, broken, *arguments, module="train", place="hydra.run.dir"):
    if not arguments[0].startswith("resume="):
        arguments = [*arguments, *fast, f"{place}={runs}/{name}"]
    (done,) = commands.run(f"paper_net.{module}", arguments, ".", broken=broken)
    print("@" + json.dumps([name, done]), flush=True)


def no_font(*_, **__):
    raise RuntimeError("no such font")


def full():
    for number in (1, 2):
        os.dup2(os.open("/dev/full", os.O_WRONLY), number)


def undrawn():
    from paper_net.recipe.keras_side import backend
    from paper_net.recipe.figures import training_pictures

    training_pictures.of_training = no_font


def page_is_a_folder():
    from paper_net.recipe.keras_side import backend
    from paper_net.recipe.figures import training_pictures
    from paper_net.recipe.run import checkpoint

    training_pictures.of_training = lambda *_: {}
    checkpoint.remove = lambda run_dir: (run_dir / "report.html").mkdir()


def breaks_after():
    from paper_net.recipe.keras_side import backend
    from paper_net.recipe.figures import training_pictures
    from paper_net.recipe.run import watching

    finish = watching.Watch.finish
    training_pictures.of_training = lambda *_: {}

    def then_fail(*arguments):
        finish(*arguments)
        raise RuntimeError("no such folder")

    watching.Watch.finish = then_fail


def no_page():
    from paper_net.recipe.keras_side import backend
    from paper_net.recipe.figures import report

    report.page = no_font


def no_page_in_ascii():
    no_page()
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="ascii", errors="strict")


def no_page_no_table_no_log():
    from paper_net.recipe.keep import run_files

    no_page_in_ascii()
    write_csv = run_files.write_csv
    run_files.write_csv = lambda path, rows: (no_font if path.name == "summary.csv" else write_csv)(path, rows)
    logging.FileHandler._open = lambda _: open("/dev/full", "w")


one = "data.subset=1"
run("full", full, one)
run("undrawn", undrawn, one)
run("folder", page_is_a_folder, one)
run("crash", no_page, one, "model.padding=nothing")
run("after", breaks_after, one)
run("resumed", None, f"resume={runs}/after")
run("sweep", no_page_no_table_no_log, "-m", "data.subset=1,2", place="hydra.sweep.dir")
run("climb", no_page_in_ascii, "rungs=[forward,look]", module="recipe")
run("replication", no_page_in_ascii, *untrained, module="recipe.replicate")
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    project = generate(tmp_path_factory.mktemp("printing"), project_slug="paper-net", package_name=NAME)
    (project / NAME / "quick.py").write_text(QUICK, encoding="utf-8")
    with (project / NAME / "model.py").open("a", encoding="utf-8") as file:
        file.write(f'\nprint("{PRINTED}")\n')
    return project


@pytest.fixture(scope="module")
def found(project):
    """{name: what a command ended with and said} of all in RUNNER."""
    command = [PYTHON, "-c", RUNNER, TEMPLATE / "tests", json.dumps(FAST), json.dumps(UNTRAINED)]
    environment = {**os.environ, "TF_CPP_MIN_LOG_LEVEL": "3"}
    run = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr[-3000:]
    return dict(json.loads(line[1:]) for line in run.stdout.splitlines() if line.startswith("@"))


def result(project, name):
    return json.loads((project / "runs" / name / "result.json").read_text(encoding="utf-8"))


def is_done(project, name):
    """Whether a run left its figures and its weights."""
    kept = result(project, name)
    return kept["status"] == "done" and "val/loss" in kept and (project / "runs" / name / "model.weights.h5").exists()


def shell(project, command):
    """A command line with PYTHON in it, to its interpreter's own end, which flushes once more."""
    script = "set -o pipefail; " + command.replace("PYTHON -m ", f"'{PYTHON}' -m {NAME}.")
    return subprocess.run(["bash", "-c", script], cwd=project, capture_output=True)


@pytest.mark.parametrize(
    "command",
    [
        "PYTHON -m quick rungs=[forward] {} >/dev/full",
        "PYTHONUNBUFFERED=1 PYTHON -m quick rungs=[forward] {} >/dev/full",
        "PYTHON -m quick rungs=[forward] {} >/dev/full 2>/dev/full",
        "PYTHON -m quick rungs=[forward] {} | true",
        "PYTHON -m quick rungs=[forward] {} 2>&1 | true",
        "PYTHON -m quick rungs=[forward] {} >&-",
        "PYTHONIOENCODING=latin-1 PYTHON -m quick rungs=[forward] {}",
        "PYTHONIOENCODING=ascii PYTHON -m quick rungs=[forward] {}",
        f"{C_LOCALE} PYTHON -m quick rungs=[forward] {{}}",
        f"PYTHON -m train {{}} data.subset=1 {' '.join(map(repr, FAST))} report=false >&- 2>&-",
    ],
)
def test_work_that_cannot_be_printed_is_done(project, tmp_path, command):
    done = shell(project, command.format(f"hydra.run.dir={tmp_path}/run"))
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads((tmp_path / "run/result.json").read_text())["status"] == "done"


@pytest.mark.parametrize(
    ("environment", "spelled"),
    [
        ("PYTHONIOENCODING=utf-8", PRINTED.encode()),
        ("PYTHONIOENCODING=latin-1", b"mine: \xe4-> |-+ ?"),
        ("PYTHONIOENCODING=ascii", b"mine: a-> |-+ ?"),
        (C_LOCALE, b"mine: a-> |-+ ?"),
    ],
)
def test_characters_that_an_encoding_lacks_are_spelled_in_others(project, environment, spelled):
    own, logged = shell(project, f"{environment} PYTHON -m quick rungs=[forward]").stdout.splitlines()
    assert own == spelled and logged.endswith(b" - logged: " + spelled)


def test_jobs_in_other_processes_are_done_too(project, tmp_path):
    done = shell(
        project,
        f"{C_LOCALE} PYTHON -m quick -m rungs=[forward] seed=0,1 hydra/launcher=joblib hydra.sweep.dir={tmp_path}",
    )
    assert done.returncode == 0 and b"Traceback" not in done.stderr, done.stderr
    assert done.stdout.count(b"mine: a-> |-+ ?") - done.stdout.count(b"logged: mine") == 2  # two may share a line
    assert [json.loads((tmp_path / job / "result.json").read_text())["status"] for job in "01"] == ["done", "done"]


@pytest.mark.parametrize(
    ("command", "status"),
    [
        ("recipe.dojo seed=1 >/dev/full", 0),
        ("recipe.dojo seed=2 | true", 0),
        ("recipe.dojo answer=nothing 2>/dev/full", 2),
        ("train seed=-1 2>/dev/full >/dev/full", 2),
        ("train --help >/dev/full", 0),
        ("train --cfg job | true", 0),
    ],
)
def test_the_exit_status_is_that_of_the_work(project, command, status):
    done = shell(project, f"PYTHON -m {command}")
    assert (done.returncode, done.stderr) == (status, b"")


def test_a_training_that_cannot_print_keeps_its_figures_and_pictures(found, project):
    assert found["full"]["status"] == 0 and is_done(project, "full")
    run_dir = project / "runs/full"
    assert (run_dir / "report.html").exists() and len(list((run_dir / "figures").iterdir())) > 10


@pytest.mark.parametrize(("name", "why"), [("undrawn", "no such font"), ("folder", "Is a directory: ")])
def test_a_page_that_cannot_be_made_is_one_line(found, project, name, why):
    assert found[name]["status"] == 0 and found[name]["stderr"] == "" and is_done(project, name)
    (warning,) = [line for line in found[name]["stdout"].splitlines() if "WARNING" in line]
    assert "report.html could not be made: " in warning and why in warning


def test_a_crash_whose_page_breaks_too_is_one_crash(found, project):
    assert found["crash"]["status"] == 1 and result(project, "crash")["status"] == "failed"
    assert found["crash"]["stderr"].count("failed: ") == 1 and "Traceback" not in found["crash"]["stderr"]
    assert "report.html could not be made: no such font" in found["crash"]["stdout"]


def test_a_run_that_breaks_after_it_was_done_keeps_what_it_has(found, project):
    said = "failed after the run was done: RuntimeError: no such folder\n  train.py:"
    assert found["after"]["status"] == 1 and found["after"]["stderr"].startswith(said)
    assert is_done(project, "after") and "<th>val</th>" in (project / "runs/after/report.html").read_text(
        encoding="utf-8"
    )
    assert found["resumed"]["status"] == 0 and found["resumed"]["stdout"].startswith("done already: ")


def test_a_sweep_without_pages_and_logs_shows_its_table(found, project):
    done = found["sweep"]
    assert done["status"] == 0 and done["stderr"] == ""
    assert is_done(project, "sweep/0") and is_done(project, "sweep/1")
    assert done["stdout"].count("report.html could not be made: no such font") == 3
    assert done["stdout"].count("summary.csv could not be made: no such font") == 1
    assert done["stdout"].count("|done ") == 2


def test_a_climb_without_a_page_ends_as_it_would(found, project):
    assert found["climb"]["status"] == 0 and "PASS" in found["climb"]["stdout"]
    assert "report.html could not be made: no such font" in found["climb"]["stdout"]
    verdicts = json.loads((project / "runs/climb/verdicts.json").read_text(encoding="utf-8"))
    assert [rung["rung"] for rung in verdicts["rungs"]] == ["forward", "look"]
    assert result(project, "climb")["status"] == verdicts["status"]


def test_a_replication_without_a_page_has_its_verdicts(found, project):
    assert found["replication"]["status"] == 0 and "replicated" in found["replication"]["stdout"]
    assert "replication.html could not be made: no such font" in found["replication"]["stdout"]
    left = {path.name for path in (project / "runs/replication").glob("replication.*")}
    assert left == {"replication.json", "replication.md", "replication.tex"}
