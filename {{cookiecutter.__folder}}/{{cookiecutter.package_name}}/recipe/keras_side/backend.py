"""MACHINERY. All that depends on Keras' backend. What each does in a way of its own is in the module of its name, under
the same names in all three."""

import contextlib
import functools
import gc
import importlib
import logging
import os
import tempfile


@contextlib.contextmanager
def quiet():
    """Holds back what TensorFlow prints about itself while it is imported; errors still come as exceptions.

    Its lines are written by C++ before any logger exists: only the file descriptor itself can be held.
    """
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    kept = os.dup(2)
    with tempfile.TemporaryFile() as hold:
        os.dup2(hold.fileno(), 2)
        try:
            yield
        finally:
            os.dup2(kept, 2)
            os.close(kept)


# Of several operations at a time, the order in which they end decides the last digits of TensorFlow's embeddings, also
# where each is deterministic: 6 to 15 of 60 steps of a network with attention had other ones.
os.environ.setdefault("TF_NUM_INTEROP_THREADS", "1")

with quiet():
    import keras
    import numpy as np

    from . import private

    own = importlib.import_module(f".{keras.backend.backend()}", __package__)

KERAS_DEFAULTS = {"floatx": "float32", "epsilon": 1e-7, "image_data_format": "channels_last"}
KERAS_SETTINGS = {name: getattr(keras.config, name)() for name in KERAS_DEFAULTS}
# What keras.json or the environment has set otherwise; what the project's code sets is seen in that.
SET_OTHERWISE = {name: value for name, value in KERAS_SETTINGS.items() if value != KERAS_DEFAULTS[name]}

gc.freeze()  # each network begins with a collection, which need not go through all that is imported

for name in ("tensorflow", "jax"):  # of each model that is traced, and of each device that is not there
    logging.getLogger(name).setLevel(logging.ERROR)

step, compiled_step, tested = own.step, own.compiled_step, own.tested
settle, symbolic = own.settle, own.symbolic
generators, restore_generators = own.generators, own.restore_generators
devices_for_batches = own.devices_for_batches
MOST_STEPS_PER_EXECUTION, WORKERS = own.MOST_STEPS_PER_EXECUTION, own.WORKERS


def start(seed, deterministic, distribution=None, precision=None):
    """A clean, seeded start: call it immediately before a model is built.

    Args:
        seed: of Python's, NumPy's and the backend's generators.
        deterministic: the same run twice gives the same digits. It cannot be taken back in this process.
        distribution: "data_parallel": each batch is divided among all devices; None.
        precision: the policy of layers that are given no dtype of their own, such as mixed_bfloat16; None: Keras' own.
    """
    if deterministic:
        own.deterministic()
    keras.utils.clear_session()  # layers are named as in a fresh process, and the policy is Keras' own again
    if precision and precision != keras.config.floatx():
        keras.config.set_dtype_policy(precision)
    with quiet():  # it asks TensorFlow too, where that is installed beside another backend
        keras.utils.set_random_seed(seed)
    own.distribute(distribution)


def hardware():
    """Devices and threads that the backend computes with; 0 threads: one a processor."""
    return {"backend": keras.backend.backend(), "devices": own.devices(), "threads": own.threads()}


def value_and_gradient(function, array):
    """A scalar function's value and its gradient, as NumPy.

    Args:
        function: from a tensor to a scalar tensor.
        array: Float["*a"], where to evaluate it.

    Returns:
        A float and Float["*a"].
    """
    value, (gradient,) = own.gradients(lambda leaves: function(leaves[0]), [keras.ops.convert_to_tensor(array)], [])
    return number(value), keras.ops.convert_to_numpy(gradient)


def slopes(model, inputs):
    """Gradients of all predictions, each times a random number of its own so that none cancels another, as NumPy.

    Returns:
        Two lists, with respect to each leaf of the inputs and to each trainable variable; None for integers.
    """
    leaves = [keras.ops.convert_to_tensor(leaf) for leaf in keras.tree.flatten(inputs)]

    def mixed(leaves):
        rng, total = np.random.default_rng(0), 0.0
        for part in keras.tree.flatten(model(keras.tree.pack_sequence_as(inputs, leaves), training=False)):
            weights = keras.ops.convert_to_tensor(rng.normal(size=tuple(part.shape)).astype("float32"))
            total += keras.ops.sum(weights * keras.ops.cast(part, "float32"))
        return total

    _, found = own.gradients(mixed, leaves, model.trainable_variables)
    found = [None if slope is None else keras.ops.convert_to_numpy(slope) for slope in found]
    return found[: len(leaves)], found[len(leaves) :]


def gradients(model, batch):
    """The gradients that the model's own train_step would apply to a batch, as NumPy; nothing is changed by it.

    Returns:
        {path of a variable: its gradient}; empty where the step applies none through `optimizer.apply`.
    """
    return dry_step(model, batch)[1]


def dry_step(model, batch):
    """What the model's own train_step would report of a batch and apply; nothing is changed by it.

    Args:
        model: compiled; with any train_step.
        batch: (inputs,) or (inputs, targets).

    Returns:
        {name: figure} in training mode, and {path of a variable: its gradient} as for `gradients`.
    """
    with overheard(model, lambda *_: None) as gradients:
        model.reset_metrics()  # else the figures are means with what came before
        reported = step(model, batch)
        figures = {name: number(f) for name, f in reported.items() if not isinstance(f, dict)}  # Keras nests metrics
    return figures, gradients


