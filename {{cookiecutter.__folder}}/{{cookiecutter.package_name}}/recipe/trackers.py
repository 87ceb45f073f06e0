"""MACHINERY. Who keeps the record of a training. A tracker is one small class with start, log and finish.

A tracker never hurts a training: at its first error it is named, once, and left out from there on.
"""

import logging
import os
from dataclasses import dataclass
from typing import Any

import numpy as np
from hydra.utils import instantiate
from omegaconf import OmegaConf

from . import record
from .figures.sheet import Picture

log = logging.getLogger(__name__)
BINS = 64  # of a histogram


@dataclass(frozen=True)
class Histogram:
    values: np.ndarray


@dataclass(frozen=True)
class Table:
    columns: list
    rows: list  # of lists of numbers, texts and Pictures


class Trackers:
    """The trackers of one run, as a context: open until it ends, also where it ends in an error."""

    def __init__(self, cfg, run_dir):
        self.cfg, self.run_dir = cfg, run_dir
        self.open = {}

    def __enter__(self):
        for name, node in self.cfg.get("tracker", {}).items():
            self._try(name, lambda node=node, name=name: self._start(name, node))
        return self

    def _start(self, name, node):
        tracker = instantiate(node)
        tracker.start(record.resolved(self.cfg), self.run_dir)
        self.open[name] = tracker

    def log(self, values, step):
        """Records values that belong to one moment.

        Args:
            values: {key: number, text, Histogram, Picture, list of Pictures, or Table}; keys are `group/name`.
            step: optimizer updates so far.
        """
        for name, tracker in list(self.open.items()):
            self._try(name, lambda tracker=tracker: tracker.log(values, step))

    def __exit__(self, kind, *_):
        for name, tracker in list(self.open.items()):
            self._try(name, lambda tracker=tracker: tracker.finish(failed=kind is not None))

    def _try(self, name, action):
        try:
            action()
        except Exception as error:
            self.open.pop(name, None)
            log.warning("tracker %s stops recording, the training goes on: %s", name, " ".join(str(error).split()))


class WandB:
    """Weights & Biases: one W&B run a job; the jobs of a sweep form a group.

    Args:
        project: name of the W&B project.
        mode: offline (into the run's folder) or online.
        tags: of the run.
    """

    def __init__(self, project, mode="offline", tags=()):
        self.project, self.mode, self.tags = project, mode, list(tags)

    def start(self, config, run_dir):
        import wandb

        os.environ["WANDB_DATA_DIR"] = str(run_dir / "wandb")  # a table's pictures stay with the run, to upload later
        sweep = run_dir.parent if (run_dir.parent / "multirun.yaml").exists() else None
        self.run = wandb.init(
            project=self.project,
            mode=self.mode,
            tags=self.tags,
            dir=run_dir,
            config=config,
            name=f"{run_dir.parent.name}/{run_dir.name}",
            group=sweep and f"{sweep.parent.name}/{sweep.name}",
            reinit="create_new",  # one run a job, also when a sweep's jobs share a process
            settings=wandb.Settings(silent=True, console="off"),
        )

    def log(self, values, step):
        self.run.log({key: self._converted(value) for key, value in values.items()}, step=step)

    def _converted(self, value: Any):
        import wandb

        if isinstance(value, Histogram):
            return wandb.Histogram(value.values, num_bins=BINS)
        if isinstance(value, Picture):
            return wandb.Image(value.pixels, caption=value.caption)
        if isinstance(value, Table):
            return wandb.Table(value.columns, [[self._converted(cell) for cell in row] for row in value.rows])
        if isinstance(value, list):
            return [self._converted(item) for item in value]
        return value

    def finish(self, failed):
        self.run.finish(exit_code=int(failed))


class TensorBoard:
    """TensorBoard's event files, in the run's folder; all runs together: tensorboard --logdir outputs."""

    def start(self, config, run_dir):
        from tensorboardX import SummaryWriter

        self.writer = SummaryWriter(str(run_dir / "tensorboard"))
        self.writer.add_text("config", f"```yaml\n{OmegaConf.to_yaml(OmegaConf.create(config))}```", 0)

    def log(self, values, step):
        for key, value in values.items():
            self._write(key, value, step)
        self.writer.flush()

    def _write(self, key, value, step):
        if isinstance(value, Histogram):
            self.writer.add_histogram(key, value.values, step, bins=BINS)
        elif isinstance(value, Picture):
            self.writer.add_image(key, value.pixels, step, dataformats="HWC")
            self.writer.add_text(f"{key}/caption", f"{value.caption} {value.alt}", step)
        elif isinstance(value, Table):
            self.writer.add_text(key, markdown(value), step)
        elif isinstance(value, list):
            for number, item in enumerate(value):
                self._write(f"{key}/{number}", item, step)
        elif isinstance(value, str):
            self.writer.add_text(key, value, step)
        else:
            self.writer.add_scalar(key, value, step)

    def finish(self, failed):
        self.writer.close()


def markdown(table):
    """A Table as Markdown; of a Picture its caption."""
    rows = [[cell.caption if isinstance(cell, Picture) else str(cell) for cell in row] for row in table.rows]
    return "\n".join(f"| {' | '.join(row)} |" for row in (table.columns, ["---"] * len(table.columns), *rows))
