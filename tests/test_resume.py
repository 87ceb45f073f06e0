"""What was stopped goes on, what cannot go on is refused, and a run is run again."""

import json
import subprocess

import pytest
from conftest import NAME, TEMPLATE, generate
from rungs import PYTHON
from served import command

FAST = ["tracker=[]", "report=false", "data.load.validation=3700", "training.epochs=4", "training.subset.steps=60"]
FAST += ["training.checkpoint_seconds=0"]

RUNNER = """
import errno, json, os, shutil, signal, sys, time
from pathlib import Path
sys.path.insert(0, sys.argv[1])
import stopped

stopped.prepare(Path.cwd())
runs, found = Path("runs").absolute(), {}
fast = json.loads(sys.argv[2])


def trained(name, broken=None, *more):
    return stopped.trained([*fast, *more, f"hydra.run.dir={runs}/{name}"], broken)


def same(one, other="whole"):
    return stopped.outcome(runs / one) == stopped.outcome(runs / other)


def full():
    from paper_net.recipe.run import checkpoint

    def write(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    checkpoint.write = write


def out_of_memory():
    from paper_net.recipe.run import checkpoint

    write, written = checkpoint.write, []

    def then_fail(*arguments):
        write(*arguments)
        written.append(arguments)
        if len(written) == 2:
            raise MemoryError("out of memory")

    checkpoint.write = then_fail


def interrupted():
    from paper_net.recipe.run import checkpoint
    signal.signal(signal.SIGINT, signal.default_int_handler)  # what runs in the background may ignore it
    write = checkpoint.write

    def then_interrupt(*arguments):
        write(*arguments)
        os.kill(os.getpid(), signal.SIGINT)

    checkpoint.write = then_interrupt


def waits():
    # After its first checkpoint, for the others to be done; not for ever, so that a fault shows as one.
    from paper_net.recipe.run import checkpoint
    write, patience = checkpoint.write, time.monotonic() + 60

    def then_wait(*arguments):
        write(*arguments)
        while not (runs / "go").exists() and time.monotonic() < patience:
            time.sleep(0.05)

    checkpoint.write = then_wait


def told(arguments):
    # What a command comes to beside another: its status, the line it says, whether it has left all as it was.
    def to_a_file():
        waits()
        os.dup2(os.open(runs / "said", os.O_CREAT | os.O_TRUNC | os.O_WRONLY), 2)

    def content():
        return {path: path.stat().st_mtime_ns for path in runs.rglob("*") if path.name not in ("said", "runs")}

    before = content()
    return [stopped.trained(arguments, to_a_file), (runs / "said").read_text(), content() == before]


def until(true):
    deadline = time.monotonic() + 60
    while not true() and time.monotonic() < deadline:
        time.sleep(0.05)


def at_once(arguments):
    # The statuses of two processes of one command: the second ends while the first waits for it.
    both = [stopped.command(arguments, waits) for _ in range(2)]
    until(lambda: not all(process.is_alive() for process in both))
    (runs / "go").touch()
    for process in both:
        process.join(300)
    (runs / "go").unlink()
    return sorted(process.exitcode for process in both)


assert trained("whole") == 0
found["nothing left of a finished run"] = not (runs / "whole/checkpoints").exists()

for torn in (1, 2):
    run_dir = runs / f"torn_{torn}"
    assert trained(run_dir.name, stopped.dies_after(3)) == -9
    cut = sorted((run_dir / "checkpoints").glob("*.npz"))[-torn:]
    for path in cut:
        path.write_bytes(path.read_bytes()[:-100])
    assert stopped.trained([f"resume={run_dir}"]) == 0
    found[f"torn {torn}"] = [len(cut), same(run_dir.name)]

quoted = str(runs / "it's").replace("'", chr(92) + "'")  # a backslash
assert stopped.trained([*fast, f"hydra.run.dir='{quoted}'"], stopped.dies_after(2)) == -9
found["a quote in the path"] = [stopped.trained([f"resume={runs}/it's"]), same("it's")]

found["a full disk"] = [trained("full", full), same("full")]
found["a full disk"] += [(runs / "full/train.log").read_text().count("no checkpoint of epoch 1, the training goes on")]
found["interrupted"] = [trained("interrupted", interrupted), (runs / "interrupted/result.json").exists()]
assert stopped.trained([f"resume={runs}/interrupted"]) == 0
found["interrupted, resumed"] = same("interrupted")

found["terminated"] = trained("terminated", stopped.dies_after(2, signal.SIGTERM))
assert stopped.trained([f"resume={runs}/terminated"]) == 0
found["terminated, resumed"] = same("terminated")

found["out of memory"] = trained("out", out_of_memory), json.loads((runs / "out/result.json").read_text())["status"]
assert stopped.trained([f"resume={runs}/out"]) == 0
found["out of memory, resumed"] = same("out")

going = stopped.command([*fast, f"hydra.run.dir={runs}/going"], waits)
until(lambda: list((runs / "going/checkpoints").glob("*.npz")))
found["still going"] = [going.pid, *told([f"resume={runs}/going"])]
(runs / "go").touch()
going.join(300)
(runs / "go").unlink()
found["still going, its end"] = [going.exitcode, same("going")]

assert trained("twice", stopped.dies_after(2)) == -9
found["twice"] = [(runs / "twice/.lock").exists(), at_once([f"resume={runs}/twice"]), same("twice")]

found["kills"] = list(stopped.crash(runs / "kills", 5))

sweep = [*fast, "data.subset=10,all", f"hydra.sweep.dir={runs}/sweep"]
assert stopped.trained(["-m", *sweep], stopped.dies_after(3)) == -9
first = (runs / "sweep/0/result.json").stat().st_mtime
shutil.copytree(runs / "sweep", runs / "orphaned")
orphan = stopped.command([f"resume={runs}/orphaned/1"], waits)
until(lambda: "resumed" in (runs / "orphaned/1/record.json").read_text())
found["orphaned"] = [orphan.pid, *told([f"resume={runs}/orphaned"])]
orphan.kill()
orphan.join()
found["orphaned, twice"] = [at_once([f"resume={runs}/orphaned"]), same("orphaned/1")]
found["a sweep, killed"] = [(runs / f"sweep/{job}/result.json").exists() for job in (0, 1)]
found["a sweep, resumed"] = stopped.trained([f"resume={runs}/sweep"])
found["its finished job"] = (runs / "sweep/0/result.json").stat().st_mtime == first
found["its other job"] = same("sweep/1")
found["its table"] = (runs / "sweep/summary.csv").read_text().count("done")
print("@" + json.dumps(found))
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    return generate(tmp_path_factory.mktemp("resume"), project_slug="paper-net", package_name=NAME)


@pytest.fixture(scope="module")
def found(project):
    runner = [PYTHON, "-c", RUNNER, TEMPLATE / "tests", json.dumps(FAST)]
    run = subprocess.run(runner, cwd=project, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr[-3000:]
    return json.loads(next(line for line in run.stdout.splitlines() if line.startswith("@"))[1:])


def test_a_finished_run_keeps_its_weights_and_no_checkpoints(found):
    assert found["nothing left of a finished run"]


@pytest.mark.parametrize("torn", [1, 2])
def test_a_torn_checkpoint_is_left_out(found, torn):
    # With both torn, the training begins anew.
    assert found[f"torn {torn}"] == [torn, True]


def test_a_full_disk_costs_checkpoints_and_no_training(found):
    assert found["a full disk"] == [0, True, 1]  # said once


def test_a_quote_in_the_path_keeps_nothing_from_going_on(found):
    assert found["a quote in the path"] == [0, True]


def test_ctrl_c_ends_with_130_and_goes_on_later(found):
    assert found["interrupted"] == [130, False] and found["interrupted, resumed"]


def test_a_signal_to_end_ends_it_and_it_goes_on_later(found):
    assert found["terminated"] == 143 and found["terminated, resumed"]


def test_a_training_that_broke_goes_on_once_it_can(found):
    assert found["out of memory"] == [1, "failed"] and found["out of memory, resumed"]


def test_a_run_that_is_still_going_is_not_resumed(found):
    number, status, said, untouched = found["still going"]
    assert status == 2 and untouched
    assert said.startswith("refused: resume=") and said.endswith(f"/going: process {number} is still at it\n")
    assert found["still going, its end"] == [0, True]


def test_of_two_that_resume_one_run_at_once_one_does(found):
    # What the killed process had locked is nobody's.
    assert found["twice"] == [True, [0, 2], True]


def test_a_sweep_is_not_resumed_while_a_process_is_at_one_of_its_jobs(found):
    number, status, said, _ = found["orphaned"]
    assert status == 2
    assert said.startswith("refused: resume=") and said.endswith(f"/orphaned: job 1: process {number} is still at it\n")
    assert found["orphaned, twice"] == [[0, 2], True]


def test_a_kill_at_any_moment_changes_nothing(found):
    # `make crash` kills 50.
    assert [same for _, same in found["kills"]] == [True] * 5, found["kills"]


def test_a_sweep_skips_what_is_done_and_finishes_the_rest(found):
    assert found["a sweep, killed"] == [True, False] and found["a sweep, resumed"] == 0
    assert found["its finished job"] and found["its other job"] and found["its table"] == 2


def test_a_changed_configuration_is_refused_with_the_difference(found, project):
    done = command(project, "train", "resume=runs/whole", "training.epochs=9")
    assert done.returncode == 2 and done.stdout == ""
    assert done.stderr.startswith("refused: ") and done.stderr.count("\n") == 1
    assert "training.epochs 4 → 9" in done.stderr


def test_a_finished_run_is_not_run_again(found, project):
    before = (project / "runs/whole/result.json").read_bytes()
    done = command(project, "train", "resume=runs/whole")
    assert done.returncode == 0 and done.stdout.startswith("done already")
    assert (project / "runs/whole/result.json").read_bytes() == before


def reproduce(project, *arguments):
    return command(project, "recipe.reproduce", *arguments)


def test_a_run_is_reproduced_to_the_last_digit(found, project):
    done = reproduce(project, "run=runs/whole")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "identical to runs/whole: 4 epochs of 4 figures, and the weights" in done.stdout


def test_what_differs_is_named_with_what_has_changed(found, project):
    model = project / NAME / "model.py"
    text = model.read_text()
    changed = text.replace("layers.ReLU(", "layers.ELU(")
    assert changed != text
    model.write_text(changed)
    done = reproduce(project, "run=runs/whole")
    model.write_text(text)
    assert done.returncode == 1
    assert "differs from runs/whole: step 12, train/accuracy" in done.stdout
    assert "since then: model.py:" in done.stdout and "layers.ELU" in done.stdout


def test_the_record_holds_what_is_needed_to_run_it_again(found, project):
    record = json.loads((project / "runs/whole/record.json").read_text())
    assert record["command"].startswith(f"python -m {NAME}.train 'tracker=[]'")
    assert {"system", "processor", "processors", "backend", "devices", "threads"} == set(record["machine"])
    assert record["config"]["seed"] == 0 and record["data"] and record["machinery"]
    assert record["version"].count(".") == 2
    assert set(record["packages"]) > {"python", "keras", "tensorflow", "numpy"}


@pytest.mark.parametrize("place", ["hydra.run.dir=runs/planted", "-m seed=0 hydra.sweep.dir=runs/planted_in_a_sweep"])
def test_no_value_of_an_environment_variable_is_written_down(project, monkeypatch, place):
    monkeypatch.setenv("PLANTED", "a-secret-of-one-user")
    monkeypatch.setenv("WANDB_API_KEY", "f" * 40)
    (project / NAME / "noted.py").write_text(
        "def noted(cfg):\n    return cfg.note\n"
    )  # a key that nothing reads is refused
    names = [*place.split(), "tracker=[wandb,tensorboard]", "report=true", "+note='${oc.env:PLANTED}'"]
    # In a process of its own: those that are forked have the environment of before.
    asked = [PYTHON, "-m", f"{NAME}.train", *names, "data.subset=1"]
    done = subprocess.run(asked, cwd=project, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    files = [path for path in (project / place.rpartition("=")[2]).rglob("*") if path.is_file()]
    written = {path.name: path.read_bytes() for path in files}
    assert {"record.json", "config.yaml", "report.html"} <= set(written) and any("wandb" in name for name in written)
    assert any(b"environment:PLANTED" in content for content in written.values())
    for secret in (b"a-secret-of-one-user", b"f" * 40):
        assert not [name for name, content in written.items() if secret in content]
