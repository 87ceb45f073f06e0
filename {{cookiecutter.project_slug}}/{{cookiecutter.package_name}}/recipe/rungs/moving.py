"""MACHINERY. Trains a fresh network for some steps on made-up samples: which weights move, and why others do not."""

import contextlib
import functools
from dataclasses import dataclass

import keras
import numpy as np
from keras import layers, ops, tree

from .. import backend
from . import heads, reach

UPDATES = 30  # within which every kernel moves: behind a zero head or gate it takes two or three
SAMPLES = 32
WEIGHTED = (layers.Dense, layers.EinsumDense, layers.RNN, layers.Conv1D, layers.Conv2D, layers.Conv3D, layers.Embedding)


@dataclass(frozen=True)
class Still:
    """A kernel that has not moved, and what else is known of it.

    `equal`: all its numbers are the same. `touches`: drawn anew, it changes a prediction. `sloped`: predictions have a
    gradient with respect to it. `random`: another seed gives other numbers, so nothing was loaded into it.
    """

    path: str
    frozen: bool
    equal: bool
    touches: bool
    sloped: bool
    random: bool


class Training:
    """Some steps of the model's own train_step, with Adam instead of the configured optimizer: whether a weight can be
    reached is asked, not how fast; a warm-up, a tiny learning rate or clipping are judged by later rungs.

    Args:
        model: newly compiled.
        program: the program.Program.
        number: samples in the batch.
    """

    def __init__(self, model, program, number=SAMPLES):
        self.model, self.program = model, program
        self.inputs = program.random_inputs(number)
        targets = made_up(program.targets, number)
        batch = (self.inputs,) if targets is None else (self.inputs, targets)
        model(reach.tensors(self.inputs), training=False)  # a subclassed model has no weights before
        if not isinstance(model.optimizer, keras.optimizers.LossScaleOptimizer):
            model.optimizer = keras.optimizers.Adam(1e-3)
        kernels, states = self.kernels, self.states
        start, drawn = numpy(kernels), numpy(states)
        tensors = tree.map_structure(ops.convert_to_tensor, batch)
        compiled = backend.compiled_step(model)
        with without_penalties(kernels.values()):  # they would move a kernel that no gradient of the loss reaches
            for step in range(UPDATES):
                # Most networks are through after two steps; only then it pays to compile.
                (model.train_step if step < 3 else compiled)(tensors)
                now = numpy(kernels)
                if all(changed(now[path], start[path]) for path in start):
                    break
        self.finite = all(np.isfinite(value).all() for value in now.values())
        self.unmoved = [kernel for path, kernel in kernels.items() if not changed(now[path], start[path])]
        self.state_moved = {path: changed(numpy(states)[path], drawn[path]) for path in states}
        self.batch = tensors

    @property
    def kernels(self):
        """{path: variable} of rank 2 or more, of frozen layers too; not what a layer keeps untrained by design."""
        owners = self.model._flatten_layers(include_self=True)
        return {v.path: v for layer in owners for v in layer._trainable_variables if len(v.shape) > 1}

    @property
    def states(self):
        """{path: variable} of what only training changes: moving statistics, and what dropout draws from."""
        found = {}
        for layer in self.model._flatten_layers(include_self=False):
            if isinstance(layer, layers.BatchNormalization) and layer.built and layer.trainable:
                found[layer.moving_mean.path] = layer.moving_mean
            if isinstance(layer, layers.Dropout) and layer.rate > 0:
                found[f"{layer.path}/seed"] = layer.seed_generator.state
        return found

    @functools.cached_property
    def uncalled(self):
        """Names of layers with weights that neither a prediction nor a training step has ever called."""
        every = self.model._flatten_layers(include_self=False)
        return [layer.name for layer in every if isinstance(layer, WEIGHTED) and not layer.built]

    @functools.cached_property
    def still(self):
        """[Still] of the kernels that have not moved."""
        if not self.unmoved:
            return []
        slopes = {}
        with reach.stirred(self.model, seed=0):
            slopes = backend.weight_gradients(self.model, self.inputs)
        return [self.explained(kernel, slopes) for kernel in self.unmoved]

    def explained(self, kernel, slopes):
        value = ops.convert_to_numpy(kernel)
        before = reach.predict(self.model, self.inputs)
        kernel.assign(value + np.random.default_rng(3).normal(size=value.shape).astype(value.dtype))
        touches = reach.moved(reach.predict(self.model, self.inputs), before) > 0
        kernel.assign(value)
        return Still(
            kernel.path,
            frozen=not kernel.trainable,
            equal=float(np.ptp(value)) == 0,
            touches=touches,
            sloped=bool(np.any(slopes.get(kernel.path, 0))),
            random=kernel.trainable or changed(value, self.another.get(kernel.path, value)),
        )

    @functools.cached_property
    def another(self):
        """The kernels that another seed starts with."""
        model = self.program.built(self.program.changed(("seed", self.program.cfg.seed + 1)))
        model(reach.tensors(self.inputs), training=False)
        return {v.path: ops.convert_to_numpy(v) for v in model.variables}

    @functools.cached_property
    def penalties_ignored(self):
        """Whether layers ask for penalties that the model's own train_step leaves out; None where nothing is asked."""
        regularized = [v for v in self.model.trainable_variables if v.regularizer is not None]
        if not regularized or not heads.own_step(self.model):
            return None
        with_penalty = backend.gradients(self.model, self.batch)
        with without_penalties(regularized):
            without = backend.gradients(self.model, self.batch)
        if not with_penalty:
            return None
        return not any(
            changed(with_penalty[v.path], without.get(v.path)) for v in regularized if v.path in with_penalty
        )