def step_and_back(model, batch):
    """One step of the model's own train_step on a batch, taken back again.

    Returns:
        {path of a variable: its gradient}, empty where the step applies none through `optimizer.apply`, and {path of a
        trainable variable: what the step added to it}. Both empty before a training has begun where the model has
        optimizers of its own: what the step makes in them could not be taken back.
    """
    if not all(optimizer.built for optimizer in own_optimizers(model)):
        return {}, {}
    model.optimizer.build(model.trainable_variables)  # else what the step leaves in it would stay there
    with overheard(model, model.optimizer.apply) as gradients:
        before = [variable.numpy() for variable in model.trainable_variables]
        step(model, batch)
        added = {v.path: v.numpy() - old for v, old in zip(model.trainable_variables, before, strict=True)}
    return gradients, added


@contextlib.contextmanager
def overheard(model, apply):
    """Gathers the gradients that a train_step hands to the optimizer, by path; puts every variable back at the end.

    The patch: the `apply` of the optimizer, in whose place this one stands; and none are accumulated meanwhile.
    """
    gradients = {}

    def listening(grads, trainable_variables=None):
        variables, numpy = trainable_variables or model.trainable_variables, keras.ops.convert_to_numpy
        scale = number(model.optimizer.scale_loss(1.0))  # of the loss, and so of its gradients, under mixed_float16
        found = {v.path: numpy(g) for v, g in zip(variables, grads, strict=True) if g is not None}
        gradients.update({path: gradient / scale if scale != 1 else gradient for path, gradient in found.items()})
        return apply(grads, trainable_variables)

    with unchanged(model), private.each_step_updates(model.optimizer):
        model.optimizer.apply = listening
        try:
            yield gradients
        finally:
            del model.optimizer.apply


@contextlib.contextmanager
def unchanged(model):
    """Puts every variable of a model and its optimizers back at the end, and what draws."""
    optimizers = (model.optimizer, *own_optimizers(model))
    variables = (*model.variables, *(variable for optimizer in optimizers for variable in optimizer.variables))
    kept, states = [(variable, keras.ops.copy(variable)) for variable in variables], own.generators()
    try:
        yield
    finally:
        own.restore_generators(states)
        for variable, value in kept:
            variable.assign(value)


def own_optimizers(model):
    """Optimizers that a model with a train_step of its own holds beside the compiled one."""
    held = (value for value in vars(model).values() if isinstance(value, keras.optimizers.Optimizer))
    return [optimizer for optimizer in held if optimizer is not model.optimizer]


def draws():
    """The counter of those random draws that have no seed of their own; begun here where none has been made yet.

    Private: the generator that Keras keeps for them.
    """
    return keras.src.random.seed_generator.global_seed_generator().state


def fresh(tensor):
    """A copy with its mask, but without what Keras remembers of it. Private: how it keeps a mask.

    On the output of a softmax or sigmoid Keras on TensorFlow leaves the logits, and a loss silently prefers them: what
    it answers is then not the loss of the prediction.
    """
    masking = keras.src.backend.common.masking
    copy = keras.ops.convert_to_tensor(keras.ops.convert_to_numpy(tensor))
    masking.set_keras_mask(copy, masking.get_keras_mask(tensor))
    return copy


def with_mask_of(tensor, other):
    """A tensor, with the mask that another one has. Private: as in `fresh`."""
    masking = keras.src.backend.common.masking
    if (mask := masking.get_keras_mask(other)) is not None:
        masking.set_keras_mask(tensor, mask)
    return tensor


def number(tensor):
    """A tensor of one number as a float, whatever gradient hangs on it."""
    if getattr(tensor, "dtype", None) is not None and keras.backend.standardize_dtype(tensor.dtype) == "bfloat16":
        tensor = keras.ops.cast(tensor, "float32")  # TensorFlow makes no array of a single bfloat16
    return float(keras.ops.convert_to_numpy(tensor))


def tensors(nest):
    """A nest of arrays as tensors; None stays None."""
    return None if nest is None else keras.tree.map_structure(keras.ops.convert_to_tensor, nest)


def batch(split):
    """(inputs, targets), or (inputs,) where there are no targets, as a train_step gets them."""
    return tuple(tensors(part) for part in split if part is not None)


def told(value, function):
    """The same tensor; `function` gets its value as an array each time that it is computed, in compiled code too.

    In a functional model by Keras' own Identity, so that a saved one can be read without the machinery. The patch: its
    `call`.
    """
    if isinstance(value, keras.KerasTensor):
        kind = {"dtype": value.dtype} if "float" in value.dtype else {}  # else it would cast it to the policy's own
        identity = keras.layers.Identity(**kind)
        identity.call = lambda inputs: told(inputs, function)
        return identity(value)
    own.tell(value, function)
    return value


@functools.lru_cache(maxsize=2)
def inference(model):
    """The model in inference mode as one fast function: a recurrent one takes seconds step by step."""
    compiled = own.inference(model)

    def call(inputs):
        answers = compiled(inputs)
        private.forget_losses(model)  # of a traced call they have no value
        return answers

    return call
