"""Data that is not in memory: it trains and is judged as the same data in arrays, and takes no more memory."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest import NAME, TEMPLATE, generate
from rungs import PYTHON, examined
from served import command

# The same samples as arrays, mapped files, a folder of files, and a source of pairs as Grain's are. What is read is
# noted. There are no more samples than the machinery looks at together, so that the rungs must find the very same.
TOYS = """
import os
from pathlib import Path

import keras
import numpy as np
from keras import layers

SIZES = {"train": 900, "validation": 150, "test": 60}


class Noting:
    def __init__(self, split):
        self.split = split

    def __len__(self):
        return len(self.targets)

    def note(self, indices):
        if path := os.environ.get("ASKED"):
            with open(path, "a") as file:
                file.writelines(f"{self.split} {i}\\n" for i in indices)


class Files(Noting):
    def __init__(self, split, folder, targets):
        super().__init__(split)
        self.folder, self.targets = folder, targets

    def __getitem__(self, i):
        self.note([i])
        return np.load(self.folder / f"{i}.npy")


class Pairs(Noting):
    def __init__(self, split, inputs, targets):
        super().__init__(split)
        self.inputs, self.targets = inputs, targets

    def __getitem__(self, i):
        self.note([i])
        return self.inputs[i], self.targets[i]


def load(form, folder, flaw=None, more=1):
    rng = np.random.default_rng(0)
    kinds = rng.normal(size=(5, 20, 1))
    splits = {}
    for split, number in SIZES.items():
        y = rng.integers(0, 5, number * more).astype("int32")
        x = (kinds[y] + rng.normal(size=(len(y), 20, 1))).astype("float32")
        if flaw == "shuffled":
            y = rng.permutation(y)
        if flaw == "missing" and split == "train":
            x[7] = np.nan
        splits[split] = stored(form, Path(folder), split, x, y)
    return splits


def stored(form, folder, split, x, y):
    if form == "mapped":
        place = folder / f"{os.getpid()}_{split}"
        for name, array in (("x", x), ("y", y)):
            np.save(f"{place}_{name}.npy", array)
        return tuple(np.load(f"{place}_{name}.npy", mmap_mode="r") for name in "xy")
    if form == "files":
        place = folder / f"{os.getpid()}_{split}"
        place.mkdir(exist_ok=True)
        for i, sample in enumerate(x):
            np.save(place / f"{i}.npy", sample)
        return Files(split, place, y), y
    return Pairs(split, x, y) if form == "pairs" else (x, y)


def network(inputs, targets, initializer, **_):
    x = values = keras.Input(inputs.shape)
    x = layers.Dropout(0.1)(layers.Flatten()(x))
    x = layers.Dense(16, activation="relu")(x)
    return keras.Model(values, layers.Dense(5)(x))
"""

FORMS = ("mapped", "files", "pairs")
CHANGES = {
    "data.inputs": {"shape": [20, 1], "dtype": "float32"},
    "data.targets": {"shape": [], "dtype": "int32", "kind": "classes", "classes": 5},
    "model": {"_target_": "paper_net.toys.network"},
}
GIVEN = [
    "tracker=[]",
    "training.checkpoint_seconds=0",
    "training.epochs=3",
    "data.inputs.shape=[20,1]",
    "data.targets.classes=5",
]
GIVEN += ["model._target_=paper_net.toys.network", "~data.load.validation", "data.load._target_=paper_net.toys.load"]

RUNNER = """
import json, os, sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
import stopped

given, forms, thorough = map(json.loads, sys.argv[2:])
stopped.prepare(Path.cwd())
(Path("paper_net") / "toys.py").write_text(Path("toys.txt").read_text())
runs = Path("runs").absolute()
found = {}


def trained(form, name, *more, report="false", broken=None):
    os.environ["ASKED"] = str(runs / f"{form}-{name}.txt")
    data = [f"+data.load.form={form}", f"+data.load.folder={runs}"]
    place = [f"report={report}", f"hydra.run.dir={runs}/{form}-{name}"]
    return stopped.trained([*given, *data, *more, *place], broken)


