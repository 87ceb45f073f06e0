"""How checks, pictures and records grow with the work: samples, parameters, layers, jobs; a process for each point."""

import json
import math
import shutil
from dataclasses import dataclass

from timing import spent

GROWN = '''"""YOURS. Data and a network of any size."""

import numpy as np
from keras import Input, Model, layers


def load(samples):
    rng = np.random.default_rng(0)
    x = rng.normal(size=(samples + samples // 10, 20)).astype("float32")
    y = x[:, :10].argmax(1).astype("int32")
    return {"train": (x[:samples], y[:samples]), "validation": (x[samples:], y[samples:])}


def residual(inputs, targets, initializer, width, blocks):
    values = Input(inputs.shape)
    x = layers.Dense(width, activation="relu")(values)
    for _ in range(blocks):
        change = layers.Dense(width, activation="relu")(x)
        x = layers.Add()([x, layers.Rescaling(1 / blocks)(change)])
    return Model(values, layers.Dense(targets.classes)(x))
'''
DATA = """load: {_target_: paper_net.grown.load, samples: 1000}
inputs: {shape: [20], dtype: float32}
targets: {shape: [], dtype: int32, kind: classes, classes: 10}
subset: all
samples: null
"""
MODEL = """_target_: paper_net.grown.residual
width: 64
blocks: 1
"""
# So many steps at any size: what grows is the recipe's own work.
SAME = ["data=grown", "model=grown", "optimizer.learning_rate=0.001", "training.batch_size=100"]
SAME += ["training.epochs=5", "training.max_steps=100", "training.subset.steps=400"]
AXES = {
    "samples": {n: [f"data.load.samples={n}"] for n in (1_000, 100_000, 1_000_000)},
    "layers": {n: [f"model.blocks={(n - 2) // 3}"] for n in (5, 20, 100)},
    "parameters": {width**2: [f"model.width={width}"] for width in (100, 1_000, 5_000)},
}
JOBS = (1, 100, 500)
SUMMARY = (
    "import sys; from pathlib import Path; from paper_net.recipe.launch import sweep; "
    "sweep.summarize(Path(sys.argv[1]))"
)


@dataclass(frozen=True)
class Point:
    """What one size cost."""

    size: int
    seconds: dict  # {part: seconds}
    memory: float  # MB, the most at once


def grown(project, python):
    """(axis, [Point]) of each axis."""
    (project / "paper_net/grown.py").write_text(GROWN)
    (project / "conf/data/grown.yaml").write_text(DATA)
    (project / "conf/model/grown.yaml").write_text(MODEL)
    yield "jobs", [swept(project, python, jobs) for jobs in JOBS]
    for axis, sizes in AXES.items():
        yield axis, [climbed(project, python, size, overrides) for size, overrides in sizes.items()]


def climbed(project, python, size, overrides):
    """A climb from forward to all, and a training with its page and trackers."""
    place = project / "grown"
    shutil.rmtree(place, ignore_errors=True)
    asked = [*SAME, *overrides]
    alone = ["recipe.steps=50", f"hydra.run.dir={place}/climb"]
    climb = spent(python, "-m", "paper_net.recipe", *asked, *alone, cwd=project)
    train = spent(python, "-m", "paper_net.train", *asked, f"hydra.run.dir={place}/train", cwd=project)
    rungs = json.loads((place / "climb/verdicts.json").read_text())["rungs"]
    parts = {rung["rung"]: rung["seconds"] for rung in rungs}
    shutil.rmtree(place)
    return Point(size, {**parts, "climb": climb.seconds, "train": train.seconds}, max(climb.memory, train.memory))


def swept(project, python, jobs):
    """What is asked of a sweep before its first job, and its table and page after the last."""
    place = project / "grown"
    shutil.rmtree(place, ignore_errors=True)
    job = place / "one"
    spent(python, "-m", "paper_net.train", "data.subset=1", "tracker=[]", f"hydra.run.dir={job}", cwd=project)
    for number in range(jobs):
        shutil.copytree(job, place / "sweep" / str(number))
    seeds = ",".join(map(str, [*range(jobs - 1), -1]))  # the last one is refused, after all others have been looked at
    guard = spent(python, "-m", "paper_net.train", "-m", f"seed={seeds}", status=2, cwd=project)
    table = spent(python, "-c", SUMMARY, place / "sweep", cwd=project)
    shutil.rmtree(place)
    return Point(jobs, {"before": guard.seconds, "after": table.seconds}, max(guard.memory, table.memory))


def slope(points, value):
    """The exponent of the growth from the last size but one to the last: 0 is flat, 1 linear, 2 quadratic."""
    last, largest = points[-2:]
    return math.log(value(largest) / value(last)) / math.log(largest.size / last.size)
