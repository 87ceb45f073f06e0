"""Whole commands, from the shell to their exit, against what does the same without the recipe."""

import json
import os
import tempfile
from pathlib import Path

from timing import Row, compared, interleaved, medians, spent

HERE = Path(__file__).parent
TRAIN, RECIPE = ("-m", "paper_net.train"), ("-m", "paper_net.recipe")
# As far as a task of the recipe's comes that has nothing to do: what each command of its own pays anew.
START_UP = """
from paper_net import recipe

def nothing(cfg, run_dir):
    from paper_net.recipe.keras_side import backend
    return 0.0

recipe.application(nothing)
"""
HANDFULS = ("1", "10", "all")
JOBS, EPOCHS = 8, 40  # of a sweep: of ten seconds or more each
FEW_EPOCHS = "training.epochs=10"  # where the start-ups are asked about
LEAST_JOB = 10


class Commands:
    """What is timed, in the folder of a project.

    Args:
        project: a generated project whose package is `paper_net`.
        python: of the environment that it is installed in.
        tools: a Python that has cookiecutter.
        repetitions: of each, one after the other in turns.
    """

    def __init__(self, project, python, tools, repetitions):
        self.project, self.python, self.tools, self.repetitions = project, python, tools, repetitions

    def run(self, *arguments, status=0):
        """A function that runs Python with these arguments, and returns the seconds it took."""
        return lambda: spent(self.python, *arguments, status=status, cwd=self.project).seconds

    def bare(self, *arguments, status=0):
        return self.run(HERE / "bare_hydra.py", self.project / "conf", *arguments, status=status)

    def compared(self, what, against, ours, theirs, most):
        took = medians(interleaved({"ours": ours, "theirs": theirs}, self.repetitions))
        return compared(what, against, took["ours"], took["theirs"], most)

    def generation(self):
        """One project, to its last file."""

        def generate():
            with tempfile.TemporaryDirectory() as folder:
                given = ("--no-input", "--default-config", "--output-dir", folder)
                return spent(self.tools, "-m", "cookiecutter", HERE.parent, *given).seconds

        took = medians(interleaved({"ours": generate}, self.repetitions))["ours"]
        yield Row("generation", "—", f"{took:.2f}", f"{took:.2f} s", "< 1 s", took < 1)

    def answers(self):
        """What needs no training, and no Keras."""
        bare = "a bare Hydra application"
        for what, arguments, status in (("--help", ["--help"], 0), ("--cfg job", ["--cfg", "job"], 0)):
            theirs = self.bare(*arguments, status=status)
            yield self.compared(f"`{what}`", bare, self.run(*TRAIN, *arguments, status=status), theirs, 1.3)
        theirs = self.bare("no_such_key=1", status=1)  # the one kind of input that it refuses
        for refused in ("no_such_key=1", "seed=-1"):
            yield self.compared(f"refused: `{refused}`", bare, self.run(*TRAIN, refused, status=2), theirs, 1.3)

    def training(self):
        """The whole data, with trackers and page as they are by default."""
        theirs = {"a bare Keras script": (), "the same script, 48 steps an execution as ours": ("48",)}
        scripts = {against: self.run(HERE / "bare_keras.py", *arguments) for against, arguments in theirs.items()}
        took = medians(interleaved({"ours": self.run(*TRAIN), **scripts}, self.repetitions))
        for against in theirs:
            yield compared("`train`, from command to exit", against, took["ours"], took[against], 1.1)

    def handfuls(self):
        """Three sizes of the data in one command, and in three: how much of two start-ups is saved."""
        one_by_one = [self.run(*TRAIN, f"data.subset={handful}", FEW_EPOCHS) for handful in HANDFULS]
        ways = {
            "sweep": self.run(*TRAIN, "-m", f"data.subset={','.join(HANDFULS)}", FEW_EPOCHS),
            "three": lambda: sum(run() for run in one_by_one),
            "start": self.run("-c", START_UP),
        }
        took = medians(interleaved(ways, self.repetitions))
        saved = (took["three"] - took["sweep"]) / (2 * took["start"])
        seconds = f"{took['sweep']:.1f}, {took['three']:.1f}; a start-up {took['start']:.1f}"
        yield Row(
            "`-m data.subset=1,10,all`",
            "three separate commands",
            seconds,
            f"{saved:.0%} of two start-ups saved",
            "≥ 90 %",
            saved >= 0.9,
        )

    def side_by_side(self):
        """Jobs under joblib, and one by one in one process: once, as the jobs are repetitions themselves."""
        asked = (*TRAIN, "-m", f"seed=range({JOBS})", f"training.epochs={EPOCHS}", "report=false")
        ways = {
            "joblib": self.run(*asked, "hydra/launcher=joblib"),
            "basic": self.run(*asked),
        }
        took = medians(interleaved(ways, 1))
        if took["basic"] < JOBS * LEAST_JOB:
            raise RuntimeError(f"{JOBS} jobs took {took['basic']:.0f} s: raise EPOCHS")
        faster = took["basic"] / took["joblib"]
        yield Row(
            f"{JOBS} jobs of {took['basic'] / JOBS:.0f} s, joblib on {len(os.sched_getaffinity(0))} cores",
            "the same one by one in one process",
            f"{took['joblib']:.0f}, {took['basic']:.0f}",
            f"{faster:.2f} × faster",
            "≥ 1.7 ×",
            faster >= 1.7,
        )

    def climb(self):
        """From forward to all, imports included, with each rung's share."""
        place = f"hydra.run.dir={self.project}/climbs/${{now:%H%M%S%f}}"
        took = medians(interleaved({"ours": self.run(*RECIPE, place)}, self.repetitions))["ours"]
        last = max(self.project.glob("climbs/*/verdicts.json"), key=lambda path: path.stat().st_mtime)
        shares = ", ".join(f"{r['rung']} {r['seconds']:.1f}" for r in json.loads(last.read_text())["rungs"])
        yield Row("the climb, forward to all", "—", f"{took:.1f}: {shares}", f"{took:.1f} s", "≤ 45 s", took <= 45)


TABLE = (
    Commands.generation,
    Commands.answers,
    Commands.training,
    Commands.handfuls,
    Commands.side_by_side,
    Commands.climb,
)
