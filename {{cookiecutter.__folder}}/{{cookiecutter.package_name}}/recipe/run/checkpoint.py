"""MACHINERY. Checkpoints: a training that was stopped goes on to the same weights and history as one that never was.

Keras' own files leave out what dropout and callbacks count; these hold every variable and what is counted. Each is
named by its digest, which shows whether it is whole; the one before it is kept too. The history has a file of its own,
a line an epoch, so that a checkpoint does not grow with every epoch.
"""

import io
import json
import logging
import math
import random
import shutil
import time

import keras
import numpy as np

from ..keep import record, run_files
from ..keras_side import backend, private
from ..prepare import samples

log = logging.getLogger(__name__)
FOLDER, HISTORY = "checkpoints", "history.jsonl"
DIGITS = 16  # of the digest
FORMAT = 3  # of what a checkpoint holds: another one cannot be read


class Checkpoint(keras.callbacks.Callback):
    """Writes a checkpoint at the end of an epoch, as the last callback: the others change what it keeps.

    After the first and the last; between them where enough time has passed: a large one takes the disk seconds.

    Args:
        run_dir: the run's folder.
        rows: the history so far, one dictionary an epoch.
        counted: the Counted of the callbacks that count.
        seconds: between two checkpoints, at least; 0: one after each epoch.
    """

    def __init__(self, run_dir, rows, counted, seconds):
        super().__init__()
        self.seconds, self.last = seconds, -math.inf
        self.folder, self.rows, self.counted = run_dir / FOLDER, rows, counted
        self.written = 0  # rows by this process: a stopped one may have left more of them than its last checkpoint has
        self.said = set()  # of what is left out of a checkpoint, and why there is none
        self.fits = 0

    def on_train_begin(self, logs=None):
        self.tell_left_out()
        if self.rows and self.fits:
            self.folder = None
            log.warning("a second fit leaves no checkpoints: stopped in it, this run goes on after the first")
        self.fits += 1

    def tell_left_out(self):
        if left_out := [one for one in self.counted.left_out() if one not in self.said]:
            self.said.update(left_out)
            log.warning("stopped, this run cannot go on to the same bits: no checkpoint keeps %s", ", ".join(left_out))

    def on_epoch_end(self, epoch, logs=None):
        over = self.model.stop_training or epoch + 1 == self.params["epochs"]
        if not self.folder or not over and time.monotonic() - self.last < self.seconds:
            return
        self.tell_left_out()
        callbacks, counted = self.counted.state()
        kind, keys, *rest = np.random.get_state()  # noqa: NPY002  the researcher's code may draw from it
        state = {
            "epoch": epoch + 1,
            "stopped": self.model.stop_training,
            "python": random.getstate(),
            "numpy": [kind, keys.tolist(), *rest],
            "callbacks": callbacks,
            "optimizers": [[v.path for v in private.own_trainable(optimizer)] for optimizer in optimizers(self.model)],
        }
        arrays = {f"variable/{i}": keras.ops.convert_to_numpy(v) for i, v in enumerate(variables(self.model))}
        arrays |= {f"generator/{i}": generator for i, generator in enumerate(backend.generators())}
        try:
            write(self.folder, state, self.rows[self.written :], arrays | counted)
            self.written, self.last = len(self.rows), time.monotonic()
        except OSError as error:
            self.written = 0  # what is on disk of the history may be torn
            if OSError not in self.said:
                log.warning("no checkpoint of epoch %s, the training goes on: %s", epoch + 1, error)
            self.said.add(OSError)

    def on_train_end(self, logs=None):
        # Keras' SwapEMAWeights lets a weight and its average share one array, which JAX deletes with the first of them.
        for optimizer in optimizers(self.model):
            for variable in optimizer.variables:
                variable.assign(keras.ops.copy(variable))


