"""MACHINERY. A run that is over, used again: loaded in a notebook or a script, or scored on other data.

from PACKAGE.recipe import load_run
run = load_run("outputs/…")

python -m PACKAGE.train evaluate=outputs/… data=…
"""

import sys
import time
from pathlib import Path
from typing import Any, NamedTuple

from omegaconf import OmegaConf

from ..keep import machine, printing, project, record, run_files, unfailing
from . import guard, resume

# What a command may override beside the data that a run is scored on: how that is recorded, and by what computed.
RECORDED = ("evaluate", "tracker", "report", "backend", "threads")


class Run(NamedTuple):
    """A finished run: its network, compiled, with the weights that it has saved; its configuration; a samples.Data."""

    model: Any
    cfg: Any
    data: Any


def load_run(run):
    """A finished run, from its folder, which may be named from the project's. Hydra need not run.

    Raises:
        ValueError: no finished run has left its weights there.
    """
    folder = Path(run) if Path(run).exists() else project.PACKAGE.parent / run
    if wrong := resume.without_weights(folder):
        raise ValueError(f"{run}: {wrong}")
    cfg = run_files.in_folder(OmegaConf.load(folder / ".hydra/config.yaml"), folder)
    if "keras" not in sys.modules:  # else it computes with what it computes with: weights are of no backend
        guard.before_keras(cfg)
    return loaded(folder, cfg)


def described(run_dir, cfg):
    """Leaves those pages of a finished run that it was stopped before."""
    if not cfg.get("report") or (run_dir / "report.html").exists():
        return
    if "evaluated" in resume.finished(run_dir):
        from ..figures import report

        report.of_run(run_dir, cfg)
        return
    cfg = run_files.in_folder(cfg, run_dir)
    run = loaded(run_dir, cfg)
    from ..prepare import batches
    from ..run import watching

    watching.describe_later(run.model, cfg, run_dir, run.data, batches.plan(cfg, run.data))


def loaded(folder, cfg):
    """The Run of a folder, on the data of a configuration."""
    from ..keras_side import backend  # noqa: F401  the first to import Keras: it keeps TensorFlow's start silent
    from ..prepare import batches, network, samples

    data = samples.load(cfg)
    anew = OmegaConf.merge(cfg, {"from_run": None})  # what it began with need not be there any more
    model = project.script().compiled(anew, batches.plan(anew, data))
    network.load_weights(model, cfg, folder)
    return Run(model, cfg, data)


def configuration(run, overrides):
    """The configuration of a run to be scored: with the data that a command names, or else its own.

    Args:
        run: its folder.
        overrides: of the command line.
    """
    saved, given = OmegaConf.load(Path(run) / ".hydra/config.yaml"), of_data(overrides)
    if given:
        own = [] if any(one.startswith("data=") for one in given) else of_data(run_files.overrides(Path(run)))
        saved.data = project.compose([*own, *given]).data
    return saved


def of_data(overrides):
    return [one for one in overrides if group(one) == "data"]


def group(override):
    return machine.key(override).partition(".")[0]


def refusal(cfg):
    """Why what `evaluate` asks for cannot be meant, in one line; None where it can.

    Args:
        cfg: a composed configuration, with Hydra's own node.
    """
    run = cfg.evaluate
    if cfg.hydra.job.config_name != "config":
        return f"evaluate={run}: that is for python -m {project.PACKAGE.name}.train"
    if wrong := resume.without_weights(Path(run)):
        return f"evaluate={run}: {wrong}"
    if others := [one for one in cfg.hydra.overrides.task if group(one) not in ("data", *RECORDED)]:
        return f"evaluate={run}: all but the data is as in that run: {others[0]} would change nothing"
    then, now = OmegaConf.load(Path(run) / ".hydra/config.yaml").data, configuration(run, cfg.hydra.overrides.task).data
    for part in ("inputs", "targets"):
        if then[part] != now[part]:
            return f"evaluate={run}: it was built for data.{part} {then[part]}; this data has {now[part]}"
    return None


def evaluate(cfg, run_dir):
    """Scores each split of the data by the weights of the run `cfg.evaluate`; returns the validation loss.

    Leaves record.json and result.json in the folder `run_dir`, and prints one line.
    """
    began, folder = time.monotonic(), Path(cfg.evaluate)
    asked = configuration(folder, machine.overrides())
    asked = OmegaConf.merge(asked, {name: cfg[name] for name in RECORDED if name != "tracker"})
    from ..keras_side import backend  # noqa: F401, I001  the first to import Keras: it keeps TensorFlow's start silent
    from ..figures import report
    from ..prepare import batches, samples
    from ..prepare.digest import digest
    from ..run import watching

    # Without a fingerprint: it is no training that a replication could count.
    run_files.write_json(run_dir / "record.json", record.snapshot(asked, digest(asked)))
    run, figures, numbers = loaded(folder, run_files.in_folder(asked, run_dir)), {}, 0
    size = asked.training.get("validation_batch_size") or asked.training.batch_size
    for name, split in (("train", run.data.train), ("val", run.data.validation), ("test", run.data.test)):
        if split is not None:
            numbers += samples.count(split)
            found = watching.evaluated(run.model, batches.evaluated(split, size), size)
            figures |= watching.scored(name, found)
    result = {
        "status": "done",
        "evaluated": str(folder),
        "weights": run_files.whose_weights(resume.finished(folder)),
        "samples": numbers,
        **figures,
        "seconds": round(time.monotonic() - began, 2),
    }
    run_files.write_json(run_dir / "result.json", result)
    said = ", ".join(f"{name} {run_files.few_digits(value)}" for name, value in figures.items())
    effort = f"{result['weights']}, {result['seconds']:.1f} s → {printing.near(run_dir)}"
    printing.say(f"{folder} on {numbers} samples: {said}; {effort}")
    if cfg.report:
        with unfailing.unharmed("report.html"):
            report.of_run(run_dir, asked)
    return figures.get("val/loss")
