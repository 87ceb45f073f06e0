"""MACHINERY. Sets an exercise: a copy of the project with one fault in it, or none. From the project's folder:

    python -m PACKAGE.recipe.dojo seed=1                       lays it out, in dojo/level1-seed1
    python -m PACKAGE.recipe.dojo seed=1 answer=CAUSE          says whether that is the fault; `none` where none is
    python -m PACKAGE.recipe.dojo seed=1 answer=mended         says whether the copy is mended

The seed decides what is wrong, so nothing in the copy gives it away. Nothing of the project itself is touched.
"""

import random
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from omegaconf import OmegaConf
from omegaconf.errors import OmegaConfBaseException

from .checks.causes import CAUSES
from .keep import printing, run_files, unfailing
from .keep.project import PACKAGE

PROJECT = PACKAGE.parent
CHOICES = {"level": 1, "seed": 0, "answer": None}
LEFT_OUT = ("outputs", "multirun", "dojo", ".venv", ".git", "__pycache__", "*.egg-info", ".*_cache")


class Refused(ValueError):
    """The exercise cannot be set so."""


@dataclass(frozen=True)
class Exercise:
    """One fault, as dojo.yaml describes it; `cause` is its id in causes.yaml, which has the lesson."""

    level: int
    cause: str
    file: str
    right: str
    wrong: str

    @property
    def path(self):
        """Of the file, below the project."""
        return self.file if self.file.startswith("conf/") else f"{PACKAGE.name}/{self.file}"

    def fits(self, project):
        """Whether the file is still the example's."""
        path = project / self.path
        return path.is_file() and path.read_text(encoding="utf-8").count(self.right) == 1

    def lay(self, project):
        """Puts the fault into a project."""
        path = project / self.path
        path.write_text(path.read_text(encoding="utf-8").replace(self.right, self.wrong), encoding="utf-8")


EXERCISES = [
    Exercise(level, cause, **fault)
    for level, faults in OmegaConf.load(Path(__file__).with_name("dojo.yaml")).items()
    for cause, fault in faults.items()
]


def drawn(level, seed):
    """The Exercise of this level and seed; None where nothing is wrong.

    Raises:
        Refused: no such level, or the project is no longer the example that exercises are made of.
    """
    of_level = [exercise for exercise in EXERCISES if exercise.level == level]
    if not of_level:
        raise Refused(f"level={level}: expected 1, 2 or 3")
    if foreign := {exercise.path for exercise in of_level if not exercise.fits(PROJECT)}:
        raise Refused(f"{', '.join(sorted(foreign))} is no longer the example's: exercises need a freshly made project")
    return random.Random(f"{level} {seed}").choice([None, *of_level])


def set_exercise(exercise, folder):
    """Lays the copy out."""
    if folder.exists():
        raise Refused(f"{folder.relative_to(PROJECT)} is there already: answer it, delete it, or give another seed")
    shutil.copytree(PROJECT, folder, ignore=shutil.ignore_patterns(*LEFT_OUT), ignore_dangling_symlinks=True)
    if exercise:
        exercise.lay(folder)


def judged(exercise, answer, folder):
    """(whether an answer is right, what is said of it)."""
    if answer == "mended":
        command = [sys.executable, "-m", f"{PACKAGE.name}.recipe", "tracker=[]", "report=false"]
        failed = subprocess.run(command, cwd=folder).returncode  # or refused: then the last verdict is an older one
        verdicts = max(folder.glob("outputs/*/*/verdicts.json"), key=lambda path: path.stat().st_mtime, default=None)
        if failed or not verdicts or run_files.read_json(verdicts)["status"] != "pass":
            return False, "not mended yet: the climb above says what is wrong"
        if exercise is None:
            return True, "the climb passes, and did from the start: nothing was wrong here"
    elif answer != (exercise.cause if exercise else "none"):
        return False, "it is not that"
    elif exercise is None:
        return True, "right: nothing is wrong here, and leaving it alone is the answer"
    lesson = CAUSES[exercise.cause]
    return True, f"right: {exercise.cause}, in {exercise.path}. {lesson.what} {lesson.shows}"


def asked(given):
    """What one command comes to: (whether it is right, what is said).

    Args:
        given: CHOICES, with those of the command line.

    Raises:
        Refused: with the reason in one line.
    """
    exercise, name = drawn(given.level, given.seed), f"dojo/level{given.level}-seed{given.seed}"
    folder = PROJECT / name
    if given.answer is None:
        set_exercise(exercise, folder)
        again = f"python -m {PACKAGE.name}.recipe.dojo level={given.level} seed={given.seed}"
        return True, (
            f"One thing is wrong in {name}, or none. There: python -m {PACKAGE.name}.recipe\n"
            f"Then here: {again} answer=…\n"
            "A cause, none, or, once you have mended the copy, mended"
        )
    if given.answer not in (*CAUSES, "none", "mended"):
        raise Refused(f"answer={given.answer}: expected a cause that a climb names, none or mended")
    if not folder.exists():
        raise Refused(f"{name} is not there yet: the same command without answer lays it out")
    return judged(exercise, given.answer, folder)


def main():
    unfailing.protect()
    try:
        choices = OmegaConf.create(CHOICES)
        OmegaConf.set_struct(choices, True)
        right, said = asked(OmegaConf.merge(choices, OmegaConf.from_cli()))
    except (Refused, OmegaConfBaseException) as refused:
        printing.say(f"refused: {' '.join(str(refused).split())}", sys.stderr)
        sys.exit(2)
    printing.say(said)
    sys.exit(not right)


if __name__ == "__main__":
    main()