runs.mkdir()
for form in forms:
    assert trained(form, "whole", report="true" if thorough else "false") == 0
    assert trained(form, "ten", "data.subset=10") == 0
    if form == "arrays":
        continue
    assert trained(form, "resumed", broken=stopped.dies_after(2)) == -9
    assert stopped.trained([f"resume={runs}/{form}-resumed"]) == 0
    for name in ("whole", "resumed"):
        found[f"{form} {name}"] = stopped.outcome(runs / f"{form}-{name}") == stopped.outcome(runs / "arrays-whole")
    found[f"{form} ten"] = stopped.outcome(runs / f"{form}-ten") == stopped.outcome(runs / "arrays-ten")
for form in ("files", "pairs") if thorough else ():
    assert trained(form, "one", "data.subset=1", "+data.load.more=5") == 0
print("@" + json.dumps(found))
"""


def made(folder):
    project = generate(folder, project_slug="paper-net", package_name=NAME)
    (project / NAME / "toys.py").write_text(TOYS, encoding="utf-8")
    (project / "toys.txt").write_text(TOYS, encoding="utf-8")
    return project


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    return made(tmp_path_factory.mktemp("streaming"))


def trainings(project, backend, forms, thorough=False):
    """What trainings on each form ended with, against those on arrays; `thorough`: with pictures, and of one sample."""
    arguments = [TEMPLATE / "tests", *map(json.dumps, (GIVEN, ["arrays", *forms], thorough))]
    here = {**os.environ, "KERAS_BACKEND": backend}
    run = subprocess.run([PYTHON, "-c", RUNNER, *arguments], cwd=project, env=here, capture_output=True, text=True)
    assert run.returncode == 0, run.stdout[-2000:] + run.stderr[-3000:]
    return json.loads(next(line for line in run.stdout.splitlines() if line.startswith("@"))[1:])


@pytest.fixture(scope="module")
def ended(project):
    return trainings(project, "tensorflow", FORMS, thorough=True)


@pytest.mark.parametrize("name", ["whole", "resumed", "ten"])
@pytest.mark.parametrize("form", FORMS)
def test_a_source_ends_with_the_bits_of_the_same_data_in_arrays(ended, form, name):
    assert ended[f"{form} {name}"]


@pytest.mark.thorough
@pytest.mark.parametrize("backend", ["jax", "torch"])
def test_so_it_does_on_the_other_backends(tmp_path, backend):
    found = trainings(made(tmp_path), backend, ["pairs"])
    assert len(found) == 3 and all(found.values()), found


@pytest.mark.parametrize("form", FORMS)
def test_its_test_split_and_its_pictures_are_there_too(ended, project, form):
    ours, theirs = (project / f"runs/{one}-whole" for one in (form, "arrays"))
    one, other = (json.loads((run / "result.json").read_text()) for run in (ours, theirs))
    assert one["test/loss"] == other["test/loss"] and one["val/accuracy"] == other["val/accuracy"]
    pictures = [{path.name for path in run.glob("figures/*.png")} for run in (ours, theirs)]
    assert pictures[0] == pictures[1] and "outputs-judged.png" in pictures[0]


def asked(project, name):
    return {tuple(line.split()) for line in (project / f"runs/{name}.txt").read_text().splitlines()}


@pytest.mark.parametrize("name", ["ten", "one"])
def test_a_subset_touches_only_its_own_samples(ended, project, name):
    indices = json.loads((project / f"runs/files-{name}/result.json").read_text())["indices"]
    assert asked(project, f"files-{name}") == {("train", str(i)) for i in indices}
    # The whole training asks for all: what is noted is what is read.
    assert {i for split, i in asked(project, "files-whole") if split == "train"} == set(map(str, range(900)))


def test_pairs_are_asked_for_a_stated_number_of_targets_beside(ended, project):
    touched = asked(project, "pairs-one")
    assert {split for split, i in touched if i != "0"} == {"train"}
    assert len(touched) <= 1000 + 3  # of 4,500; the first of each split tells how its samples are nested


RUNGS = ("look", "loss", "ten", "all")


def program(form, folder, flaw=None):
    return CHANGES | {
        "data.load": {"_target_": "paper_net.toys.load", "form": form, "folder": str(folder), "flaw": flaw},
        "training.epochs": 8,
    }


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    """What each rung finds, by the form of the data and its flaw."""
    folder = tmp_path_factory.mktemp("files")
    climbs = {(rung, form, None): None for rung in RUNGS for form in ("arrays", "pairs")}
    climbs |= {("all", form, "shuffled"): "labels-belong" for form in ("arrays", "pairs")}
    climbs |= {("look", form, "missing"): "finite" for form in ("arrays", "pairs")}
    programs = {
        (rung, form, flaw): (rung, program(form, folder, flaw), check) for (rung, form, flaw), check in climbs.items()
    }
    find = examined(tmp_path_factory.mktemp("climbs"), TOYS, [*programs.values()])
    return lambda *climb: find(*programs[climb])


@pytest.mark.parametrize("rung", RUNGS)
def test_a_rung_decides_of_pairs_as_on_arrays(found, rung):
    assert found(rung, "pairs", None) == found(rung, "arrays", None)
    assert not [check for check, (status, _) in found(rung, "pairs", None).items() if status == "fail"]


@pytest.mark.parametrize("form", ["arrays", "pairs"])
def test_shuffled_labels_are_found(found, form):
    status, causes = found("all", form, "shuffled")["labels-belong"]
    assert status == "fail" and "labels-shuffled-against-inputs" in causes


@pytest.mark.parametrize("form", ["arrays", "pairs"])
def test_missing_values_are_found(found, form):
    assert found("look", form, "missing")["finite"] == ["fail", ["data-not-finite"]]


def climb(project, *arguments):
    return command(project, "recipe", "rungs=[look]", "tracker=[]", "report=false", *arguments)


def test_a_climb_says_which_samples_stand_for_all(project, tmp_path):
    data = ["+data.load.form=pairs", f"+data.load.folder={tmp_path}", "+data.load.more=10"]
    done = climb(project, *GIVEN, *data, f"hydra.run.dir={tmp_path}/run")
    assert done.returncode == 0, done.stdout + done.stderr
    said = "a source: at most 4,096 of its 9,000 samples stand for all"
    assert said in " ".join(done.stdout.split())
    assert json.loads((tmp_path / "run/verdicts.json").read_text())["rungs"][0]["asked_of"] == said


LARGE = """
import sys
import numpy as np

