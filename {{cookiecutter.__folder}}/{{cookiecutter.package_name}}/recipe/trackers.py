"""MACHINERY. Who keeps the record of a training. A tracker is one small class with start, log and finish.

A tracker never hurts a training: at its first error it is named, once, and left out from there on.
"""

import contextlib
import logging
import os
import shlex
import shutil
import subprocess
import sys
import threading
import time
from concurrent import futures
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from hydra.utils import instantiate
from omegaconf import OmegaConf

from . import record
from .figures.sheet import Picture

log = logging.getLogger(__name__)
BINS = 64  # of a histogram
PATIENCE = 6  # seconds for W&B's service on this machine to answer (0.6 is usual), for an upload to come to its end


@dataclass(frozen=True)
class Histogram:
    values: np.ndarray


@dataclass(frozen=True)
class Table:
    columns: list
    rows: list  # of lists of numbers and texts


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
            values: {key: number, text, Histogram, Picture, or Table}; keys are `group/name`.
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
            why = " ".join(str(error).split()) or type(error).__name__
            log.warning("tracker %s stops recording, the training goes on: %s", name, why)


class WandB:
    """Weights & Biases: one W&B run a job; the jobs of a sweep form a group.

    A run is always recorded offline, so no training waits for a server. Online, a process beside it uploads what is
    recorded, and what it has not uploaded at the end can be uploaded later.

    Args:
        project: name of the W&B project.
        mode: offline (into the run's folder) or online (uploaded from there).
        tags: of the run.

    Raises:
        ValueError: another mode. Each method: TimeoutError where W&B's service on this machine does not answer, OSError
            where it is gone or the disk refuses.
    """

    def __init__(self, project, mode="offline", tags=()):
        if mode not in ("offline", "online"):
            raise ValueError(f"tracker.wandb.mode={mode}: expected offline or online")
        self.project, self.mode, self.tags = project, mode, list(tags)
        self.upload = None

    def start(self, config, run_dir):
        os.environ["WANDB_ERROR_REPORTING"] = "false"  # W&B's report on itself asks a server at the program's end
        os.environ["WANDB_DATA_DIR"] = str(run_dir / "wandb")  # a table's file stays with the run, to upload later
        self.run = self._ask(lambda: self._init(config, run_dir))
        self.recorded = Path(self.run.settings.sync_file)
        if self.mode == "online":
            self.upload = self._begin_upload(run_dir)

    def _init(self, config, run_dir):
        import wandb

        # Written down each second, so that little is lost with the service.
        settings = wandb.Settings(silent=True, console="off", x_transaction_log_flush_interval=1.0)
        wandb.setup(settings)  # silent also where a run cannot be finished
        sweep = run_dir.parent if (run_dir.parent / "multirun.yaml").exists() else None
        run = wandb.init(
            project=self.project,
            mode="offline",
            tags=self.tags,
            dir=run_dir,
            config=config,
            name=f"{run_dir.parent.name}/{run_dir.name}",
            group=sweep and f"{sweep.parent.name}/{sweep.name}",
            reinit="create_new",  # one run a job, also when a sweep's jobs share a process
            settings=settings,
        )
        for handler in logging.getLogger("wandb").handlers:
            handler.handleError = lambda _: None  # W&B's log of itself is on the disk that may be full
        return run

    def _begin_upload(self, run_dir):
        # With a service of its own, and its logs in the run's folder.
        environment = {**os.environ, "WANDB_SERVICE": "", "WANDB_DIR": str(run_dir)}
        with open(self.recorded.parent / "logs/upload.log", "wb") as said:
            return subprocess.Popen(
                [sys.executable, "-P", Path(__file__).with_name("upload.py"), self.recorded.parent],
                env=environment,
                stdin=subprocess.PIPE,
                stdout=said,
                stderr=said,
                start_new_session=True,  # Ctrl-C ends the training, whose end is still uploaded
            )

    def _ask(self, action):
        """What W&B's service answers. One that fails is let go of: the program's end would wait for its end."""
        try:
            return within(PATIENCE, action)
        except Exception:
            import wandb

            self._end_upload(0)
            with contextlib.suppress(Exception, SystemExit):
                within(1, wandb.teardown)
            raise

    def _end_upload(self, seconds):
        if self.upload:
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.upload.wait(seconds)
            self.upload.kill()
            self.upload.communicate()

    def log(self, values, step):
        self._ask(lambda: self.run.log({key: self._converted(value) for key, value in values.items()}, step=step))

    def _converted(self, value: Any):
        import wandb

        if isinstance(value, Histogram):
            return wandb.Histogram(value.values, num_bins=BINS)
        if isinstance(value, Picture):
            return wandb.Image(value.pixels, caption=value.caption)
        if isinstance(value, Table):
            return wandb.Table(value.columns, value.rows)
        return value

    def finish(self, failed):
        self._ask(lambda: self._finish(failed))
        self._end_upload(PATIENCE)
        if self.upload and not self.recorded.with_suffix(".wandb.synced").exists():
            later = shlex.join(["wandb", "sync", str(self.recorded.parent)])
            log.warning("tracker wandb has not uploaded all of this run; later: %s", later)

    def _finish(self, failed):
        before, ends = self.recorded.stat().st_size, time.monotonic() + 1
        self.run.finish(exit_code=int(failed))
        # A run's end lengthens its record, at once or a moment later. What a full disk refuses, the service drops
        # without a word.
        while self.recorded.stat().st_size == before and time.monotonic() < ends:
            time.sleep(0.05)
        if self.recorded.stat().st_size == before or not shutil.disk_usage(self.recorded.parent).free:
            raise OSError(f"the disk refused the end of {self.recorded}")


def within(seconds, action):
    """What a call returns; where it takes longer, a TimeoutError, and the call is left to its thread."""
    answer = futures.Future()

    def ask():
        try:
            answer.set_result(action())
        except BaseException as error:
            answer.set_exception(error)

    threading.Thread(target=ask, daemon=True).start()
    if not futures.wait([answer], seconds).done:
        raise TimeoutError(f"no answer within {seconds} s")
    return answer.result()


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
        elif isinstance(value, str):
            self.writer.add_text(key, value, step)
        else:
            self.writer.add_scalar(key, value, step)

    def finish(self, failed):
        self.writer.close()


def markdown(table):
    """A Table as Markdown."""
    rows = [[str(cell) for cell in row] for row in table.rows]
    return "\n".join(f"| {' | '.join(row)} |" for row in (table.columns, ["---"] * len(table.columns), *rows))
