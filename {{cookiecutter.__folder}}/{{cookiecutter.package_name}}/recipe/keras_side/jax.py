"""MACHINERY. What JAX does in a way of its own; see backend/__init__.py.

Its steps are pure functions: the variables' values go in, and come out anew.
"""

import os

import jax
import keras
import numpy as np

MOST_STEPS_PER_EXECUTION = 50
WORKERS = 1  # Keras would build the network from the first of the batches read ahead, and lose it


def deterministic():
    """On a processor nothing else is done anyway; a GPU is told so before JAX first reaches for it."""
    flag = "--xla_gpu_deterministic_ops=true"
    if flag not in os.environ.get("XLA_FLAGS", ""):
        os.environ["XLA_FLAGS"] = f"{os.environ.get('XLA_FLAGS', '')} {flag}".strip()


def generators():
    """None: Keras draws by counters that are variables."""
    return []


def restore_generators(states):
    pass


def devices():
    return [str(device) for device in jax.devices()]


def devices_for_batches():
    """The number of devices among which `distribute` divides a batch."""
    return len(jax.devices())


def distribute(distribution):
    keras.distribution.set_distribution(keras.distribution.DataParallel() if distribution else None)


def threads():
    return int(os.environ.get("NPROC", 0))


def gradients(function, leaves, variables):
    """A scalar function of tensors: its value, and its gradient with respect to each leaf and each variable.

    Returns:
        The value and a list; None for integers, zeros where nothing connects.
    """

    def pure(sources):
        with Scope(state_mapping=list(zip(variables, sources[len(leaves) :], strict=True))):
            return function(sources[: len(leaves)])

    sources = [*leaves, *(variable.value for variable in variables)]
    value, found = jax.value_and_grad(pure, allow_int=True)(sources)
    return value, [None if slope.dtype == jax.dtypes.float0 else slope for slope in found]


class Scope(keras.StatelessScope):
    """Keeps what is assigned inside it from the variables; one that is not named has its own value there."""

    def get_current_value(self, variable):
        value = super().get_current_value(variable)
        return variable._value if value is None else value


def step(model, batch):
    """One step of the model's own train_step, eagerly; returns what it reports."""
    return stepped(model, model.train_step, batch)


def compiled_step(model):
    """The same as one compiled function of a batch, of the model as it is now."""
    compiled = jax.jit(lambda state, batch: model.train_step(state, batch))  # JAX would know a method from before
    return lambda batch: stepped(model, compiled, batch)


def stepped(model, train_step, batch):
    model._symbolic_build(data_batch=batch)  # as `fit` does: metrics and optimizer have their variables then
    return assigned(of_a_step(model), lambda values: train_step(values, batch))


def tested(model, batch):
    """What the model's own test_step reports of a batch, compiled once and kept with the model."""
    model._symbolic_build(data_batch=batch)  # as `evaluate` does
    model.make_test_function()
    variables = model.trainable_variables, model.non_trainable_variables, model.metrics_variables
    return assigned(variables, lambda values: model.test_function(values, iter([batch])))


def assigned(variables, pure):
    """What a pure function of groups of variables' values reports; the values that it returns are assigned to them."""
    reported, state = pure([[v.value for v in group] for group in variables])
    for group, values in zip(variables, state, strict=True):
        for variable, value in zip(group, values, strict=True):
            variable.assign(value)
    return reported


def of_a_step(model):
    """The variables that a train_step gets and returns the values of, in groups."""
    trainer = model.trainable_variables, model.non_trainable_variables
    return *trainer, model.optimizer.variables, model.metrics_variables


def inference(model):
    @jax.jit
    def pure(values, inputs):
        with Scope(state_mapping=list(zip(model.variables, values, strict=True))):
            return model(inputs, training=False)

    def call(inputs):
        if not model.built:
            model(inputs, training=False)
        return pure([variable.value for variable in model.variables], inputs)

    return call


def tell(value, function):
    if symbolic(value):
        jax.debug.callback(lambda array: function(np.asarray(array)), value)
    else:
        function(np.asarray(value))


def settle():
    """Waits until all that was told has arrived."""
    jax.effects_barrier()


def symbolic(tensor):
    """Whether a tensor stands for values instead of having them, as in what is traced."""
    return isinstance(tensor, jax.core.Tracer)
