"""MACHINERY. Watches one training: shows its progress, stops at its target, records it, and says how it ended."""

import contextlib
import logging
import time

import keras
import numpy as np

from ..figures import model_card, report, shown_values, training_pictures
from ..keep import changes, printing, project, record, run_files, unfailing
from ..keras_side import backend
from ..paper import paper_yaml
from ..prepare import nested, samples
from ..prepare.digest import digest
from ..track.trackers import Trackers
from . import checkpoint
from .counted import Counted
from .judged import Judged, digest_of
from .probe import Probe
from .program import parameters
from .progress import Progress
from .target import Target

log = logging.getLogger(__name__)
MOST_IN_TRAINING_MODE = 1000  # samples: a subset is rarely larger
PAGE, CARD = "report.html", "model_card.md"
HEADER = 4096  # bytes of a file of weights that belong to a variable beside its numbers


@contextlib.contextmanager
def watch(cfg, run_dir, data, plan, callbacks=()):
    """A context that watches what is fitted in it; in the folder of a run that was stopped, that run goes on.

    Args:
        cfg: the configuration.
        run_dir: where changes.csv, result.json and the weights go.
        data: a samples.Data.
        plan: a batches.Plan.
        callbacks: the training's own; None among them is left out.

    Yields:
        A Watch: its `callbacks`, those given among them, and its `initial_epoch` go to `fit`, `finish` ends it.
    """
    keep_record(run_dir, record.snapshot(cfg, digest(cfg)))
    with Trackers(cfg, run_dir) as trackers, contextlib.closing(Progress(plan.epochs, run_dir)) as progress:
        yield Watch(cfg, run_dir, data, plan, trackers, callbacks, progress)


def keep_record(run_dir, state):
    """Writes record.json; where a stopped run goes on, adds what has changed since it began."""
    path = run_dir / "record.json"
    if then := run_files.read_json(path):
        then["resumed"] = [*then.get("resumed", []), changes.changes(then, state)]
        for change in then["resumed"][-1]:
            printing.say(f"  since it began: {change}")
        run_files.write_json(path, then)
    else:
        run_files.write_json(path, {**state, "fingerprint": record.fingerprint(state)})


