"""Examines small programs by a rung of the recipe, all of them in one process of a generated project."""

import json
import os
import subprocess
from pathlib import Path

from conftest import NAME, TEMPLATE, generate

PYTHON = Path(os.environ.get("PROJECT_VENV", TEMPLATE / ".venv-project")) / "bin/python"

RUNNER = """
import copy, json, sys, tempfile
from pathlib import Path
import hydra
from omegaconf import OmegaConf, open_dict

from paper_net.recipe.checks.causes import LOOK_AT
from paper_net.recipe.climb import climb
from paper_net.recipe.climb.climb import asked_again, module_of
from paper_net.recipe.run import program
from paper_net.recipe.tries import trying

found = []


def asked(rung, check):
    # All checks of a rung, or one of them: a broken program is not trained for the others.
    module = module_of(rung)
    every = WHOLE.setdefault(module, module.CHECKS)
    module.CHECKS = [one for one in every if check in (None, "runs", one.name)]


WHOLE = {}
with hydra.initialize_config_dir(str(Path("conf").absolute()), version_base="1.3"):
    shipped = hydra.compose("recipe", overrides=["tracker=[]", "training.batch_size=20", "recipe.tries=0"])
for rung, changes, check in json.load(sys.stdin):
    hydra.core.global_hydra.GlobalHydra.instance().clear()
    cfg = copy.deepcopy(shipped)
    with open_dict(cfg):
        for key, value in changes.items():
            OmegaConf.update(cfg, key, value, merge=False, force_add=True)
    asked(rung, check)
    with tempfile.TemporaryDirectory() as folder:
        examined, findings = program.Program(cfg, Path(folder)), {}
        for finding in climb.findings(rung, examined, climb.measuring(rung, examined)):
            skipped = finding.status == "skip"
            findings[finding.check.name] = [finding.status, [finding.reason] if skipped else list(finding.causes)]
            assert not skipped or finding.reason
            assert {*finding.causes} <= {*finding.check.causes} <= {*LOOK_AT}, finding
            assert finding.status not in ("warn", "fail") or finding.causes, finding
            if finding.status == "fail":
                if cfg.recipe.tries:
                    trying.tried(finding, rung, asked_again(rung), examined, lambda words: None)
                    findings[finding.check.name] = [finding.status, list(finding.causes)]
                    findings["tried"] = ["", finding.outcomes]
                break
        found.append(findings)
print("@" + json.dumps(found))
"""


def examined(folder, toys, programs):
    """What rungs find in programs; one that is the twin of several is examined once.

    Args:
        folder: an empty one.
        toys: text of toys.py, which is laid into the project's package.
        programs: [(rung, changes of the configuration, the check to ask or None for all of the rung's)].

    Returns:
        found(rung, changes, check) → {check: [status, causes]}; of a check that is skipped the reason stands for its
        causes.
    """
    project = generate(folder, project_slug="paper-net", package_name=NAME)
    (project / NAME / "toys.py").write_text(toys, encoding="utf-8")
    (project / "runner.py").write_text(RUNNER, encoding="utf-8")
    different = {json.dumps(program): program for program in programs}
    # Small networks are not computed faster by more threads, which other tests would wait for.
    here = {**os.environ, "TF_NUM_INTRAOP_THREADS": "1", "OMP_NUM_THREADS": "1"}
    asked = json.dumps([*different.values()])
    run = subprocess.run([PYTHON, "runner.py"], cwd=project, env=here, input=asked, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr[-3000:]
    answer = next(line for line in run.stdout.splitlines() if line.startswith("@"))
    findings = dict(zip(different, json.loads(answer[1:]), strict=True))
    return lambda rung, changes, check=None: findings[json.dumps((rung, changes, check))]


def both(rung, faults):
    """What `examined` takes of [(the check that finds it, a broken program, its healthy twin)]."""
    return [asked for check, broken, healthy in faults for asked in ((rung, broken, check), (rung, healthy, None))]


def left_alone(findings, check, unasked=()):
    """Whether nothing is complained of in a program, and a check passes or is skipped for a reason among `unasked`."""
    status, words = {"runs": ["pass", []], **findings}[check]  # which is said only of what broke
    complaints = {status for status, _ in findings.values()} & {"warn", "fail"}
    return not complaints and (status == "pass" or status == "skip" and words[0] in unasked)
