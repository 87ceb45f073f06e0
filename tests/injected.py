"""Breaks a project's commands at a given moment in a given way, and says what is left and what comes of going on.

    python tests/injected.py PROJECT DISK

Reads a request a line, [kind, moment, fault], and answers with a line. DISK is a small one that may be filled up.
"""

import contextlib
import csv
import errno
import importlib
import json
import os
import re
import shutil
import signal
import sqlite3
import sys
from pathlib import Path

import backends
import commands

FAST = [
    "tracker=[]",
    "training.checkpoint_seconds=0",
    "training.epochs=4",
    "data.load.validation=3705",
    "training.batch_size=5",
    "training.validation_batch_size=1000",
]
CLAIMS = ["cnn_size", "logistic", "gru", "mlp", "shuffled", "cnn_beats_mlp"]
PAPER = [*(f"~paper.claims.{name}" for name in CLAIMS), "~paper.questions.width", "~paper.questions.residual"]
TRIALS = 2
SEARCH = ["hydra/sweeper=optuna", f"hydra.sweeper.n_trials={TRIALS}", "hydra.sweeper.sampler.seed=1"]
RECIPE = "paper_net.recipe"


def arguments(kind, folder, paged):
    page = [f"report={str(paged).lower()}"]
    if kind == "run":
        return "train", [*FAST, *page, f"hydra.run.dir={folder}"]
    if kind == "replication":
        return "recipe.replicate", [*FAST, *page, *PAPER, "paper.seeds=2"]
    search = SEARCH if kind == "search" else []
    return "train", ["-m", *FAST, *page, *search, "seed=0,1", f"hydra.sweep.dir={folder}"]


class Fault:
    """What goes wrong, once."""

    def __init__(self, name, folder, disk):
        self.name, self.folder, self.disk, self.done = name, folder, disk, False

    def __call__(self):
        if self.done:
            return
        self.done = True
        if self.name.startswith("SIG"):
            os.kill(os.getpid(), getattr(signal, self.name))
        elif self.name == "ENOSPC":
            fill(self.disk)
        elif self.name == "EACCES":
            for path in [*self.folder.rglob("*"), self.folder] if self.folder.exists() else [self.disk]:
                if path.is_dir():
                    path.chmod(0o555)
        elif self.name == "EPIPE":
            reader, writer = os.pipe()
            os.close(reader)
            os.dup2(writer, 1)
            os.dup2(writer, 2)
        else:
            raise RuntimeError("injected")


def fill(disk):
    with open(disk / "filler", "wb", buffering=0) as file:
        for size in (65536, 4096, 1):
            try:
                while True:
                    file.write(b"x" * size)
            except OSError as error:
                assert error.errno == errno.ENOSPC


def before(module, name, fault, when=lambda *_, **__: True):
    """Has a fault happen where a function is called."""
    owner = importlib.import_module(module)
    *path, name = name.split(".")
    for part in path:
        owner = getattr(owner, part)
    call = getattr(owner, name, lambda *_, **__: None)

    def then(*given, **named):
        if when(*given, **named):
            fault()
        return call(*given, **named)

    setattr(owner, name, then)


