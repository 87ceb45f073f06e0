"""Broken training programs, and how one is laid over a generated project.

A task is a folder of tasks/ or of strangers/, or a paper of replications/, a healthy program: files that are laid over
a generated project whose package is `paper_net`, and beside them overrides.txt, which selects them (not in papers). A
program breaks it by the smallest change that a person could have made.
"""

import ast
import itertools
import re
import shutil
from dataclasses import dataclass, replace
from pathlib import Path

import yaml
from backends import CHOSEN

TASKS, PAPERS = Path(__file__).parent / "tasks", Path(__file__).parents[2] / "replications"
STRANGERS = Path(__file__).parents[1] / "strangers"  # FIELD/NAME: healthy programs, and mistakes in some of them
# What a stranger has left as the template has it stands in the template alone.
LEFT_AS_IT_IS = {"model.py": ("linear",), "train.py": ("compiled", "train", "late_drop", "by_output")}
STEPS = Path(__file__).parents[1] / f"steps/{CHOSEN}.py"  # what a task's own train_step rests on

CAUSES = (
    # Loss and output head
    "softmax-on-one-unit",
    "softmax-on-one-unit-categorical",
    "softmax-twice",
    "sigmoid-twice",
    "logits-taken-as-probabilities",
    "unbounded-output-with-binary-crossentropy",
    "relu-on-signed-target",
    "bounded-output-unbounded-target",
    "softmax-on-regression",
    "fewer-units-than-classes",
    "more-units-than-classes",
    "labels-not-from-zero",
    "class-labels-with-binary-crossentropy",
    "sigmoid-for-single-label",
    "softmax-for-multi-label",
    "mse-for-classification",
    "crossentropy-on-real-target",
    "loss-broadcasts",
    "loss-summed-not-averaged",
    "loss-sign-flipped",
    "loss-not-finite-at-extremes",
    "softmax-over-wrong-axis",
    "relu-before-softmax",
    "wrong-loss-weights",
    "wrong-metric",
    "density-not-normalized",
    "term-missing",
    "wrong-mask",
    "wrong-floor",
    # Data
    "inputs-not-scaled",
    "validation-scaled-differently",
    "inputs-scaled-twice",
    "constant-features",
    "data-not-finite",
    "labels-shuffled-against-inputs",
    "sorted-then-split",
    "batches-not-shuffled",
    "classes-imbalanced",
    "train-and-validation-overlap",
    "scaler-fitted-on-all-rows",
    "target-leaks-into-features",
    "reshape-where-transpose-meant",
    "integer-inputs",
    "label-encoding-mismatch",
    "targets-not-scaled",
    "labels-noisy",
    "augmentation-breaks-label-or-range",
    "validation-augmented",
    "backbone-preprocessing-mismatch",
    "token-outside-vocabulary",
    "padding-not-masked",
    "floats-into-embedding",
    "stale-or-ragged-batches",
    "validation-is-test",
    # Model
    "no-nonlinearity",
    "dead-units",
    "vanishing-gradient",
    "symmetric-initialization",
    "initialization-too-large",
    "samples-mixed-across-batch",
    "feature-map-not-flattened",
    "batchnorm-train-inference-gap",
    "batchnorm-wrong-axis",
    "batchnorm-on-one-sample",
    "dropout-misused",
    "weights-not-trained",
    "gradient-blocked",
    "softmax-hidden-activation",
    "sequence-sees-future",
    "wrong-timestep-pooled",
    "capacity-too-small",
    "feature-map-shrunk-away",
    "spurious-bias",
    "axes-swapped",
    "positions-missing",
    "wrong-parameter-count",
    "method-differs",
    "weights-not-shared",
    "representation-collapsed",
    "noise-repeated",
    # Configuration, optimizer, protocol
    "learning-rate-too-high",
    "learning-rate-too-low",
    "adam-epsilon-wrong",
    "gradient-clipped-away",
    "regularization-overwhelms",
    "too-few-epochs",
    "batch-size-wrong",
    "optimizer-wrong",
    "early-stopping-misused",
    "schedule-reaches-zero",
    "no-validation",
    "seed-not-fixed",
    "train-step-incomplete",
    "other-weights-evaluated",
    "half-precision-overflow",
    "too-good-to-be-true",
    "worse-than-claimed",
)


@dataclass(frozen=True)
class Program:
    """A task, and what is changed in it.

    Args:
        name: of its own among all programs.
        task: folder of tasks/, strangers/ or replications/ that is laid over the generated project.
        edits: (file, old text, new text); each old text occurs exactly once in the file.
        overrides: of the configuration, after those of the task.
        causes: ids of `CAUSES` that are right for it, the best one first; empty for a healthy one.
        may_warn: a WARN is as much as can be asked for.
        rungs: to climb; None for the default, forward to all.
        note: what is special about it.
        twin: edits of the fixed program where it is not the task as it is.
        twin_overrides: likewise.
    """

    name: str
    task: str
    edits: tuple = ()
    overrides: tuple = ()
    causes: tuple = ()
    may_warn: bool = False
    rungs: tuple | None = None
    note: str = ""
    twin: tuple = ()
    twin_overrides: tuple = ()

    @property
    def fixed(self):
        """The healthy program that differs from this one by the fault alone."""
        own = self.twin or self.twin_overrides or self.rungs
        return replace(
            self,
            name=f"{self.name}-fixed" if own else self.task,
            edits=self.twin,
            overrides=self.twin_overrides,
            causes=(),
            may_warn=False,
            note="",
        )


