"""MACHINERY. Trackers, which show a training as it goes: W&B, TensorBoard. Each is a class with start, log and finish.

A tracker never hurts a training: at its first error it is named, once, and left out from there on.
"""

import contextlib
import logging
import os
import queue
import shlex
import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path

import numpy as np
from hydra.utils import instantiate
from omegaconf import OmegaConf

from ..figures.sheet import Picture
from ..keep import machine, record
from ..keep.crashes import one_line
from .recorded import Histogram, Table, placed
from .service import at_work

log = logging.getLogger(__name__)
BINS = 64  # of a histogram
NAME = 128  # characters of a run's name, at most, for W&B's server
PATIENCE = 6  # seconds for W&B's service on this machine to answer while it rests, for an upload to come to its end
FIRST_PATIENCE = 60  # seconds for its first answer: on a slow disk, or where its state is hidden, it seems to rest
MOST_PATIENCE = 600  # seconds for a service that computes or writes all the time
MOST_WAITING = 10_000  # records of a training that wait for the service: some 20 MB


class Trackers:
    """The trackers of one run, as a context: they are finished at its end, also after an error."""

    def __init__(self, cfg, run_dir):
        self.cfg, self.run_dir = cfg, run_dir
        self.open = {}

    def __enter__(self):
        for name, node in (self.cfg.get("tracker") or {}).items():
            with self._left_out_where_it_breaks(name):
                tracker = instantiate(node)
                tracker.start(record.resolved(self.cfg), self.run_dir)
                self.open[name] = tracker
        return self

    def log(self, values, step):
        """Records values that belong to one moment, in an order in which a person looks at them.

        Args:
            values: {key: number, text, Histogram, Picture, or Table}; keys are `group/name`.
            step: optimizer updates so far.
        """
        values = {placed(key, value): value for key, value in values.items()}
        for name, tracker in list(self.open.items()):
            with self._left_out_where_it_breaks(name):
                tracker.log(values, step)

    def __exit__(self, kind, *_):
        for name, tracker in list(self.open.items()):
            with self._left_out_where_it_breaks(name):
                tracker.finish(failed=kind is not None)

    @contextlib.contextmanager
    def _left_out_where_it_breaks(self, name):
        try:
            yield
        except Exception as error:
            self.open.pop(name, None)
            log.warning("tracker %s stops recording, the training goes on: %s", name, one_line(error))