class Restore(keras.callbacks.Callback):
    """Restores the run's last whole checkpoint, if it has one, after `on_train_begin` of the callbacks that count.

    Args:
        run_dir: the run's folder.
        data: a samples.Data.
        plan: a batches.Plan; its batches go on where the stopped ones ended.
        counted: as for Checkpoint.
    """

    def __init__(self, run_dir, data, plan, counted):
        super().__init__()
        self.one = samples.take(data.train[0], slice(0, 1))
        self.state, self.rows, self.arrays = newest(run_dir / FOLDER) or ({"epoch": 0, "stopped": False}, [], {})
        self.counted = counted
        self.initial_epoch = plan.epochs if self.state["stopped"] else self.state["epoch"]
        self.batches, self.begun = plan.batches, False
        self.goes_on()

    def goes_on(self):
        """The next `fit` gets the batches after those of the last."""
        self.batches.first = int(self.rows[-1]["step"]) if self.rows else 0

    def on_train_end(self, logs=None):
        self.goes_on()

    def on_train_begin(self, logs=None):
        backend.draws()  # created here in every run, so that all count alike
        self.counted.begin()
        self.begun = True
        if not self.arrays:
            private.build_optimizer(self.model)
            return
        self.model(self.one, training=False)  # before its first call a subclassed network has no variables
        by_path = {variable.path: variable for variable in self.model.trainable_variables}
        for optimizer, paths in zip(optimizers(self.model), self.state["optimizers"], strict=True):
            if not optimizer.built:  # as with a train_step of the model's own
                optimizer.build([by_path[path] for path in paths])
        for i, variable in enumerate(variables(self.model)):
            saved = self.arrays[f"variable/{i}"]
            variable.assign(saved.view(keras.ops.convert_to_numpy(variable).dtype))  # NumPy's files know no bfloat16
        generators = [array for key, array in self.arrays.items() if key.startswith("generator/")]
        # Restored just before the first batch: PyTorch's loader draws when it begins.
        self.batches.before_next = lambda: backend.restore_generators(generators)
        random.setstate(as_tuples(self.state["python"]))
        np.random.set_state(as_tuples(self.state["numpy"]))  # noqa: NPY002
        self.counted.restore(self.state["callbacks"], self.arrays)
        self.arrays = {}  # a second `fit` goes on with what the network has then


def variables(model):
    """All variables that a step changes: the model's, its optimizers', and the counter of random draws without seed."""
    own = [variable for optimizer in optimizers(model) for variable in optimizer.variables]
    return [*model.variables, *own, backend.draws()]


def optimizers(model):
    return [model.optimizer, *backend.own_optimizers(model)]


def as_tuples(value):
    return tuple(map(as_tuples, value)) if isinstance(value, list) else value


def write(folder, state, rows, arrays):
    """Writes one checkpoint, whole or not at all, and removes all others but the last before it.

    Args:
        folder: where.
        state: plain numbers.
        rows: of the history since the last checkpoint of this process; at its first, all.
        arrays: {name: array}.
    """
    # By its last row a checkpoint knows its own history from that of a run which began again, of other code perhaps.
    content, state = io.BytesIO(), {**state, "format": FORMAT, "row": digest(rows[-1])}
    np.savez(content, state=np.frombuffer(json.dumps(state).encode(), np.uint8), **arrays)
    folder.mkdir(exist_ok=True)
    lines = "".join(json.dumps(row) + "\n" for row in rows).encode()
    if len(rows) == state["epoch"]:
        run_files.replace(folder / HISTORY, lines)
    else:
        with (folder / HISTORY).open("ab") as file:
            file.write(lines)
    name = f"{state['epoch']:07}-{record.sha(content.getbuffer())[:DIGITS]}.npz"
    run_files.replace(folder / name, content.getbuffer())
    others = [path for path in sorted(folder.glob("*.npz")) if path.name != name]
    before = [path for path in others if epoch_of(path) < state["epoch"]]
    for path in {*others} - {*before[-1:]}:  # later ones were found torn, and this run began again before them
        path.unlink()


def digest(row):
    return record.sha(json.dumps(row).encode())[:DIGITS]


def epoch_of(path):
    return int(path.stem.split("-")[0])


def newest(folder):
    """(state, rows, arrays) of the last checkpoint that is whole; None where there is none."""
    history = whole_rows(folder / HISTORY)
    for path in sorted(folder.glob("*.npz"), reverse=True):
        content, epoch = path.read_bytes(), epoch_of(path)
        if path.stem.endswith(record.sha(content)[:DIGITS]) and len(history) >= epoch:
            with np.load(io.BytesIO(content), allow_pickle=False) as file:
                arrays = dict(file)
            state = json.loads(arrays.pop("state").tobytes())
            why = "it is of another version of the template"
            if state.pop("format", 1) == FORMAT:
                if state.pop("row") == digest(history[epoch - 1]):
                    return state, history[:epoch], arrays
                why = f"{HISTORY} is not its own"
            log.warning("%s is not used: %s", path, why)
            continue
        torn = HISTORY if len(history) < epoch else "it"
        log.warning("%s is not used: %s is torn", path, torn)
    return None


def whole_rows(path):
    """The rows of a history before the first that is torn; none where there is no file, as in a run of an older
    template."""
    rows = []
    for line in path.read_bytes().splitlines() if path.exists() else ():
        try:
            rows.append(dict(json.loads(line)))
        except (ValueError, TypeError):
            break
    return rows


def remove(run_dir):
    """Removes the checkpoints of a run that is done, whose weights are on disk."""
    shutil.rmtree(run_dir / FOLDER, ignore_errors=True)
