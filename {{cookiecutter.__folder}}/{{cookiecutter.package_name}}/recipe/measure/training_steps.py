"""MACHINERY. Trains a fresh network for some steps on made-up samples: which weights move, and why others do not."""

import contextlib
import functools

import keras
import numpy as np
from keras import layers, ops, tree

from ..keras_side import backend, private
from ..prepare import network
from . import heads, perturb
from .constant import asks_only_predictions, penalty

UPDATES = 30  # within which every kernel moves: behind a zero head or gate it takes two or three
COPIED = 300  # within which a train_step of the model's own copies weights into a frozen network, where it ever does
SAMPLES = 32
WEIGHTED = (layers.Dense, layers.EinsumDense, layers.RNN, layers.Conv1D, layers.Conv2D, layers.Conv3D, layers.Embedding)


class Training:
    """Some steps of the model's own train_step, with Adam instead of the configured optimizer: whether a weight can be
    reached is asked, not how fast; a warm-up, a tiny learning rate or clipping are judged by later rungs.

    Args:
        model: newly compiled.
        program: the program.Program.
        number: samples in the batch.
        some: (inputs, targets) of the data; made up where they are not given.

    Attributes:
        kernels: variables of rank 2 or more, of frozen layers too; not what a layer keeps untrained by design.
        still: those of them that have not moved.
        finite: whether all of them are still finite.
        stuck: the name of what only training mode changes (moving statistics, a seed of dropout), if none of it has.
        ignores_penalties: whether layers ask for penalties that the model's own train_step leaves out.
        uncalled: names of layers with weights that neither a prediction nor a training step has ever called.
    """

    def __init__(self, model, program, number, some=None):
        self.model, self.program = model, program
        self.inputs = some[0] if some else program.random_inputs(model, number)
        batch = backend.batch(some) if some else made_up(model, program, self.inputs)
        model(backend.tensors(self.inputs), training=False)  # a subclassed model has no weights before
        if not isinstance(model.optimizer, keras.optimizers.LossScaleOptimizer):
            model.optimizer = keras.optimizers.Adam(1e-3)
        private.inner(model.optimizer).gradient_accumulation_steps = None  # each of the few steps is an update
        self.kernels = [v for v in private.trainable_of(model) if len(v.shape) > 1]
        self.ignores_penalties = ignores_penalties(model, self.inputs, batch)
        names, states = training_states(model)
        start, drawn = arrays(self.kernels), arrays(states)
        compiled = backend.compiled_step(model)
        for step in range(COPIED if heads.own_step(model) else UPDATES):
            # Most networks are through after two steps; only then it pays to compile.
            compiled(batch) if step >= 3 else backend.step(model, batch)
            now = arrays(self.kernels)
            self.still = [v for v, a, b in zip(self.kernels, now, start, strict=True) if np.array_equal(a, b)]
            if not self.still or step + 1 == UPDATES and not self.copies():
                break
        self.finite = all(np.isfinite(value).all() for value in now)
        self.stuck = names[0] if names and all(map(np.array_equal, arrays(states), drawn)) else ""
        every = private.layers_of(model)
        self.uncalled = [layer.name for layer in every if isinstance(layer, WEIGHTED) and not layer.built]

    @property
    def places(self):
        """Of those that are still, among all kernels."""
        still = {id(kernel) for kernel in self.still}
        return {place for place, kernel in enumerate(self.kernels) if id(kernel) in still}

    def copies(self):
        """Whether all that is still may be copied into later: it is frozen, at numbers that were drawn."""
        return not any(v.trainable for v in self.still) and bool(self.drawn(self.still))

    @functools.cached_property
    def sloped(self):
        """ids of the variables that predictions have a gradient with respect to, whatever the weights."""
        with perturb.stirred(self.model, seed=0):
            slopes = backend.slopes(self.model, self.inputs)[1]
        found = zip(self.model.trainable_variables, slopes, strict=True)
        return {id(variable) for variable, slope in found if slope is not None and slope.any()}

    @functools.cached_property
    def deaf(self):
        """Whether the loss of the made-up targets stays the same whatever is predicted."""
        inputs, *targets = made_up(self.model, self.program, self.inputs)
        if not targets or not asks_only_predictions(self.model):
            return False
        right, rng = self.model(inputs, training=False), np.random.default_rng(2)
        other = tree.map_structure(lambda part: part + rng.normal(size=part.shape).astype("float32"), right)
        losses = [backend.number(ops.sum(self.model.compute_loss(y=targets[0], y_pred=p))) for p in (right, other)]
        return losses[0] == losses[1]

    def touches(self, kernel):
        """Whether a kernel, drawn anew, changes a prediction."""
        before, value = perturb.predict(self.model, self.inputs), ops.convert_to_numpy(kernel)
        kernel.assign(value + np.random.default_rng(3).normal(size=value.shape).astype(value.dtype))
        after = perturb.predict(self.model, self.inputs)
        kernel.assign(value)
        return perturb.gap(after, before) > 0

    def drawn(self, kernels):
        """Those of these kernels to which another seed gives other numbers: nothing was loaded into them, nor copied
        from a kernel that is trained, as into a target network."""
        model = network.build(self.program.changed(("seed", self.program.cfg.seed + 1)))
        model(backend.tensors(self.inputs), training=False)
        others = {v.path: ops.convert_to_numpy(v) for v in model.variables}
        learnt = [others[v.path] for v in model.trainable_variables]
        found = [(v, others.get(v.path, ops.convert_to_numpy(v))) for v in kernels]
        return [v for v, other in found if not any(np.array_equal(other, known) for known in (v, *learnt))]


