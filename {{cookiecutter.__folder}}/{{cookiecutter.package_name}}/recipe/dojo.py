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

from omegaconf import OmegaConf
from omegaconf.errors import OmegaConfBaseException

from .checks.causes import LOOK_AT
from .keep import files, printing, unfailing
from .keep.project import PACKAGE

PROJECT = PACKAGE.parent
CHOICES = {"level": 1, "seed": 0, "answer": None}
LEFT_OUT = ("outputs", "multirun", "dojo", ".venv", ".git", "__pycache__", "*.egg-info", ".*_cache")


@dataclass(frozen=True)
class Exercise:
    """One fault.

    Args:
        cause: its id in causes.LOOK_AT.
        level: 1 to 3, the hardest to find by reading.
        file: where it is, below the project; DATA and MODEL are the package's.
        right: the text there.
        wrong: what stands in its place.
        lesson: what is learnt from it.
    """

    cause: str
    level: int
    file: str
    right: str
    wrong: str
    lesson: str

    @property
    def path(self):
        return PACKAGE.name + self.file if self.file.startswith("/") else self.file

    def fits(self, project):
        path = project / self.path
        return path.is_file() and path.read_text(encoding="utf-8").count(self.right) == 1

    def lay(self, project):
        path = project / self.path
        path.write_text(path.read_text(encoding="utf-8").replace(self.right, self.wrong), encoding="utf-8")


DATA, MODEL = "/data.py", "/model.py"
INPUTS = """inputs, targets = made["x"].astype("float32")[..., None], made["y"].astype("int32")"""
VALIDATION = """(inputs[-validation:], targets[-validation:]),
        "test": test,"""

EXERCISES = (
    Exercise(
        "logits-taken-as-probabilities",
        1,
        "conf/loss/sparse_categorical_crossentropy.yaml",
        "from_logits: true",
        "from_logits: false",
        "A loss and the last layer agree on logits or on probabilities; where they do not, the loss may still fall.",
    ),
    Exercise(
        "inputs-not-scaled",
        1,
        DATA,
        INPUTS,
        INPUTS.replace('made["x"]', '255 * made["x"]'),
        "An initializer expects inputs of about the size 1. Hundreds make the first losses huge, the first steps wild.",
    ),
    Exercise(
        "symmetric-initialization",
        1,
        "conf/config.yaml",
        "initializer: torch_default  #",
        "initializer: zeros  #",
        "Units that start alike get the same gradient and stay alike: a layer of them is one unit.",
    ),
    Exercise(
        "labels-not-from-zero",
        1,
        DATA,
        INPUTS,
        INPUTS.replace('made["y"]', '1 + made["y"]'),
        "Class labels count from 0. A sparse loss takes a label outside as no class at all, often without an error.",
    ),
    Exercise(
        "sorted-then-split",
        1,
        DATA,
        INPUTS,
        f"""order = np.argsort(made["y"], kind="stable")
    made["x"], made["y"] = made["x"][order], made["y"][order]
    {INPUTS}""",
        "Files often come sorted by class. Cut without shuffling, training and validation hold different classes.",
    ),
    Exercise(
        "no-nonlinearity",
        2,
        MODEL,
        'return layers.ReLU(name=f"{name}_relu")(x)',
        "return x",
        "Linear layers one after another are one linear layer, however many there are.",
    ),
    Exercise(
        "softmax-twice",
        2,
        MODEL,
        """        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name="logits",
    )(x)  # (b, 10)""",
        """        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        activation="softmax",
        name="logits",
    )(x)  # (b, 10)""",
        "Softmax of a softmax is nearly flat: the loss starts where it should and stops falling early.",
    ),
    Exercise(
        "learning-rate-too-low",
        2,
        "conf/optimizer/adam.yaml",
        "learning_rate: 0.01  #",
        "learning_rate: 1e-7  #",
        "A step should change a weight by about a thousandth of its size: look there before at the architecture.",
    ),
    Exercise(
        "samples-mixed-across-batch",
        2,
        MODEL,
        'x = layers.Flatten(name="flatten")(features)  # (b, 125)',
        'x = layers.Flatten(name="flatten")(features - keras.ops.mean(features, axis=0))  # (b, 125)',
        "What is answered to one sample must not depend on its neighbours in the batch: change one, look at another.",
    ),
    Exercise(
        "labels-shuffled-against-inputs",
        3,
        DATA,
        "    test = made",
        "    inputs = np.random.default_rng(0).permutation(inputs)\n    test = made",
        "Samples and labels that no longer belong together are memorised, one by one, and teach nothing.",
    ),
    Exercise(
        "validation-scaled-differently",
        3,
        DATA,
        VALIDATION,
        VALIDATION.replace("(inputs[-validation:]", "(inputs[-validation:] / abs(inputs[-validation:]).max()"),
        "All splits go through one transformation, with the numbers of the training split.",
    ),
    Exercise(
        "train-and-validation-overlap",
        3,
        DATA,
        VALIDATION,
        VALIDATION.replace("-validation:", ":validation"),
        "A network that is validated on what it has seen generalizes perfectly, on paper.",
    ),
    Exercise(
        "early-stopping-misused",
        3,
        "conf/training/default.yaml",
        "callbacks: {}  ",
        "callbacks: {stop: {_target_: keras.callbacks.EarlyStopping, monitor: val_loss, mode: max, patience: 5}}  ",
        "What ends a training watches a figure that is logged, in the direction in which it improves.",
    ),
)


class Refused(ValueError):
    """The exercise cannot be set so."""


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
        if failed or not verdicts or files.read_json(verdicts)["status"] != "pass":
            return False, "not mended yet: the climb above says what is wrong"
        if exercise is None:
            return True, "the climb passes, and did from the start: nothing was wrong here"
    elif answer != (exercise.cause if exercise else "none"):
        return False, "it is not that"
    elif exercise is None:
        return True, "right: nothing is wrong here, and leaving it alone is the answer"
    return True, f"right: {exercise.cause}, in {exercise.path}. {exercise.lesson}"


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
    if given.answer not in (*LOOK_AT, "none", "mended"):
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