@contextlib.contextmanager
def without_penalties(variables):
    kept = [(variable, variable.regularizer) for variable in variables]
    try:
        for variable, _ in kept:
            variable.regularizer = None
        yield
    finally:
        for variable, regularizer in kept:
            variable.regularizer = regularizer


def made_up(declared, number):
    """Targets made from the declarations: any class, any labels, values in 0 … 1; None where none are declared."""
    rng = np.random.default_rng(1)

    def one(target):
        if isinstance(target, dict):
            return {name: one(branch) for name, branch in target.items()}
        if isinstance(target, list | tuple):
            return [one(branch) for branch in target]
        if target.kind == "none":
            return None
        shape = (number, *target.shape)
        if target.kind == "classes" and heads.one_hot(target):
            return np.eye(target.classes, dtype=target.dtype)[rng.integers(0, target.classes, shape[:-1])]
        if target.kind == "classes":
            return rng.integers(0, target.classes or 2, shape).astype(target.dtype)
        if target.kind == "multilabel":
            return rng.integers(0, 2, shape).astype(target.dtype)
        return rng.random(shape).astype(target.dtype)

    return one(declared)


def numpy(variables):
    return {path: ops.convert_to_numpy(variable) for path, variable in variables.items()}


def changed(one, other):
    return not np.array_equal(one, other)


def asks_loss(model, program, inputs):
    """Whether a train_step of one's own asks the configured loss, through `compute_loss` or by its name.

    Args:
        model: newly compiled.
        program: the program.Program.
        inputs: a batch.
    """
    asked = []
    compute_loss, wanted = model.compute_loss, made_up(program.targets, len(tree.flatten(inputs)[0]))

    def listening(*args, **kwargs):
        asked.append(True)
        return compute_loss(*args, **kwargs)

    model(reach.tensors(inputs), training=False)
    model.compute_loss = listening
    batch = (inputs,) if wanted is None else (inputs, wanted)
    with contextlib.suppress(Exception):  # its crash comes again, where it belongs
        model.train_step(tree.map_structure(ops.convert_to_tensor, batch))
    return bool(asked)
