"""MACHINERY. Measures a network while it is trained: for the trackers as it goes, for the pictures at the end."""

import logging
from dataclasses import dataclass

import keras
import numpy as np
from keras import ops, tree

from ..figures import shown_values
from ..keep.crashes import one_line
from ..keras_side import backend, private
from ..measure import layer_calls
from ..measure.by_layer import dead_units
from ..measure.predictions import text
from ..prepare import samples
from ..prepare.nested import paired
from ..track.recorded import Histogram, Table

log = logging.getLogger(__name__)
# Each reading costs about 0.1 s. How many there are follows from the steps alone, so that each run reads alike.
FEW_READINGS, MOST_READINGS, STEPS_A_READING = 3, 20, 2000
RECURRENT = 10  # times as long a recurrent network takes for a reading: it goes through its steps one by one
SAMPLES_MEASURED = 32
ROWS = 8  # of the table of predictions
MOST_VALUES = 10_000  # of one layer, evenly apart: the cost does not grow with the network
QUANTILES = (0.05, 0.25, 0.5, 0.75, 0.95)


@dataclass(frozen=True)
class Reading:
    """What was measured after `step` optimizer updates; {layer or variable: Float["5"]}, quantiles of its values."""

    step: int
    activations: dict
    gradients: dict
    weights: dict
    updates: dict  # {variable: norm of one update over the norm of the weights}
    dead: dict  # {rectifying layer: share of its units that are 0 on the whole batch}
    answers: object  # to the fixed batch, nested as the network's outputs


class Probe(keras.callbacks.Callback):
    """Takes a reading at the start, at the end, and some times between, evenly apart.

    Args:
        cfg: the configuration.
        data: a samples.Data.
        plan: a batches.Plan.
        trackers: a trackers.Trackers.
        rows: of the history, to which those of the training are added.
    """

    def __init__(self, cfg, data, plan, trackers, rows):
        super().__init__()
        self.wanted = cfg.report or trackers.open
        self.trackers, self.plan = trackers, plan
        self.trained = samples.take(data.train, slice(0, SAMPLES_MEASURED))
        self.fixed = samples.take(data.validation, slice(0, SAMPLES_MEASURED))
        self.readings, self.layers, self.rows = [], [], rows

    def on_train_begin(self, logs=None):
        recurrent = any(isinstance(layer, keras.layers.RNN) for layer in private.layers_of(self.model))
        steps = self.plan.epochs * self.plan.steps_per_epoch
        self.number = min(MOST_READINGS, (FEW_READINGS + steps // STEPS_A_READING) // (RECURRENT if recurrent else 1))
        self.read()

    @property
    def step(self):
        """Optimizer updates so far, also of a run that goes on."""
        return int(self.rows[-1]["step"]) if self.rows else 0

    def on_epoch_end(self, epoch, logs=None):
        if (epoch + 1) * self.number // self.plan.epochs > epoch * self.number // self.plan.epochs:
            self.read()

    def on_train_end(self, logs=None):
        self.read()

    @property
    def table(self):
        """The layers in the order of their calls."""
        return Table(["layer", "kind", "answers", "parameters"], self.layers)

    def read(self):
        """Takes a reading, if anybody wants one; one that breaks is the last, and never hurts the training."""
        if not self.wanted or self.readings and self.readings[-1].step == self.step:
            return
        try:
            self._read()
        except Exception as error:
            self.wanted = False
            log.warning("no more looks inside the network: %s", one_line(error))

    def _read(self):
        calls, answers = layer_calls.calls(self.model, self.fixed[0])
        self.layers = self.layers or [described(call) for call in calls]
        answered = {call.layer.name: call for call in calls if len(call.outputs) == 1}
        activations = {name: ops.convert_to_numpy(call.outputs[0]) for name, call in answered.items()}
        gradients, updates = backend.step_and_back(self.model, backend.batch(self.trained))
        weights = layer_calls.weights(self.model)
        measured = {"activations": activations, "gradients": gradients, "weights": weights}
        reading = Reading(
            self.step,
            **{kind: quantiles(arrays) for kind, arrays in measured.items()},
            updates={n: norm(change) / (norm(weights[n]) or 1) for n, change in updates.items() if n in weights},
            dead=dead_units(answered, activations),
            answers=tree.map_structure(ops.convert_to_numpy, answers),
        )
        self.readings.append(reading)
        if self.trackers.open:
            logged = {f"updates/{name}": ratio for name, ratio in reading.updates.items()}
            for kind, arrays in {**measured, "shown": shown_values.arrays()}.items():
                logged |= {f"{kind}/{name}": Histogram(values) for name, values in some_of_each(arrays).items()}
            self.trackers.log({**logged, "outputs/fixed_batch_table": self.predictions(reading.answers)}, self.step)

    def predictions(self, answers):
        """What the fixed batch is taken for now, a row a sample."""
        pairs = paired(answers, self.fixed[1]) or [("", leaf, None) for leaf in samples.leaves(answers)]
        _, said, true = pairs[0]
        rows = [
            [self.step, i, "" if true is None else text(true[i]), text(said[i])] for i in range(min(ROWS, len(said)))
        ]
        return Table(["step", "sample", "target", "prediction"], rows)


def described(call):
    """One row of the table of layers: name, kind, shape of what it answers to a sample, parameters."""
    shapes = [str(tuple(output.shape[1:])) for output in call.outputs]
    return [call.layer.name, type(call.layer).__name__, ", ".join(shapes), call.layer.count_params()]


def quantiles(arrays):
    """{name: Float["5"], the quantiles of its values} of {name: array}."""
    return {name: np.quantile(values, QUANTILES) for name, values in some_of_each(arrays).items()}


def some_of_each(arrays):
    """{name: some of its finite values, evenly apart} of {name: array}; without those that have none."""
    flat = {name: np.ravel(array) for name, array in arrays.items()}
    some = {name: values[:: 1 + values.size // MOST_VALUES].astype("float32") for name, values in flat.items()}
    finite = {name: values[np.isfinite(values)] for name, values in some.items()}
    return {name: values for name, values in finite.items() if values.size}


def norm(array):
    return float(np.linalg.norm(array))
