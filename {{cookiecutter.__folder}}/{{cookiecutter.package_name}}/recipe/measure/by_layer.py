"""MACHINERY. The state of a network on one batch: its layers, dead units, gradients, and units that are all alike."""

import functools

import keras
import numpy as np
from keras import ops

from ..keras_side import backend, private
from . import layer_calls

RECTIFIERS = ("relu", "relu6")  # what answers exactly 0, and then passes no gradient
UPDATES = 20  # after which a state that only the start has is gone: a zero head, a warm-up
FIRST = 10  # updates, in which a training shows the size of its steps


class Inside:
    """What happens inside a network.

    Args:
        model: compiled and built.
        batch: (inputs, targets) as arrays, or (inputs, None).
        batches: a batches.Batches, to see what a few updates change.
    """

    def __init__(self, model, batch, batches):
        self.model, self.batches = model, batches
        self.batch = backend.batch(batch)

    @functools.cached_property
    def calls(self):
        """{name of a layer: its last call that answered one array}, in the order of the calls."""
        calls, _ = layer_calls.calls(self.model, self.batch[0])
        return {call.layer.name: call for call in calls if len(call.outputs) == 1}

    @functools.cached_property
    def outputs(self):
        """{name of a layer: Float["b …"], its answer to the batch}."""
        return {name: ops.convert_to_numpy(call.outputs[0]) for name, call in self.calls.items()}

    @functools.cached_property
    def dead(self):
        """{name of a rectifying layer: share of its units that are 0 on the whole batch}."""
        return dead_units(self.calls, self.outputs)

    @property
    def simplex(self):
        """Layers with an activation whose units sum to 1, other than the output: they compete instead of combining."""
        hidden = [name for name in list(self.calls)[:-1] if getattr(self.calls[name].layer, "activation", None)]
        return [name for name in hidden if np.allclose(self.outputs[name].sum(-1), 1, atol=1e-3)]

    @functools.cached_property
    def entering(self):
        """(name of the first layer with a kernel, what enters it); after Rescaling and normalizations."""
        for name, call in self.calls.items():
            if call.kernel and call.inputs and not isinstance(call.layer, keras.layers.Embedding):
                return name, ops.convert_to_numpy(call.inputs[0])
        return None, np.zeros(1)

    @functools.cached_property
    def kernels(self):
        return kernels(self.model)

    @functools.cached_property
    def gradients(self):
        """{path: gradient} as the model's own train_step applies them."""
        return backend.gradients(self.model, self.batch)

    def gradient_ratio(self, small):
        """Norm of the first kernel's gradient to that of the last; None where one has none, or it is 0 at the start.

        Args:
            small: below it one looks again after a few updates: behind a head that starts near zero it grows.
        """
        now = ratio(self.gradients, list(self.kernels))
        if now is None or now >= small:
            return now
        return max(now, ratio(self.later[1], list(self.kernels)) or now)

    @functools.cached_property
    def alike(self):
        """Kernels all of whose units have the same weights, at the start and after a few updates too."""
        start = [path for path, kernel in self.kernels.items() if same_units(kernel)]
        return [path for path in start if same_units(self.later[0][path])]

    @functools.cached_property
    def later(self):
        """Kernels and gradients after a few updates; the network is left as it was."""
        self.model.optimizer.build(self.model.trainable_variables)
        with backend.unchanged(self.model):
            for i in range(UPDATES):
                update(self.model, self.batches[i])
            return kernels(self.model), backend.gradients(self.model, self.batch)


class FirstUpdates:
    """The first steps of a training as it is configured.

    Attributes:
        optimizer: the optimizer.
        rates: its learning rate at 101 steps from the first to the last; empty where it is constant.
        gradient: all first gradients in one row.
        ratios: of each step, its norm over that of the weights: the median over the kernels. A kernel that starts at
            zero is left out, since its norm is that of the steps. Where the learning rate rises later, ratios are as
            they will be at its peak.

    Args:
        model: compiled and built; the steps are made in it.
        batches: a batches.Batches.
        steps: of the whole training.
    """

    def __init__(self, model, batches, steps):
        model.optimizer.build(model.trainable_variables)
        self.optimizer = private.inner(model.optimizer)
        self.rates = course(self.optimizer, steps)
        self.gradient = gradient(model, batches[0])
        first = max(rates(self.optimizer, range(FIRST)), default=0)
        climb = max(self.rates) / first if first else 1
        started = [path for path, kernel in kernels(model).items() if kernel.any()]
        self.ratios = [climb * self.step(model, batches[i], started) for i in range(FIRST if started else 0)]

    def step(self, model, batch, paths):
        before = kernels(model)
        update(model, batch)
        after = kernels(model)
        norms = ((np.linalg.norm(after[path] - before[path]), np.linalg.norm(before[path])) for path in paths)
        return float(np.median([step / (weights or 1) for step, weights in norms]))

    @property
    def usual(self):
        """The median ratio; 0 where no kernel tells one."""
        return float(np.median(self.ratios or [0]))

    @property
    def largest(self):
        """The largest ratio; 0 where no kernel tells one."""
        return float(np.nanmax([*self.ratios, 0]))


def update(model, batch):
    """One update by the model's own train_step, which train_on_batch would hand three parts instead of two."""
    with private.each_step_updates(model.optimizer):
        backend.step(model, backend.batch(batch))


def gradient(model, batch):
    """All gradients of a batch in one row."""
    parts = backend.gradients(model, backend.batch(batch)).values()
    return np.concatenate([part.ravel() for part in parts] or [np.zeros(1)])


def course(optimizer, steps):
    """The learning rate at 101 steps from the first to the last; empty where it is constant."""
    return rates(optimizer, np.linspace(0, steps - 1, 101))


def rates(optimizer, steps):
    """The learning rate at each of these steps; empty where it is constant."""
    schedule = private.schedule(optimizer)
    return [float(schedule(float(step))) for step in steps] if schedule else []


def dead_units(calls, outputs):
    """{name of a rectifying layer: share of its units that are 0 on the whole batch}."""
    rectified = {name: output for name, output in outputs.items() if rectifies(calls[name].layer)}
    return {
        name: float(np.mean(~np.any(output.reshape(-1, output.shape[-1]), axis=0)))
        for name, output in rectified.items()
    }


def rectifies(layer):
    activation = getattr(layer, "activation", None)
    return isinstance(layer, keras.layers.ReLU) or getattr(activation, "__name__", "") in RECTIFIERS


def kernels(model):
    """{path: trainable kernel}, in the order of the layers; all matrices where none is called a kernel."""
    matrices = {v.path: ops.convert_to_numpy(v) for v in model.trainable_variables if len(v.shape) > 1}
    return {path: kernel for path, kernel in matrices.items() if path.endswith("kernel")} or matrices


def ratio(gradients, paths):
    if len(paths) < 2:
        return None
    first, last = (np.linalg.norm(gradients.get(path, np.zeros(1))) for path in (paths[0], paths[-1]))
    return float(first / last) if first and last else None


def same_units(kernel):
    return kernel.shape[-1] > 1 and float(np.ptp(kernel.astype("float32"), axis=-1).max()) < 1e-7
