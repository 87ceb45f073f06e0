"""What of the machine or of conf/ is not there is nobody's trouble: a home, trackers."""

import os
import subprocess

import pytest
from conftest import NAME, TEMPLATE
from rungs import PYTHON
from served import command

FEW = ["data.subset=1", "data.load.validation=3700", "training.subset.steps=20"]
# As a user who is not root, for whom permissions hold.
ANYONE = f"""
import runpy, sys
sys.path[:0] = ["", sys.argv.pop(1)]
import commands
commands.as_anyone()
runpy.run_module("{NAME}.train", run_name="__main__", alter_sys=True)
"""


@pytest.mark.parametrize("home", ["unset", "unwritable"])
def test_a_training_without_a_home_is_silent(project, tmp_path, home):
    tmp_path.chmod(0o555)
    here = {key: value for key, value in os.environ.items() if key not in ("HOME", "XDG_CACHE_HOME", "MPLCONFIGDIR")}
    environment = here | ({"HOME": str(tmp_path)} if home == "unwritable" else {})
    asked = [PYTHON, "-c", ANYONE, TEMPLATE / "tests", *FEW, f"hydra.run.dir=runs/{home}"]
    done = subprocess.run(asked, cwd=project, env=environment, capture_output=True, text=True)
    assert (done.returncode, done.stderr, done.stdout.count("\n")) == (0, "", 1), done
    assert list((project / f"runs/{home}").glob("wandb/*/*.wandb")) and (project / f"runs/{home}/report.html").exists()


@pytest.mark.parametrize("node", ["{}", "null"])
def test_an_empty_tracker_in_a_file_takes_the_trackers_away(project, node):
    path = project / "conf/experiment/untracked.yaml"
    path.write_text(f"# @package _global_\ntracker: {node}\n")
    assert "wandb" in command(project, "train", "--cfg", "job").stdout
    said = command(project, "train", "experiment=untracked", "--cfg", "job").stdout
    assert "seed: 0" in said and "wandb" not in said
    run_dir = project / f"runs/{node}"
    done = command(project, "train", "experiment=untracked", *FEW, "report=false", f"hydra.run.dir='{run_dir}'")
    assert (done.returncode, done.stderr) == (0, "") and not (run_dir / "wandb").exists()
    path.unlink()


@pytest.mark.parametrize("override", ["tracker={}", "+tracker={}", "++tracker={}", "tracker=null"])
def test_an_empty_tracker_on_the_command_line_takes_the_trackers_away(project, override):
    said = command(project, "train", override, "--cfg", "job").stdout
    assert "seed: 0" in said and "wandb" not in said
