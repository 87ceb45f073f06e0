"""Begins, kills and resumes trainings of a project, one of them in the folder `it`, as it is told.

    python tests/sequences.py PROJECT

Reads a request a line, [what, number], and answers with a line: `train`, which goes on where it can and is killed after
so many checkpoints; `second`, the same with another process beside it; `outcome`, of `it` and `whole`.
"""

import json
import os
import shutil
import signal
import sys
import time
from pathlib import Path

import commands
import stopped

FAST = ["tracker=[]", "report=false", "training.checkpoint_seconds=0", "data.load.validation=3700", "training.epochs=4"]
EPOCHS = 4


def arguments(folder):
    begun = (folder / ".hydra/hydra.yaml").exists()
    return [f"resume={folder}"] if begun else [*FAST, f"hydra.run.dir={folder}"]


def killed(number):
    """Kills the process after so many checkpoints, 0: before the first epoch; a number above those there are: never."""

    def broken():
        from paper_net.recipe.keras_side import backend  # noqa: F401  which is to import Keras
        from paper_net.recipe.run import watching

        if number:
            stopped.dies_after(number)()
        else:
            watching.History.on_epoch_begin = lambda *_: os.kill(os.getpid(), signal.SIGKILL)

    return broken


def waits(go):
    """Waits after the first checkpoint for a file; not for ever, so that a fault shows as one."""

    def broken():
        from paper_net.recipe.keras_side import backend  # noqa: F401
        from paper_net.recipe.run import checkpoint

        write, patience = checkpoint.write, time.monotonic() + 90

        def then_wait(*given):
            write(*given)
            go.with_name("waits").touch()
            while not go.exists() and time.monotonic() < patience:
                time.sleep(0.05)

        checkpoint.write = then_wait

    return broken


def train(folder, number):
    if not (folder / ".hydra/hydra.yaml").exists():
        shutil.rmtree(folder, ignore_errors=True)
    return commands.run("paper_net.train", arguments(folder), ".", broken=killed(number))[0]


def second(folder, number):
    go = folder.parent / "go"
    for path in (go, go.with_name("waits")):
        path.unlink(missing_ok=True)
    first = commands.begin("paper_net.train", arguments(folder), ".", waits(go))
    deadline = time.monotonic() + 90
    while not go.with_name("waits").exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    (beside,) = commands.run("paper_net.train", [f"resume={folder}"], ".")
    go.touch()
    return {"beside": beside, "pid": first[0], **commands.ended(*first)}


def outcome(folder, number):
    record = json.loads((folder / "record.json").read_text())
    same = stopped.outcome(folder) == stopped.outcome(folder.with_name("whole"))
    # What the record says of the code that it began with, and of what had changed when it went on.
    return {"same": same, "code": json.dumps([record["code"]["model.py"], record.get("resumed", [])])}


def main():
    project = Path(sys.argv[1]).resolve()
    stopped.prepare(project)
    runs = project / "runs"
    runs.mkdir()
    print("@" + json.dumps(train(runs / "whole", EPOCHS + 1)), flush=True)
    for line in sys.stdin:
        what, number = json.loads(line)
        if what == "anew":
            shutil.rmtree(runs / "it", ignore_errors=True)
            print("@{}", flush=True)
        else:
            print("@" + json.dumps(globals()[what](runs / "it", number)), flush=True)


if __name__ == "__main__":
    main()
