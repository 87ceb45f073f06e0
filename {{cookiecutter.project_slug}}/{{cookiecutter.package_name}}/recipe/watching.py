"""MACHINERY. Watches one training: its progress, its target, what is recorded of it, and the line it ends with."""

import contextlib
import time

import keras
import numpy as np
from keras import ops, tree

from . import backend, paper, probe, record, records, samples
from .constant import constant_loss, target
from .pictures import picture
from .trackers import Histogram, Picture, Table, Trackers

MOST_LOOKS = 20  # inside the network during one training: each costs about 0.1 s, of a recurrent one seconds
FREE_LOOKING, MOST_LOOKING = 1.0, 0.05  # seconds, and then that share of the time of a training
SAMPLES_SHOWN = 8
SAMPLES_MEASURED = 32
MOST_IN_TRAINING_MODE = 1000  # samples: a subset is rarely larger


@contextlib.contextmanager
def watch(cfg, run_dir, data, plan):
    """Watches what is fitted inside it.

    Args:
        cfg: the configuration.
        run_dir: where history.csv, result.json and the weights go.
        data: a samples.Data.
        plan: a batches.Plan.

    Yields:
        A Watch: its `callbacks` go to `fit`, `test` takes the test's figures, `finish` ends it.
    """
    state = record.snapshot(cfg)
    records.write_json(run_dir / "record.json", {**state, "fingerprint": record.fingerprint(state)})
    with Trackers(cfg, run_dir) as trackers:
        yield Watch(cfg, run_dir, data, plan, trackers)


class Watch:
    def __init__(self, cfg, run_dir, data, plan, trackers):
        self.run_dir, self.data, self.trackers = run_dir, data, trackers
        self.departures = paper.departures(cfg)
        self.history = History(plan.steps_per_epoch, trackers)
        self.target = Target(cfg, data)
        looks = Looks(cfg, data, plan, trackers)
        # The target comes last: what stops the training has been recorded before.
        self.callbacks = [self.history, looks, Progress(plan.epochs), self.target]
        self.tested = {}
        self.began = time.monotonic()

    def test(self, figures):
        self.tested = {f"test/{name}": float(value) for name, value in figures.items()}
        self.trackers.log(self.tested, self.history.rows[-1]["step"])

    def finish(self, model):
        """Leaves the record in the run's folder, prints one line, and returns the validation loss."""
        last = {**self.history.rows[-1], **self.tested}
        if self.data.indices is not None:
            last |= figures_in_training_mode(model, self.data.train)
        result = {
            "status": "done",
            "samples": samples.count(self.data.train),
            "indices": None if self.data.indices is None else self.data.indices.tolist(),
            **({} if self.data.indices is None else {"target": self.target.loss, "reached": self.target.reached}),
            "steps": last.pop("step"),
            "epochs": last.pop("epoch"),
            **last,
            "departures": self.departures,
            "seconds": round(time.monotonic() - self.began, 2),
        }
        records.write_csv(self.run_dir / "history.csv", self.history.rows)
        records.write_json(self.run_dir / "result.json", result)
        model.save_weights(self.run_dir / "model.weights.h5")
        print(closing_line(result, self.run_dir))
        if self.departures:
            print(f"  departs from the paper: {'; '.join(self.departures)}")
        return result["val/loss"]


def figures_in_training_mode(model, split):
    """The loss that the next step on a split would report: with dropout, penalties and the batch's own statistics.

    The history's is a mean over steps, so it lags behind what the network has become.
    """
    figures = backend.dry_step(model, backend.batch(samples.take(split, slice(0, MOST_IN_TRAINING_MODE))))[0]
    return {"train/loss": figures["loss"]} if "loss" in figures else {}  # a train_step of one's own may report none


def closing_line(result, run_dir):
    """What one run came to, in one line."""
    few = f"{result['samples']} sample{'s' if result['samples'] > 1 else ''}"
    effort = f"{result['steps']:,} steps, {result['seconds']:.1f} s → {run_dir}"
    figures = {name: records.shown(value) for name, value in result.items()}
    if result["indices"] is None:
        all_figures = ", ".join(f"{name} {figure}" for name, figure in figures.items() if "/" in name)
        return f"trained on {few}: {all_figures}; {effort}"
    verdict = "no target"
    if result["target"] is not None:
        verdict = f"target {figures['target']} {'reached' if result['reached'] else 'MISSED'}"
    modes = f"loss {figures['train/loss']} in training mode, {figures['val/loss']} in inference mode"
    return f"{few}: {verdict}; {modes}; {effort}"


class History(keras.callbacks.Callback):
    """One row an epoch, with keys `split/name`; to the trackers too."""

    def __init__(self, steps_per_epoch, trackers):
        super().__init__()
        self.steps_per_epoch, self.trackers = steps_per_epoch, trackers
        self.rows = []

    def on_epoch_end(self, epoch, logs=None):
        figures = {
            f"val/{name.removeprefix('val_')}" if name.startswith("val_") else f"train/{name}": float(value)
            for name, value in logs.items()
        }
        step = (epoch + 1) * self.steps_per_epoch
        self.rows.append({"epoch": epoch + 1, "step": step, **figures})
        self.trackers.log({"epoch": epoch + 1, **figures}, step)