def mistakes():
    """What a replicator gets wrong, as Programs: in those tasks that are replications, and in the papers.

    They stand in mistakes.yaml beside the task: edits as they are `right`, `wrong`, and maybe in a healthy `twin` that
    looks alike; `what` is wrong, and what was `seen` of it. A word is all that can be asked of many.
    """
    found, files = [], [sorted(folder.rglob("mistakes.yaml")) for folder in (TASKS, PAPERS, STRANGERS)]
    for file in itertools.chain(*files):
        task = file.parent.relative_to(STRANGERS if STRANGERS in file.parents else file.parents[1]).as_posix()
        for mistake in yaml.safe_load(file.read_text(encoding="utf-8")):
            edits = mistake.get("edits") or [mistake]
            wrong, twin = (
                tuple((e["file"], e["right"], e[side]) for e in edits if side in e) for side in ("wrong", "twin")
            )
            name, causes = f"{task.replace('/', '-')}-{mistake['name']}", tuple(mistake["causes"])
            found.append(Program(name, task, wrong, (), causes, True, None, mistake["what"], twin))
    return tuple(found)


def of_strangers():
    """The healthy programs of strangers/, those too that nobody broke."""
    tasks = sorted(path.parent.relative_to(STRANGERS).as_posix() for path in STRANGERS.glob("*/*/about.yaml"))
    return tuple(Program(task, task) for task in tasks)


def prepare(program, project_template_dir, folder):
    """Makes the program's project.

    Args:
        program: a `Program`.
        project_template_dir: a generated project whose package is `paper_net`; it is not changed.
        folder: of the new project; must not exist yet.

    Returns:
        The overrides to run it with, one for each key: the task's, then the program's own.

    Raises:
        ValueError: no such task, or an edit's old text does not occur exactly once.
    """
    task, folder = folder_of(program.task), Path(folder)
    if not (task / "conf").is_dir():
        raise ValueError(f"{program.name}: tasks/, strangers/ and replications/ have no {program.task}")
    left_out = shutil.ignore_patterns("__pycache__", ".git", ".venv", "outputs", "multirun")
    shutil.copytree(project_template_dir, folder, ignore=left_out)
    beside = ("overrides.txt", "mistakes.yaml", "about.yaml", "replication.md", "figures")
    left_out = shutil.ignore_patterns("__pycache__", *beside)
    shutil.copytree(task, folder, ignore=left_out, dirs_exist_ok=True)
    shutil.copy(STEPS, folder / "paper_net/steps.py")
    if STRANGERS in task.parents:
        choose(folder / "conf/config.yaml", chosen(program.task))
        for name, left in LEFT_AS_IT_IS.items():
            fill(folder / "paper_net" / name, Path(project_template_dir) / "paper_net" / name, left)
    for name, old, new in program.edits:
        path = folder / name
        text = path.read_text(encoding="utf-8") if path.is_file() else ""
        if text.count(old) != 1:
            raise ValueError(
                f"{program.name}: an edit's text must occur exactly once in {name}; it occurs "
                f"{text.count(old)} times: {old!r}"
            )
        path.write_text(text.replace(old, new), encoding="utf-8")
    return overrides(program)


def fill(path, template, names):
    """Gives a stranger's file those functions of the template that it leaves as they are, with what they import."""
    text, source = path.read_text(encoding="utf-8"), template.read_text(encoding="utf-8")
    own = {getattr(node, "name", "") for node in ast.parse(text).body}
    parts = [
        ast.get_source_segment(source, node)
        for node in ast.parse(source).body
        if isinstance(node, ast.Import | ast.ImportFrom) or getattr(node, "name", None) in {*names} - own
    ]
    path.write_text("\n\n".join([text, *parts, ""]), encoding="utf-8")


def choose(config, options):
    """Writes options into conf/config.yaml, as a stranger did: the paper's claims are about the choices in it."""
    text = config.read_text(encoding="utf-8")
    for group, option in (line.split("=", 1) for line in options):
        text = re.sub(rf"^(  - {group}: )\S+", rf"\g<1>{option}", text, flags=re.MULTILINE)
    config.write_text(text, encoding="utf-8")


def chosen(task):
    file = folder_of(task) / "overrides.txt"
    return file.read_text(encoding="utf-8").splitlines() if file.exists() else []


def folder_of(task):
    return next((folder / task for folder in (TASKS, PAPERS, STRANGERS) if (folder / task).is_dir()), TASKS / task)


def overrides(program):
    """The task's overrides, then the program's; where both give a key, the program's."""
    lines = [line for line in (*chosen(program.task), *program.overrides) if line]
    return list({line.partition("=")[0]: line for line in lines}.values())
