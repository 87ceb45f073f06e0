"""MACHINERY. All that depends on Keras' backend: silence, determinism, gradients. Written for TensorFlow."""

import contextlib
import functools
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


with quiet():
    import keras
    import tensorflow as tf

    tf.config.list_physical_devices()  # the first listing prints too
    logging.getLogger("tensorflow").setLevel(logging.ERROR)  # a sweep builds many models, and each is traced


def start(seed, deterministic):
    """A clean, seeded start: call it immediately before a model is built.

    Args:
        seed: of Python's, NumPy's and the backend's generators.
        deterministic: the same run twice gives the same digits. It cannot be taken back in this process.
    """
    keras.utils.clear_session()  # layers are named as in a fresh process
    keras.utils.set_random_seed(seed)
    if deterministic:
        tf.config.experimental.enable_op_determinism()


def hardware():
    """Devices and threads that the backend computes with; 0 threads: as many as it likes."""
    config = tf.config
    return {
        "backend": keras.backend.backend(),
        "devices": [device.name for device in config.list_physical_devices()],
        "threads": [
            config.threading.get_intra_op_parallelism_threads(),
            config.threading.get_inter_op_parallelism_threads(),
        ],
    }


def value_and_gradient(function, array):
    """A scalar function's value and its gradient, as NumPy.

    Args:
        function: from a tensor to a scalar tensor.
        array: Float["*a"], where to evaluate it.

    Returns:
        A float and Float["*a"].
    """
    x = tf.convert_to_tensor(array)
    with tf.GradientTape() as tape:
        tape.watch(x)
        value = function(x)
    return float(value), tape.gradient(value, x, unconnected_gradients="zero").numpy()


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
        reported = model.train_step(batch)
        figures = {name: float(f) for name, f in reported.items() if not isinstance(f, dict)}  # Keras nests metrics
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
        model.train_step(batch)
        added = {v.path: v.numpy() - old for v, old in zip(model.trainable_variables, before, strict=True)}
    return gradients, added


@contextlib.contextmanager
def overheard(model, apply):
    """Gathers the gradients that a train_step hands to the optimizer, by path, while `apply` stands in for its own;
    puts every variable back at the end."""
    gradients = {}

    def listening(grads, trainable_variables=None):
        variables = trainable_variables or model.trainable_variables
        gradients.update({v.path: dense(g) for v, g in zip(variables, grads, strict=True) if g is not None})
        return apply(grads, trainable_variables)

    with unchanged(model):
        model.optimizer.apply = listening
        try:
            yield gradients
        finally:
            del model.optimizer.apply


@contextlib.contextmanager
def unchanged(model):
    """Puts every variable of a model and its optimizers back at the end."""
    optimizers = (model.optimizer, *own_optimizers(model))
    variables = (*model.variables, *(variable for optimizer in optimizers for variable in optimizer.variables))
    kept = [(variable, keras.ops.copy(variable)) for variable in variables]
    try:
        yield
    finally:
        for variable, value in kept:
            variable.assign(value)


def own_optimizers(model):
    """Optimizers that a model with a train_step of its own holds beside the compiled one."""
    held = (value for value in vars(model).values() if isinstance(value, keras.optimizers.Optimizer))
    return [optimizer for optimizer in held if optimizer is not model.optimizer]


def draws():
    """The counter of those random draws that have no seed of their own; begun here where none has been made yet."""
    return keras.src.random.seed_generator.global_seed_generator().state


def dense(gradient):
    """A gradient as an array; that of an embedding comes as slices."""
    return tf.convert_to_tensor(gradient).numpy()


def fresh(tensor):
    """A copy with its mask, but without what Keras remembers of it.

    On the output of a softmax or sigmoid Keras leaves the logits, and a loss silently prefers them: what it answers
    is then not the loss of the prediction.
    """
    copy = tf.convert_to_tensor(tensor.numpy())
    if getattr(tensor, "_keras_mask", None) is not None:
        copy._keras_mask = tensor._keras_mask
    return copy


def tensors(nest):
    """A nest of arrays as tensors; None stays None."""
    return None if nest is None else keras.tree.map_structure(keras.ops.convert_to_tensor, nest)


def batch(split):
    """(inputs, targets), or (inputs,) where there are no targets, as a train_step gets them."""
    return tuple(tensors(part) for part in split if part is not None)


def told(value, function):
    """The same tensor; `function` gets its value as an array each time that it is computed, in compiled code too."""
    if isinstance(value, keras.KerasTensor):
        return Told(function)(value)
    if tf.executing_eagerly():
        function(value.numpy())
    else:
        tf.numpy_function(function, [value], [])
    return value


class Told(keras.Operation):
    """`told` as a part of a functional model."""

    def __init__(self, function):
        super().__init__()
        self.function = function

    def call(self, x):
        return told(x, self.function)

    def compute_output_spec(self, x):
        return keras.KerasTensor(x.shape, x.dtype)


def eager():
    """Whether tensors have values here, unlike in what is traced."""
    return tf.executing_eagerly()


@functools.lru_cache(maxsize=2)
def inference(model):
    """The model in inference mode as one compiled function: a recurrent one takes seconds step by step."""
    return tf.function(lambda inputs: model(inputs, training=False), reduce_retracing=True)


def compiled_step(model):
    """The model's own train_step as one compiled function of a batch."""
    return tf.function(model.train_step)


def slopes(model, inputs):
    """Gradients of all predictions, each times a random number of its own so that none cancels another, as NumPy.

    Returns:
        Two lists, with respect to each leaf of the inputs and to each trainable variable: None for integers, and for
        what nothing connects to a prediction.
    """
    leaves = [tf.convert_to_tensor(leaf) for leaf in keras.tree.flatten(inputs)]
    generator, mixed = tf.random.Generator.from_seed(0), 0.0
    with tf.GradientTape() as tape:
        tape.watch([leaf for leaf in leaves if leaf.dtype.is_floating])
        for part in keras.tree.flatten(model(keras.tree.pack_sequence_as(inputs, leaves), training=False)):
            part = tf.cast(part, "float32")
            mixed += tf.reduce_sum(generator.normal(tf.shape(part)) * part)
    variables = [variable.value for variable in model.trainable_variables]
    found = [None if slope is None else dense(slope) for slope in tape.gradient(mixed, [*leaves, *variables])]
    return found[: len(leaves)], found[len(leaves) :]