class WandB:
    """Weights & Biases: one W&B run a job; the jobs of a sweep form a group.

    A run is always recorded offline, so no training waits for a server. Online, a second process uploads what is
    recorded; what is missing at the end can be uploaded later. Nor does a training wait for W&B's service on this
    machine, which may be busy: a thread gives it the records from a queue, and only `finish` waits for that thread.

    Args:
        project: name of the W&B project.
        mode: offline (into the run's folder) or online (uploaded from there).
        tags: of the run.

    Raises:
        ValueError: another mode.
        TimeoutError, OSError: by `log` and `finish`, where the service does not answer an earlier call, or is gone, or
            the disk is full.
    """

    def __init__(self, project, mode="offline", tags=()):
        if mode not in ("offline", "online"):
            raise ValueError(f"tracker.wandb.mode={mode}: expected offline or online")
        self.project, self.mode, self.tags = project, mode, list(tags)
        self.upload = self.error = None
        self.begun = False  # whether the service has answered
        self.calls = queue.SimpleQueue()  # of functions; None after the last
        self.thread = threading.Thread(target=self._work, name="wandb", daemon=True)

    def start(self, config, run_dir):
        os.environ.setdefault("XDG_CACHE_HOME", os.path.expanduser("~/.cache"))  # its service knows no home but HOME
        os.environ["WANDB_ERROR_REPORTING"] = "false"  # W&B would report on itself to a server at the program's end
        os.environ["WANDB_DATA_DIR"] = str(run_dir / "wandb")  # keeps a table's file with the run, to be uploaded later
        self._hand_over(lambda: self._begin(config, run_dir))
        self.thread.start()

    def log(self, values, step):
        # Only counts and edges of a Histogram wait in the queue, not its values.
        light = {k: np.histogram(v.values, BINS) if isinstance(v, Histogram) else v for k, v in values.items()}
        self._hand_over(lambda: self.run.log({key: converted(value) for key, value in light.items()}, step=step))

    def finish(self, failed):
        self._hand_over(lambda: self._end_run(failed))
        self._hand_over(None)
        try:
            if not self._comes(lambda: self.thread.join(0.5) or not self.thread.is_alive(), PATIENCE, self.thread):
                raise TimeoutError(f"no answer within {PATIENCE if self.begun else FIRST_PATIENCE} s")
        except BaseException as error:  # Ctrl-C too: what is recorded by then is kept
            self.error = error
            self._let_go(1)
            raise
        if self.error:
            raise self.error
        self._end_upload(PATIENCE)
        if self.upload and not self.recorded.with_suffix(".wandb.synced").exists():
            later = shlex.join(["wandb", "sync", str(self.recorded.parent)])
            log.warning("tracker wandb has not uploaded all of this run; later: %s", later)

    def _hand_over(self, call):
        if self.calls.qsize() >= MOST_WAITING and not self.error:
            self.error = TimeoutError(f"{MOST_WAITING:,} records wait for an answer")
            self._let_go(0)
        if self.error:
            raise self.error
        self.calls.put(call)

    def _work(self):
        try:
            while not self.error and (call := self.calls.get()):
                call()
                self.answered = time.monotonic()
        except Exception as error:
            self._let_go(1)
            self.error = error

    def _let_go(self, seconds):
        """Ends W&B's service, for which the end of the program would wait; this waits at most so many seconds."""
        self._end_upload(0)

        def teardown():
            with contextlib.suppress(Exception, SystemExit):
                import wandb

                wandb.teardown()

        ending = threading.Thread(target=teardown, daemon=True)
        ending.start()
        ending.join(seconds)

    def _comes(self, condition, seconds, *threads):
        """Whether a condition comes true before the service has given no sign of life for so many seconds."""
        self.answered = began = time.monotonic()
        while not condition():
            now = time.monotonic()
            if at_work(*threads):
                self.answered = now
            patience = seconds if self.begun else FIRST_PATIENCE
            if now > min(self.answered + patience, began + MOST_PATIENCE):
                return False
            time.sleep(0.05)
        return True

    def _begin(self, config, run_dir):
        import wandb

        settings = wandb.Settings(
            silent=True,
            console="off",
            x_service_wait=MOST_PATIENCE,
            init_timeout=MOST_PATIENCE,
            x_transaction_log_flush_interval=1.0,  # seconds, so that little is lost with the service
        )
        wandb.setup(settings)  # silent also where a run cannot be finished
        sweep = run_dir.parent if (run_dir.parent / "multirun.yaml").exists() else None
        self.run = wandb.init(
            project=self.project,
            mode="offline",
            tags=self.tags,
            dir=run_dir,
            config=config,
            name=(machine.spoken(machine.overrides()) or machine.AS_IS)[:NAME],
            job_type="climb" if "rungs" in config else "train",
            group=sweep and f"{sweep.parent.name}/{sweep.name}",
            notes=machine.command(),
            reinit="create_new",  # one run a job, also when a sweep's jobs share a process
            settings=settings,
        )
        self.run.define_metric("val/loss", summary="min,last")
        self.run.define_metric("val/*", summary="min,max,last")
        self.run.define_metric("within_*", summary="none")  # bins and layers: their last values sum up nothing
        for handler in logging.getLogger("wandb").handlers:
            handler.handleError = lambda _: None  # W&B logs to the disk that may be full
        self.recorded, self.begun = Path(self.run.settings.sync_file), True
        if self.mode == "online":
            self._begin_upload(run_dir)

    def _begin_upload(self, run_dir):
        # With a service of its own, and its logs in the run's folder.
        environment = {**os.environ, "WANDB_SERVICE": "", "WANDB_DIR": str(run_dir)}
        with open(self.recorded.parent / "logs/upload.log", "wb") as said:
            self.upload = subprocess.Popen(
                [sys.executable, "-P", Path(__file__).with_name("upload.py"), self.recorded.parent],
                env=environment,
                stdin=subprocess.PIPE,
                stdout=said,
                stderr=said,
                start_new_session=True,  # Ctrl-C ends the training, whose end is still uploaded
            )

    def _end_upload(self, seconds):
        if self.upload:
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.upload.wait(seconds)
            self.upload.kill()
            self.upload.communicate()

    def _end_run(self, failed):
        before = self.recorded.stat().st_size
        self.run.finish(exit_code=int(failed))
        # The end of a run makes its record longer, at once or a moment later. Where the disk is full, the service says
        # nothing.
        longer = self._comes(lambda: self.recorded.stat().st_size != before, PATIENCE / 2)
        if not longer or not shutil.disk_usage(self.recorded.parent).free:
            raise OSError(f"the disk refused the end of {self.recorded}")


def converted(value):
    import wandb

    if isinstance(value, tuple):  # of a Histogram
        return wandb.Histogram(np_histogram=value)
    if isinstance(value, Picture):
        return wandb.Image(value.pixels, caption=value.caption)
    if isinstance(value, Table):
        return wandb.Table(value.columns, value.rows)
    return value


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
            self.writer.add_text(key, value.markdown(), step)
        elif isinstance(value, str):
            self.writer.add_text(key, value, step)
        else:
            self.writer.add_scalar(key, value, step)

    def finish(self, failed):
        self.writer.close()