class Watch:
    def __init__(self, cfg, run_dir, data, plan, trackers, callbacks, progress):
        self.cfg, self.run_dir, self.data, self.plan, self.trackers = cfg, run_dir, data, plan, trackers
        self.departures = paper_yaml.departures(cfg)
        self.judged, self.target = Judged(cfg), Target(cfg, data, plan)
        averaging = [keras.callbacks.SwapEMAWeights()] if cfg.training.get("average") else []
        counting = [self.judged, *averaging, *(callback for callback in callbacks if callback), self.target]
        counted = Counted(counting)
        restore = checkpoint.Restore(run_dir, data, plan, counted)
        self.restore = restore
        self.history = History(plan.steps_per_epoch, trackers, restore.rows)
        self.probe = Probe(cfg, data, plan, trackers, self.history.rows)
        # Callbacks that count begin before they are restored: even an answer of the network moves dropout's counter.
        seconds = cfg.training.get("checkpoint_seconds") or 0
        keeping = checkpoint.Checkpoint(run_dir, self.history.rows, counted, seconds)
        at_last = keras.callbacks.LambdaCallback(on_train_end=lambda logs: self.judged.put_in_place())
        self.target.others = [*counting[:-1], restore, self.history, self.probe, progress, keeping, at_last]
        self.callbacks = [self.target, *self.target.others]
        self.own_test = None, {}
        self.began = time.monotonic()

    @property
    def initial_epoch(self):
        """Where the next `fit` goes on: the first one where a stopped run was, a second one at its beginning."""
        return 0 if self.restore.begun else self.restore.initial_epoch

    def test(self, figures):
        """Adds figures of the test split that `evaluate` does not know, of the weights that the network has now."""
        self.own_test = digest_of(self.judged.model.get_weights()), scored("test", figures)

    def finish(self, model):
        """Scores and saves the weights that the network has, leaves the record, and returns the validation loss.

        The run is done once its weights and then result.json are written: the rest only describes it.

        Raises:
            ValueError: nothing was fitted.
        """
        if not self.history.rows:
            raise ValueError("train.py has fitted nothing with callbacks=watch.callbacks")
        figures, of_subset = self.figures(model), {"indices": None}
        if self.data.indices is not None:
            figures |= figures_in_training_mode(model, self.data.train)
            of_subset = {"indices": self.data.indices.tolist(), "target": self.target.loss}
            of_subset["reached"] = self.target.is_reached(figures.get("val/loss"))
        epoch, last = self.judged.epoch_of(model), self.history.rows[-1]
        result = {
            "status": "done",
            "samples": samples.count(self.data.train),
            **of_subset,
            "steps": last["step"],
            "epochs": last["epoch"],
            "weights": self.judged.said(epoch),
            "weights_epoch": epoch,
            **figures,
            "departures": self.departures,
            "seconds": round(time.monotonic() - self.began, 2),
        }
        run_files.write_csv(self.run_dir / "history.csv", self.history.rows)
        with run_files.whole(self.run_dir / run_files.WEIGHTS, f"draft.{run_files.WEIGHTS}") as draft:
            run_files.reserve(draft, sum(size_of(v) for v in checkpoint.variables(model)))
            model.save_weights(draft)
        run_files.write_json(self.run_dir / "result.json", result)
        checkpoint.remove(self.run_dir)
        tested = {name: figure for name, figure in figures.items() if name.startswith("test/")}
        if tested:
            self.trackers.log(tested, self.probe.step)
        printing.say(closing_line(result, printing.near(self.run_dir)))
        if self.departures:
            said = [*self.departures, *paper_yaml.of_the_example(self.cfg)]
            printing.say(f"  departs from the paper: {'; '.join(said)}")
        describe(model, self.cfg, self.run_dir, self.data, self.history.rows, self.target, self.probe)
        return result.get("val/loss")  # a training may validate nothing

    def figures(self, model):
        """{split/name: figure} of the weights that a network has: all but train/ by `evaluate`.

        Those of train/ are means over the steps of the weights' epoch, or of the last where they are of none.
        """
        rows, size = self.history.rows, self.plan.validation_batch_size
        figures = {**rows[(self.judged.epoch_of(model) or len(rows)) - 1]}
        del figures["epoch"], figures["step"]
        weights, own = self.own_test
        if weights == digest_of(model.get_weights()):
            figures |= own
        elif own:
            log.warning("watch.test: other weights are saved than those tested, whose figures are left out")
        if any(name.startswith("val/") for name in figures):  # a training may validate nothing
            split = self.plan.validation
            figures |= scored("val", evaluated(model, split, size) if split else self.target.look(model))
        if self.plan.test is not None:
            figures |= scored("test", evaluated(model, self.plan.test, size))
        return figures


def describe(model, cfg, run_dir, data, rows, target, probe):
    """Leaves the pages of a run that is done, and its pictures for every tracker; what breaks in it harms nothing."""
    if not cfg.report:
        return
    if data.indices is None:
        with unfailing.unharmed(CARD):
            model_card.of_run(run_dir / CARD, run_dir, cfg, parameters(model))
    with unfailing.unharmed(PAGE):  # at last: where it is, all is
        declared = [nested.declared(part) for part in (cfg.data.inputs, cfg.data.targets)]
        lines = {"a prediction that knows nothing": target.constant, "target": target.loss}
        lines = {said: loss for said, loss in lines.items() if loss is not None}
        pictures = training_pictures.of_training(model, data, *declared, rows, lines, probe)
        probe.trackers.log({**pictures, "forward/layers": probe.table}, probe.step)
        report.of_run(run_dir, cfg, pictures, probe.table)