def training_states(model):
    """Names and variables of what only training changes: moving statistics, and what dropout draws from. A Dropout has
    no path that tells it from another one."""
    found = {}
    for layer in private.layers_of(model):
        if isinstance(layer, layers.BatchNormalization) and layer.built and layer.trainable:
            found[id(layer)] = layer.moving_mean.path, layer.moving_mean
        if isinstance(layer, layers.Dropout) and layer.rate > 0:
            found[id(layer)] = f"{layer.name}/seed", layer.seed_generator.state
    return [name for name, _ in found.values()], [variable for _, variable in found.values()]


def ignores_penalties(model, inputs, batch):
    """Whether a train_step of the model's own has the same gradients without what its layers add to the loss: the
    weights' penalties, or what a call adds (add_loss).

    Takes the weights' penalties off for good: they would move a kernel that no gradient of the loss reaches.
    """
    own = heads.own_step(model)
    penalized = [v.path for v in model.trainable_variables if own and v.regularizer and ops.any(v.regularizer(v))]
    asked = backend.gradients(model, batch) if penalized else {}
    for variable in model.variables:
        variable.regularizer = None
    left = backend.gradients(model, batch) if asked else {}
    if same(asked, left, [path for path in penalized if path in asked]):
        return True
    if not own:
        return False
    with backend.unchanged(model):
        model(backend.tensors(inputs), training=True)
        if not penalty(model):
            return False
    asked = backend.gradients(model, batch)
    with private.nothing_added(model):
        return same(asked, backend.gradients(model, batch), asked)


def same(gradients, others, paths):
    """Whether there are paths, and the gradients of each are equal."""
    return bool(paths) and all(np.array_equal(gradients[path], others.get(path)) for path in paths)


def made_up(model, program, inputs):
    """A batch as train_step gets it, with targets made from their declarations: any class or label, values in 0 … 1."""
    number, rng = len(tree.flatten(inputs)[0]), np.random.default_rng(1)
    # A loss of predictions alone, such as a flow's likelihood, still has a y_true in Keras' compiled loss.
    stand_in = asks_only_predictions(model)

    def one(target):
        shape = (number, *target.sizes)
        if target.kind == "none":
            return ops.zeros(shape, target.dtype) if stand_in else None
        if target.kind == "classes" and heads.one_hot(target):
            made = np.eye(target.classes)[rng.integers(0, target.classes, shape[:-1])]
        elif target.kind == "values":
            made = rng.random(shape)
        else:
            made = rng.integers(0, target.classes if target.kind == "classes" and target.classes else 2, shape)
        return ops.convert_to_tensor(made.astype(target.dtype))

    return backend.batch((inputs, tree.map_structure(one, program.targets)))


def arrays(variables):
    return [ops.convert_to_numpy(variable) for variable in variables]


def asks_loss(model, program, inputs):
    """Whether the train_step of a newly compiled model asks the configured loss, through `compute_loss` or by name."""
    model(backend.tensors(inputs), training=False)
    # Its crash comes again, where it belongs.
    with private.asked_for_loss(model) as asked, contextlib.suppress(Exception):
        backend.step(model, made_up(model, program, inputs))
    return bool(asked)
