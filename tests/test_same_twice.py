"""The same configuration and seed gives the same bits: alone, in a sweep, in another process, after a stop."""

import functools
import json
import os
import subprocess

import pytest
from conftest import TEMPLATE, generate
from rungs import PYTHON
from stopped import NETWORKS

# The whole data on TensorFlow too; a part on the others, for the time it takes. One sample goes the way that ten do.
SUBSETS = {"tensorflow": ("10", "all"), "jax": ("10",), "torch": ("10",)}
ROWS = [
    (backend, network, subset) for backend, subsets in SUBSETS.items() for network in NETWORKS for subset in subsets
]
WAYS = ("again", "first", "last", "joblib", "resumed")
# On the others the callback of the recurrent network does not go to other processes, for the time it takes.
COMPARED = [
    (backend, network, subset, way)
    for backend, network, subset in ROWS
    for way in WAYS
    if backend == "tensorflow" or (network, way) != ("recurrent", "joblib")
]

RUNNER = """
import hashlib, itertools, json, os, subprocess, sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
import stopped

stopped.prepare(Path.cwd())
chosen, subsets = (argument.split() for argument in sys.argv[2:])
runs, found = Path("runs").absolute(), {}
for name in chosen:
    asked = [*stopped.NETWORKS[name], *stopped.SHORT]
    for subset in subsets:
        place = runs / name / subset
        for way in ("alone", "again"):
            assert stopped.trained([*asked, f"data.subset={subset}", f"hydra.run.dir={place}/{way}"]) == 0
        # Its first checkpoint may be its last.
        dies = stopped.dies_after(2 if subset == "all" else 1)
        assert stopped.trained([*asked, f"data.subset={subset}", f"hydra.run.dir={place}/resumed"], dies) == -9
        assert stopped.trained([f"resume={place}/resumed"]) == 0
        for way in ("alone", "again", "resumed"):
            found[f"{name} {subset} {way}"] = place / way
    # Each subset before the others, and after them.
    sweep = runs / name / "sweep"
    there_and_back = ",".join([*subsets, *reversed(subsets)])
    assert stopped.trained(["-m", *asked, f"data.subset={there_and_back}", f"hydra.sweep.dir={sweep}"]) == 0
    for first, subset in enumerate(subsets):
        last = 2 * len(subsets) - 1 - first
        found |= {f"{name} {subset} first": sweep / str(first), f"{name} {subset} last": sweep / str(last)}

# Two jobs at a time, in processes that import Keras anew, on as many threads as before: a sweep of the networks that
# differ in nothing else, and one of that which has a callback.
joblib = ["hydra/launcher=joblib", "hydra.launcher.n_jobs=2", f"threads={len(os.sched_getaffinity(0))}"]
for names in (["cnn", "normed"], ["recurrent"])[: None if "all" in subsets else 1]:
    names = [name for name in names if name in chosen]
    if not names:
        continue
    networks = ",".join(f"paper_net.toys.{name}" for name in names)
    asked = [f"model._target_={networks}", *stopped.NETWORKS[names[0]][1:], *stopped.SHORT]
    asked += [f"data.subset={','.join(subsets)}", f"hydra.sweep.dir={runs}/{names[0]}/joblib"]
    command = [sys.executable, "-m", "paper_net.train", "-m", *asked, *joblib]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    jobs = enumerate(itertools.product(names, subsets))
    found |= {f"{name} {subset} joblib": runs / names[0] / "joblib" / str(i) for i, (name, subset) in jobs}


def digest(run_dir):
    history, weights = stopped.outcome(run_dir)
    bits = b"".join(path.encode() + weights[path] for path in sorted(weights))
    return [hashlib.sha256(history).hexdigest(), hashlib.sha256(bits).hexdigest(), history.count(b"\\n") - 1]


print("@" + json.dumps({name: digest(run_dir) for name, run_dir in found.items()}))
"""


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory):
    """{name of a run: digests of what it ended with} of some networks on one backend."""

    @functools.cache
    def of(backend, networks=tuple(NETWORKS)):
        project = generate(tmp_path_factory.mktemp(backend), project_slug="paper-net", package_name="paper_net")
        chosen = (" ".join(names) for names in (networks, SUBSETS[backend]))
        command = [PYTHON, "-c", RUNNER, TEMPLATE / "tests", *chosen]
        here = {**os.environ, "KERAS_BACKEND": backend}
        run = subprocess.run(command, cwd=project, env=here, capture_output=True, text=True)
        assert run.returncode == 0, run.stderr[-3000:]
        return json.loads(next(line for line in run.stdout.splitlines() if line.startswith("@"))[1:])

    return of


FIRST = ("tensorflow", "cnn")  # which `make test` asks, and `make thorough` too


@pytest.mark.parametrize(("subset", "way"), [row[2:] for row in COMPARED if row[:2] == FIRST])
def test_ends_with_the_same_history_and_weights(outcomes, subset, way):
    found = outcomes(FIRST[0], FIRST[1:])
    assert found[f"cnn {subset} {way}"] == found[f"cnn {subset} alone"]


@pytest.mark.thorough
@pytest.mark.parametrize(("backend", "network", "subset", "way"), [row for row in COMPARED if row[:2] != FIRST])
def test_so_do_other_networks_and_backends(outcomes, backend, network, subset, way):
    found = outcomes(backend)
    assert found[f"{network} {subset} {way}"] == found[f"{network} {subset} alone"]


@pytest.mark.thorough
def test_what_is_compared_differs_where_the_run_does(outcomes):
    assert len({tuple(outcomes(backend)[f"{network} {subset} alone"]) for backend, network, subset in ROWS}) == 12


@pytest.mark.thorough
def test_early_stopping_and_targets_have_ended_some(outcomes):
    found = outcomes("tensorflow")
    epochs = {name: figures[2] for name, figures in found.items()}
    assert epochs["recurrent all alone"] < epochs["cnn all alone"] == 5