def describe_later(model, cfg, run_dir, data, plan):
    """Leaves the pages of a run that was stopped after it was done, without what only its training could measure."""
    trackers = Trackers({}, run_dir)  # none: they have recorded that it broke off
    rows = run_files.read_history(run_dir)
    target, probe = Target(cfg, data, plan), Probe(cfg, data, plan, trackers, rows)
    for callback in (target, probe):
        callback.set_model(model)
    target.on_train_begin()
    probe.read()
    describe(model, cfg, run_dir, data, rows, target, probe)


def size_of(variable):
    """Bytes that a variable takes in a file of weights, at most."""
    return HEADER + int(np.prod(variable.shape)) * np.dtype(variable.dtype).itemsize


def evaluated(model, split, batch_size):
    """{name: figure} of a split, in the form that batches.Plan has it."""
    return model.evaluate(*split, batch_size=batch_size, verbose=0, return_dict=True)


def scored(split, figures):
    """Figures under the names by which they are kept: {split/name: float}."""
    return {f"{split}/{name}": float(value) for name, value in figures.items()}


def figures_in_training_mode(model, split):
    """{train/loss: what the next step would report}, with dropout, penalties and the batch's own statistics.

    The loss of the history is a mean over an epoch's steps, so it lags behind what the network has become.
    """
    figures = backend.dry_step(model, backend.batch(samples.take(split, slice(0, MOST_IN_TRAINING_MODE))))[0]
    return {"train/loss": figures["loss"]} if "loss" in figures else {}  # a train_step of one's own may report none


def closing_line(result, run_dir):
    """The result of one run, in one line; a second one where the loss is no number."""
    few = f"{result['samples']} sample{'s' if result['samples'] > 1 else ''}"
    effort = f"{result['weights']}, {result['steps']:,} steps, {result['seconds']:.1f} s → {run_dir}"
    if not np.isfinite([value for name, value in result.items() if name.endswith("/loss")]).all():
        effort += f"\nThe loss is no number: python -m {project.PACKAGE.name}.recipe asks where that begins"
    figures = {name: run_files.few_digits(value) for name, value in result.items()}
    if result["indices"] is None:
        all_figures = ", ".join(f"{name} {figure}" for name, figure in figures.items() if "/" in name)
        return f"trained on {few}: {all_figures}; {effort}"
    verdict = "no target"
    if result["target"] is not None:
        verdict = f"target {figures['target']} {'reached' if result['reached'] else 'MISSED'}"
    train, val = (figures.get(name, "unknown") for name in ("train/loss", "val/loss"))
    modes = f"loss {train} in training mode, {val} in inference mode"
    return f"{few}: {verdict}; {modes}; {effort}"


class History(keras.callbacks.Callback):
    """One row an epoch, with keys `split/name`; to the trackers too."""

    def __init__(self, steps_per_epoch, trackers, rows):
        super().__init__()
        self.steps_per_epoch, self.trackers = steps_per_epoch, trackers
        self.rows = rows

    def on_epoch_end(self, epoch, logs=None):
        figures = {run_files.logged_as(name): float(value) for name, value in logs.items()}
        shown = shown_values.means()
        for key in figures.keys() & shown.keys():
            name = key.partition("/")[2]
            raise ValueError(f'show("{name}", …): {shown_values.taken(name)}')
        last = self.rows[-1] if self.rows else {"epoch": 0, "step": 0}  # of an earlier `fit` too
        count, step = last["epoch"] + 1, last["step"] + (self.params["steps"] or self.steps_per_epoch)
        self.rows.append({"epoch": count, "step": step, **figures, **shown})
        self.trackers.log({"epoch": count, **figures, **shown}, step)
        shown_values.belongs_to(None)

    def on_train_begin(self, logs=None):
        shown_values.begin()

    def on_epoch_begin(self, epoch, logs=None):
        shown_values.belongs_to("train")

    def on_test_begin(self, logs=None):
        shown_values.belongs_to("val")

    def on_test_end(self, logs=None):
        shown_values.belongs_to("train")