class Target(keras.callbacks.Callback):
    """Ends the overfitting of a subset once its loss in inference mode is low enough.

    The subset is validated on itself, so the validation loss is that loss, without dropout and with BatchNorm's moving
    statistics.
    """

    def __init__(self, cfg, data):
        super().__init__()
        self.cfg, self.data = cfg, data
        self.loss, self.reached = None, False

    def on_train_begin(self, logs=None):
        if self.data.indices is not None:
            first = samples.take(self.data.train[0], slice(0, 1))
            self.loss = target(self.cfg, constant_loss(self.model, first, self.data.population))

    def on_epoch_end(self, epoch, logs=None):
        self.reached = self.loss is not None and bool(logs["val_loss"] <= self.loss)
        if self.reached:
            self.model.stop_training = True


class Progress(keras.callbacks.Callback):
    """One bar over all epochs, gone when it is full; a pipe gets none."""

    def __init__(self, epochs):
        super().__init__()
        self.epochs = epochs

    def on_train_begin(self, logs=None):
        from rich import progress

        columns = (progress.BarColumn(), progress.MofNCompleteColumn(), progress.TimeRemainingColumn())
        self.bar = progress.Progress("epoch", *columns, "{task.description}", transient=True)
        self.task = self.bar.add_task("", total=self.epochs)
        if self.bar.console.is_terminal:
            self.bar.start()  # and stays silent elsewhere

    def on_epoch_end(self, epoch, logs=None):
        figures = f"loss {logs['loss']:.4g}  val {logs['val_loss']:.4g}" if "val_loss" in logs else ""
        self.bar.update(self.task, completed=epoch + 1, description=figures)

    def on_train_end(self, logs=None):
        if self.bar.console.is_terminal:
            self.bar.stop()


class Looks(keras.callbacks.Callback):
    """Shows the trackers what goes in, what comes out and what the layers do, as often as costs little."""

    def __init__(self, cfg, data, plan, trackers):
        super().__init__()
        self.trackers, self.plan = trackers, plan
        self.kind = cfg.data.targets.get("kind")
        self.batch = samples.take(data.train, slice(0, SAMPLES_MEASURED))
        self.shown = samples.take(data.validation, slice(0, SAMPLES_SHOWN))

    def on_train_begin(self, logs=None):
        self.began, self.seconds = time.monotonic(), 0.0
        if not self.trackers.open:
            return
        shown = samples.leaves(self.shown[0])[0]
        pictures = [Picture(picture(sample), caption=text(self.target(i))) for i, sample in enumerate(shown)]
        rows = [[i, shown, shown.caption] for i, shown in enumerate(pictures)]
        # Pictures beside the table, since W&B's terminal viewer shows no pictures inside of one.
        self.trackers.log({"data/inputs": Table(["sample", "input", "target"], rows), "data/pictures": pictures}, 0)
        self.look(0)

    def on_epoch_end(self, epoch, logs=None):
        due = (epoch + 1) * MOST_LOOKS // self.plan.epochs > epoch * MOST_LOOKS // self.plan.epochs
        affordable = self.seconds <= FREE_LOOKING + MOST_LOOKING * (time.monotonic() - self.began)
        if self.trackers.open and due and (affordable or epoch + 1 == self.plan.epochs):
            self.look((epoch + 1) * self.plan.steps_per_epoch)

    def look(self, step):
        began = time.monotonic()
        arrays = {f"weights/{name}": array for name, array in probe.weights(self.model).items()}
        arrays |= {f"activations/{name}": a for name, a in probe.activations(self.model, self.batch[0]).items()}
        gradients = backend.gradients(self.model, backend.batch(self.batch))
        arrays |= {f"gradients/{name}": array for name, array in gradients.items()}
        finite = {key: array[np.isfinite(array)] for key, array in arrays.items()}
        histograms = {key: Histogram(array) for key, array in finite.items() if array.size}
        self.trackers.log({**histograms, "predictions": self.predictions(step)}, step)
        self.seconds += time.monotonic() - began

    def predictions(self, step):
        y_pred = samples.leaves(tree.map_structure(ops.convert_to_numpy, self.model(self.shown[0], training=False)))[0]
        if self.kind == "classes":
            y_pred = y_pred.argmax(-1)
        rows = [[step, i, text(self.target(i)), text(prediction)] for i, prediction in enumerate(y_pred)]
        return Table(["step", "sample", "target", "prediction"], rows)

    def target(self, i):
        targets = samples.leaves(self.shown[1])
        return targets[0][i] if targets else None


def text(value):
    """A target or a prediction as a table shows it."""
    return "" if value is None else np.array2string(np.asarray(value), precision=3, threshold=10)
