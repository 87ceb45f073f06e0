"""Sweeps, searches and replications lose nothing and count nothing twice: what is stopped, what is begun beside."""

import csv
import json
import subprocess

import pytest
from conftest import NAME, TEMPLATE, generate
from rungs import PYTHON

FAST = [
    "tracker=[]",
    "report=false",
    "training.checkpoint_seconds=0",
    "data.load.validation=3700",
    "training.epochs=2",
    "training.subset.steps=20",
]
CLAIMS = ["cnn_size", "logistic", "gru", "mlp", "shuffled", "cnn_beats_mlp"]
PAPER = [*(f"~paper.claims.{name}" for name in CLAIMS), "~paper.questions.width", "~paper.questions.residual"]
PAPER += ["paper.seeds=2", "hydra/launcher=basic"]

# Each command in a process of its own, forked from one that has imported Keras.
RUNNER = """
import json, os, shutil, signal, sys, time
from pathlib import Path
sys.path[:0] = [str(Path.cwd()), sys.argv[1]]
import backends, commands

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
backends.only_this()
fast, paper = json.loads(sys.argv[2]), json.loads(sys.argv[3])
runs = Path("runs").absolute()
runs.mkdir()
found = {}


def begin(arguments, broken=None, module="train"):
    return commands.begin(f"paper_net.{module}", arguments, ".", broken or (lambda: None))


def run(name, arguments, broken=None, module="train"):
    before = content()
    found[name] = commands.ended(*begin(arguments, broken, module)) | {"untouched": content() == before}


def sweep(name, *overrides):
    return ["-m", *fast, f"hydra.sweep.dir={runs}/{name}", *overrides]


def content():
    return {str(path): path.stat().st_mtime_ns for path in [*runs.rglob("*"), *Path("multirun").rglob("*")]}


def killed_where(module, name):
    # Kills the process where it calls this function.
    def broken():
        import importlib

        from paper_net.recipe.keras_side import backend

        setattr(importlib.import_module(module), name, lambda *_, **__: os.kill(os.getpid(), signal.SIGKILL))

    return broken


def waits_in_its_jobs():
    # Until the others are done; not for ever, so that a fault shows as one.
    from paper_net.recipe.keras_side import backend
    from paper_net.recipe.run import checkpoint

    write, patience = checkpoint.write, time.monotonic() + 90

    def then_wait(*arguments):
        write(*arguments)
        (runs.parent / "waits").touch()
        while not (runs.parent / "go").exists() and time.monotonic() < patience:
            time.sleep(0.05)

    checkpoint.write = then_wait


def beside(name, arguments, others, module="train"):
    # What a command, and others begun while it is at its first job, come to.
    for path in ("waits", "go"):
        (runs.parent / path).unlink(missing_ok=True)
    first, deadline = begin(arguments, waits_in_its_jobs, module), time.monotonic() + 90
    while not (runs.parent / "waits").exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    run(f"{name}, others", others, module=module)
    (runs.parent / "go").touch()
    found[name] = commands.ended(*first) | {"pid": first[0]}


def pages(name):
    paths = [*(runs / name).rglob("*.html"), *(runs / name).rglob("*.png")]
    return [str(path.relative_to(runs / name)) for path in paths]


run("page", sweep("page", "data.subset=1,2", "report=true"), killed_where("paper_net.recipe.figures.report", "of_run"))
found["page, left"] = [pages("page"), (runs / "page/0/result.json").read_text()]
run("page, resumed", [f"resume={runs}/page"])
found["page, then"] = [pages("page"), (runs / "page/0/result.json").read_text()]

run("torn", sweep("torn", "data.subset=1,2"), killed_where("paper_net.recipe.launch.sweep", "summarize"))
run("torn, resumed", [f"resume={runs}/torn"])

run("begun", sweep("begun", "data.subset=1,2"), killed_where("paper_net.recipe.launch.guard", "share_threads"))
run("begun, resumed", [f"resume={runs}/begun"])

run("twice", sweep("twice", "data.subset=1,2"))
run("twice, later", sweep("twice", "data.subset=1,2", "hydra.sweep.subdir='other${hydra.job.num}'"))
other = sweep("beside", "data.subset=1,2", "hydra.sweep.subdir='other${hydra.job.num}'")
beside("beside", sweep("beside", "data.subset=1,2"), other)

(runs / "taken/1").mkdir(parents=True)
run("taken", sweep("taken", "data.subset=1,2"))

shutil.copytree(runs / "twice", runs / "copied")
(runs / "copied/1/result.json").unlink()
shutil.copytree(runs / "copied/1", runs / "copied/1 (copy)")
for name, text in (("0", "[]"), ("2", "{")):
    (runs / "copied" / name).mkdir(exist_ok=True)
    (runs / "copied" / name / "notes.txt").write_text(text)
run("copied", [f"resume={runs}/copied"])

run("lists", sweep("lists", "data.subset=1,2"))
(runs / "lists/0/result.json").write_text("[1, 2]")
(runs / "lists/1/result.json").unlink()
(runs / "lists/1/result.json").mkdir()
run("lists, resumed", [f"resume={runs}/lists"])

arguments = [*fast, *paper]
beside("paper", arguments, arguments, module="recipe.replicate")
run("paper, later", arguments, module="recipe.replicate")
shutil.rmtree("multirun")
run("paper, one folder", [*arguments, "hydra.sweep.dir=multirun/all/paper"], module="recipe.replicate")
found["paper, its jobs"] = sorted(path.parent.name for path in Path("multirun/all/paper").glob("*/result.json"))
print("@" + json.dumps(found))
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    return generate(tmp_path_factory.mktemp("beside"), project_slug="paper-net", package_name=NAME)


@pytest.fixture(scope="module")
def found(project):
    runner = [PYTHON, "-c", RUNNER, TEMPLATE / "tests", json.dumps(FAST), json.dumps(PAPER)]
    run = subprocess.run(runner, cwd=project, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr[-3000:]
    return json.loads(next(line for line in run.stdout.splitlines() if line.startswith("@"))[1:])


def statuses(project, name):
    rows = list(csv.DictReader((project / "runs" / name / "summary.csv").open()))
    return {row["job"]: row["status"] for row in rows}


def test_a_page_that_a_sweep_was_stopped_before_is_made_later(found, project):
    pages, result = found["page, left"]
    assert (
        found["page"]["status"] == -9
        and not [page for page in pages if page.endswith("html")]
        and json.loads(result)["status"] == "done"
    )
    pages, after = found["page, then"]
    wanted = {
        "report.html",
        "0/report.html",
        "1/report.html",
        "0/figures/loss-curves.png",
        "0/figures/outputs-judged.png",
    }
    assert wanted <= {*pages} and after == result
    assert found["page, resumed"]["status"] == 0 and found["page, resumed"]["stderr"] == ""


def test_a_table_that_a_sweep_was_stopped_before_is_made_later(found, project):
    assert found["torn"]["status"] == -9 and found["torn, resumed"]["status"] == 0
    assert found["torn, resumed"]["stdout"].count("done already") == 2
    assert statuses(project, "torn") == {"0": "done", "1": "done"}


def test_a_sweep_that_is_killed_before_its_first_job_goes_on(found, project):
    assert found["begun"]["status"] == -9 and found["begun, resumed"]["status"] == 0, found["begun, resumed"]
    assert statuses(project, "begun") == {"0": "done", "1": "done"}


def test_a_second_sweep_in_a_folder_is_refused(found):
    for name in ("twice, later", "beside, others"):
        folder = name.split(",")[0]
        done = found[name]
        assert (done["status"], done["stdout"], done["untouched"]) == (2, "", True), done
        assert done["stderr"].startswith("refused: ") and done["stderr"].count("\n") == 1
        assert f"/{folder} is another sweep's: resume=" in done["stderr"]
    assert found["beside"]["status"] == 0, found["beside"]


def test_a_refused_sweep_leaves_no_folder(found, project):
    assert found["taken"]["status"] == 2 and found["taken"]["untouched"]
    assert "/taken/1 is another run's: resume=" in found["taken"]["stderr"]


def test_a_copy_beside_the_jobs_of_a_sweep_is_none(found, project):
    assert found["copied"]["status"] == 0, found["copied"]
    assert statuses(project, "copied") == {"0": "done", "1": "done"}


def test_a_result_that_is_none_harms_no_other_job(found, project):
    done = found["lists, resumed"]
    assert done["status"] == 1 and "Traceback" not in done["stderr"], done
    assert "failed: runs/lists/1: [Errno 21] Is a directory: " in done["stderr"]
    assert statuses(project, "lists")["0"] == "done"


def test_of_two_replications_at_once_one_is_refused_and_no_run_is_counted_twice(found):
    done = found["paper, others"]
    assert (done["status"], done["stdout"], done["untouched"]) == (2, "", True), done
    said = f"refused: another replication of this project: process {found['paper']['pid']} is still at it\n"
    assert done["stderr"] == said
    assert found["paper"]["status"] == 0, found["paper"]
    assert "2 runs of 1 configuration: 2 there, 0 to run" in found["paper, later"]["stdout"]


def test_the_trainings_of_a_replication_in_one_named_folder_are_as_many_as_they_are(found):
    # The first is trained alone, for how long it takes; the second call is numbered on.
    assert found["paper, one folder"]["status"] == 0 and found["paper, its jobs"] == ["0", "1"]
