"""Begins, breaks and resumes trainings of a project in folders of a disk, as it is told.

    python tests/sequences.py PROJECT DISK

Reads a request a line, [what, its arguments], and answers with a line. What a training has come to by itself is told
by a journal outside of the disk, so that nothing that the run has left need be believed.
"""

import collections
import errno
import hashlib
import json
import os
import shutil
import signal
import sys
import time
from pathlib import Path

import commands
import injected
import stopped

EPOCHS = 5
FAST = ["tracker=[]", "report=false", "data.load.validation=3700", f"training.epochs={EPOCHS}"]
FAST += ["training.validation_batch_size=1000", "training.schedule=null"]
FAST += ["+training.callbacks.count._target_=paper_net.counting.Count"]
# A callback of one's own, by whose count the training goes on.
COUNTING = """
import keras


class Count(keras.callbacks.Callback):
    def __init__(self):
        super().__init__()
        self.seen = []

    def on_epoch_end(self, epoch, logs=None):
        self.seen.append(epoch)
        self.model.optimizer.learning_rate = 0.01 / (1 + len(self.seen))
"""
PATIENCE = 90  # seconds; a fault then shows as one
JOURNAL = Path("journal")  # in the project's folder, where this process works


def arguments(folder, seconds):
    if (folder / ".hydra/hydra.yaml").exists():
        return [f"resume={folder}"]
    shutil.rmtree(folder, ignore_errors=True)
    return [*FAST, f"training.checkpoint_seconds={seconds}", f"hydra.run.dir={folder}"]


def watched(disk, fault=None, where=None, number=0, waits=None):
    """Writes down what a training does, and has a fault happen at one of the moments, counted from 1.

    Args:
        fault: SIGKILL, or ENOSPC, which fills the disk.
        where: before an `epoch`, after a `checkpoint`, when half of a file's `write` is done.
        waits: a file to wait for after each checkpoint.
    """
    JOURNAL.write_text("")

    def settle():
        from paper_net.recipe.keras_side import backend  # noqa: F401  which is to import Keras
        from paper_net.recipe.run import checkpoint, watching

        counts, written = collections.Counter(), os.open(JOURNAL, os.O_WRONLY | os.O_APPEND)

        def note(event, of=None):
            os.write(written, f"{json.dumps([event, of])}\n".encode())

        def reached(event):
            counts[event] += 1
            if (event, counts[event]) != (where, number):
                return
            note("fault")
            if fault == "SIGKILL":
                os.kill(os.getpid(), signal.SIGKILL)
            injected.fill(disk)

        keep_record, write, write_bytes = watching.keep_record, checkpoint.write, Path.write_bytes
        begin = watching.History.on_epoch_begin

        def on_epoch_begin(self, epoch, logs=None):
            reached("epoch")
            note("epoch", epoch)
            begin(self, epoch, logs)

        def then_note(folder, state, *given):
            write(folder, state, *given)
            note("checkpoint", [state["epoch"], rows(folder)])
            if waits:
                wait_for(waits, begun=waits.with_name("waits"))
            reached("checkpoint")

        def recorded(*given):
            keep_record(*given)
            note("record")

        def torn(path, content):
            if counts["write"] + 1 == number and where == "write":
                write_bytes(path, bytes(content)[: len(content) // 2])
                reached("write")
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            counts["write"] += 1
            return write_bytes(path, content)

        watching.History.on_epoch_begin, checkpoint.write = on_epoch_begin, then_note
        watching.keep_record, Path.write_bytes = recorded, torn

    return settle


def wait_for(path, begun=None):
    if begun:
        begun.touch()
    patience = time.monotonic() + PATIENCE
    while not path.exists() and time.monotonic() < patience:
        time.sleep(0.05)


def rows(checkpoints):
    """A digest of each whole row of the history on disk."""
    history = checkpoints / "history.jsonl"
    lines = history.read_bytes().splitlines() if history.exists() else []
    return [hashlib.sha256(line).hexdigest()[:8] for line in lines if line.endswith(b"}")]


def told():
    return [json.loads(line) for line in JOURNAL.read_text().splitlines()]


def train(disk, folder, seconds, fault=None, where=None, number=0):
    """Trains, or goes on where that can be; the disk has room again afterwards."""
    settle = watched(disk, fault, where, number)
    (done,) = commands.run("paper_net.train", arguments(disk / folder, seconds), ".", broken=settle)
    (disk / "filler").unlink(missing_ok=True)
    return {**done, "told": told(), "rows": rows(disk / folder / "checkpoints")}


def second(disk, folder, seconds):
    """The same, with another process beside it at its first checkpoint, after which it is killed."""
    go = disk / "go"
    for path in (go, go.with_name("waits")):
        path.unlink(missing_ok=True)
    settle = watched(disk, "SIGKILL", "checkpoint", 1, waits=go)
    first = commands.begin("paper_net.train", arguments(disk / folder, seconds), ".", settle)
    wait_for(go.with_name("waits"))
    (beside,) = commands.run("paper_net.train", [f"resume={disk / folder}"], ".")
    go.touch()
    done = commands.ended(*first)
    return {**done, "beside": beside, "pid": first[0], "told": told(), "rows": rows(disk / folder / "checkpoints")}


def tear(disk, folder, name, share):
    """Leaves a share of the newest whole `checkpoint`, of all `checkpoints`, or of the `history`.

    Returns:
        What is whole of the history then, as `rows` has it.
    """
    checkpoints = disk / folder / "checkpoints"
    history, whole = checkpoints / "history.jsonl", sorted(filter(is_whole, checkpoints.glob("*-*.npz")))
    for path in {"checkpoint": whole[-1:], "checkpoints": whole, "history": [history]}[name]:
        content = path.read_bytes()
        path.write_bytes(content[: int(share * len(content))])
    return rows(checkpoints)


def is_whole(path):
    return path.stem.endswith(hashlib.sha256(path.read_bytes()).hexdigest()[:16])


def outcome(disk, folder, others):
    """Which of other runs a run has ended like, and what its record says of the code and of what had changed later."""
    record = json.loads((disk / folder / "record.json").read_text())
    its = stopped.outcome(disk / folder)
    like = [other for other in others if its == stopped.outcome(disk / other)]
    return {"like": like, "code": record["code"]["model.py"], "resumed": record.get("resumed", [])}


def anew(disk, folder):
    shutil.rmtree(disk / folder, ignore_errors=True)


def main():
    project, disk = (Path(path).resolve() for path in sys.argv[1:])
    stopped.prepare(project)
    (project / "paper_net/counting.py").write_text(COUNTING)
    for line in sys.stdin:
        what, given = json.loads(line)
        print("@" + json.dumps(globals()[what](disk, **given)), flush=True)


if __name__ == "__main__":
    main()
