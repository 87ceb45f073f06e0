"""Breaks a project's commands at a given moment in a given way, and says what is left and what comes of going on.

    python tests/injected.py PROJECT DISK

Reads a request a line, [kind, moment, fault], and answers with a line. DISK is a small one that may be filled up.
"""

import errno
import importlib
import json
import os
import shutil
import signal
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
]
CLAIMS = ["cnn_size", "logistic", "gru", "mlp", "shuffled", "cnn_beats_mlp"]
PAPER = [*(f"~paper.claims.{name}" for name in CLAIMS), "~paper.questions.width", "~paper.questions.residual"]
RECIPE = "paper_net.recipe"


def arguments(kind, folder, paged):
    page = [f"report={str(paged).lower()}"]
    if kind == "run":
        return "train", [*FAST, *page, f"hydra.run.dir={folder}"]
    if kind == "replication":
        return "recipe.replicate", [*FAST, *page, *PAPER, "paper.seeds=2"]
    return "train", ["-m", *FAST, *page, "seed=0,1", f"hydra.sweep.dir={folder}"]


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

    if moment == "before its folder":
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
    elif moment == "after its result":
        before(f"{RECIPE}.run.checkpoint", "remove", fault)
    elif moment == "while its page is drawn":
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
        runs = [path for path in folder.rglob("result.json") if json.loads(path.read_text())["status"] == "done"]
        return f"{len(runs)} done"
    if (folder / "result.json").exists():
        result = json.loads((folder / "result.json").read_text())["status"]
        if result == "done":
            return "done" if (folder / "report.html").exists() else "done, no page"
    kept = [path.stem.split("-")[0] for path in (folder / "checkpoints").glob("*-*.npz")]
    return f"{int(max(kept))} epochs" if kept else "its folder"


def outcome(kind, folder):
    """What a command came to, to the last bit, without what tells the time."""
    import stopped

    if kind == "run":
        return stopped.outcome(folder)
    runs = sorted(path.parent for path in folder.rglob("history.csv"))
    return [stopped.outcome(run) for run in runs]


def run(kind, folder, paged, broken=None):
    module, asked = arguments(kind, folder, paged)
    (done,) = commands.run(f"paper_net.{module}", asked, ".", broken=broken)
    return done


def cell(kind, moment, fault, disk, whole):
    """What a fault at a moment comes to."""
    folder, paged = disk / "it", moment in ("after its result", "while its page is drawn")
    clean(disk, kind)
    if kind not in whole:
        assert run(kind, folder, False)["status"] == 0
        whole[kind] = outcome(kind, folder)
        clean(disk, kind)
    done = run(kind, folder, paged, lambda: inject(kind, moment, Fault(fault, folder, disk)))
    found = {"status": done["status"], "said": done["stderr"].splitlines()}
    (disk / "filler").unlink(missing_ok=True)
    for path in (disk, *disk.rglob("*")):
        if path.is_dir():
            path.chmod(0o755)
    found["left"] = left(kind, folder)
    if kind == "replication" or not folder.exists():
        then = run(kind, folder, paged)
    else:
        (then,) = commands.run("paper_net.train", [f"resume={folder}"], ".")
    found["then"] = {"status": then["status"], "said": then["stderr"].splitlines()}
    found["then"]["same"] = then["status"] == 0 and outcome(kind, folder) == whole[kind]
    found["then"]["page"] = not paged or (folder / "report.html").exists()
    return found


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
    os.chdir(project)
    sys.path.insert(0, str(project))
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    backends.only_this()
    whole = {}
    for line in sys.stdin:
        print("@" + json.dumps(cell(*json.loads(line), disk, whole)), flush=True)


if __name__ == "__main__":
    main()