def in_a_write(fault, number):
    """Has a fault happen when half of this checkpoint is written."""
    write_bytes, written = Path.write_bytes, []

    def torn(path, content):
        if path.name == "draft" and content[:2] == b"PK":
            written.append(path)
            if len(written) == number:
                write_bytes(path, bytes(content)[: len(content) // 2])
                fault()
        return write_bytes(path, content)

    Path.write_bytes = torn


def inject(kind, moment, fault):
    """Lays a fault into this process."""
    importlib.import_module("keras")
    importlib.import_module(f"{RECIPE}.keras_side.backend")
    watching, epochs = f"{RECIPE}.run.watching", []

    def within(self, batch, logs=None):
        wanted = 4 + 3 if moment == "in its second training" else 3
        return len(epochs) == wanted and batch == 5  # 59 steps, a prime number, are not executed together

    if moment in ("before its folder", "before its first training"):
        before(f"{RECIPE}.launch.guard", "wrong_folder", fault)
    elif moment == "at its first batch":
        before(watching, "History.on_epoch_begin", fault)
    elif moment in ("in its third epoch", "in its second training", "in its first training, until that ends"):
        before(watching, "History.on_epoch_begin", lambda: epochs.append(1))
        before(watching, "History.on_train_batch_end", fault, within)
        if "until" in moment:
            release = lambda: (fault.disk / "filler").unlink(missing_ok=True)  # noqa: E731
            before(f"{RECIPE}.launch.application", "leave_failure", release)
    elif moment == "in its second checkpoint":
        in_a_write(fault, 2)
    elif moment in ("after its result", "after its first result"):
        before(f"{RECIPE}.run.checkpoint", "remove", fault)
    elif moment in ("while its page is drawn", "while its first page is drawn"):
        before(f"{RECIPE}.figures.report", "of_run", fault)
    elif moment == "while its table is made":
        before(f"{RECIPE}.launch.sweep", "summarize", fault)
    elif moment == "while its report is made":
        before(f"{RECIPE}.replication.report", "write", fault)
    else:
        raise ValueError(moment)


def left(kind, folder):
    """What is on disk of a command that was broken, in words."""
    if not folder.exists():
        return "nothing"
    whole = all(json.loads(path.read_text()) for path in folder.rglob("*.json"))
    drafts = [path.name for path in folder.rglob("draft*")]
    assert whole and len(drafts) <= 1, drafts  # one, of a process that was killed
    if kind != "run":
        return f"{len(done(folder))} done"
    if (folder / "result.json").exists():
        result = json.loads((folder / "result.json").read_text())["status"]
        if result == "done":
            return "done" if (folder / "report.html").exists() else "done, no page"
    kept = [path.stem.split("-")[0] for path in (folder / "checkpoints").glob("*-*.npz")]
    return f"{int(max(kept))} epochs" if kept else "its folder"


def done(folder):
    """The folders of the finished trainings of a command."""
    results = folder.rglob("result.json")
    return [path.parent for path in results if json.loads(path.read_text())["status"] == "done"]


def outcome(folder):
    """What each training of a command came to, to the last bit, without what tells the time; by their seeds."""
    import stopped

    seeds = {run: re.search(r"^seed: \d+$", (run / ".hydra/config.yaml").read_text(), re.M)[0] for run in done(folder)}
    return [(seed, stopped.outcome(run)) for run, seed in sorted(seeds.items(), key=lambda pair: pair[::-1])]


def searched(folder, whole):
    """Whether a search is whole, and how many of its trials broke.

    Whole: as many trials are over as were asked for, each result has the bits of the same training in a sweep, and the
    study knows the losses of the table.
    """
    rows = list(csv.DictReader((folder / "summary.csv").read_text().splitlines()))
    statuses = [row["status"] for row in rows]
    with contextlib.closing(sqlite3.connect(folder / "study.db")) as study:
        known = study.execute("SELECT value FROM trial_values").fetchall()
    losses = [float(row["val/loss"]) for row in rows if row["status"] == "done"]
    same = all(one in whole for one in outcome(folder))
    over = statuses.count("done") + statuses.count("failed")
    return same and over == TRIALS and sorted(value for (value,) in known) == sorted(losses), len(rows) - len(losses)


def run(kind, folder, paged, broken=None):
    module, asked = arguments(kind, folder, paged)
    (ended,) = commands.run(f"paper_net.{module}", asked, ".", broken=broken)
    return ended


def cell(kind, moment, fault, disk, whole):
    """What a fault at a moment comes to."""
    folder, paged = disk / "it", moment == "after its result" or "page" in moment
    undisturbed = "sweep" if kind == "search" else kind
    if undisturbed not in whole:
        clean(disk, undisturbed)
        assert run(undisturbed, folder, False)["status"] == 0
        whole[undisturbed] = outcome(folder)
    clean(disk, kind)
    found = said(run(kind, folder, paged, lambda: inject(kind, moment, Fault(fault, folder, disk))))
    (disk / "filler").unlink(missing_ok=True)
    for path in (disk, *disk.rglob("*")):
        if path.is_dir():
            path.chmod(0o755)
    found["left"] = left(kind, folder)
    if kind == "replication" or not folder.exists():
        then = run(kind, folder, paged)
    else:
        (then,) = commands.run("paper_net.train", [f"resume={folder}"], ".")
    if then["status"] == 2:
        return found | {"then": said(then)}
    if kind == "search":
        same, broken = searched(folder, whole[undisturbed])
    else:
        same, broken = outcome(folder) == whole[kind], 0
    page = not paged or all((run / "report.html").exists() for run in done(folder))
    return found | {"then": {**said(then), "same": same, "broken": broken, "page": page}}


def said(ended):
    return {"status": ended["status"], "said": ended["stderr"].splitlines()}


def clean(disk, kind):
    """An empty disk; a replication's trainings lie there too."""
    Path("multirun").unlink(missing_ok=True)
    for path in disk.iterdir():
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    if kind == "replication":
        (disk / "it").mkdir()
        Path("multirun").symlink_to(disk / "it")


def main():
    project, disk = (Path(path).resolve() for path in sys.argv[1:])
    signal.signal(signal.SIGINT, signal.default_int_handler)  # what runs in the background may ignore it
    os.chdir(project)
    sys.path.insert(0, str(project))
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    backends.only_this()
    whole = {}
    for line in sys.stdin:
        print("@" + json.dumps(cell(*json.loads(line), disk, whole)), flush=True)


if __name__ == "__main__":
    main()