folder, number = sys.argv[1], int(sys.argv[2])
for split, some in (("train", number), ("validation", 200)):
    np.lib.format.open_memmap(f"{folder}/x_{split}.npy", mode="w+", dtype="float32", shape=(some, 1000, 10))
    np.save(f"{folder}/y_{split}.npy", np.arange(some) % 5)
"""


def most_memory(project, folder, number):
    """The most memory, in bytes and without what files are mapped to, of a training on so many samples of 40 kB."""
    folder.mkdir()
    subprocess.run([PYTHON, "-c", LARGE, folder, str(number)], check=True)
    given = ["data=npz", f"data.load.path={folder}", "data.inputs.shape=[1000,10]", "data.targets.classes=5"]
    given += ["model=linear", "tracker=[]", "training.epochs=3", "training.max_steps=300", "training.batch_size=50"]
    training = [PYTHON, "-m", f"{NAME}.train", *given, f"hydra.run.dir={folder}/run"]
    process = subprocess.Popen(training, cwd=project, stdout=subprocess.DEVNULL)
    most = 0
    while process.poll() is None:
        status = Path(f"/proc/{process.pid}/status").read_text()
        most = max(most, *(int(line.split()[1]) for line in status.splitlines() if line.startswith("RssAnon")), 0)
        time.sleep(0.05)
    assert process.returncode == 0
    return 1024 * most


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory is measured in /proc")
def test_memory_does_not_grow_with_the_data(project, tmp_path):
    few, many = (most_memory(project, tmp_path / str(number), number) for number in (500, 50_000))
    assert 0 < few and many < few + 400e6  # of 2 GB: sparse files, so that the disk has them at once
    assert os.path.getsize(tmp_path / "50000/x_train.npy") > 2e9
