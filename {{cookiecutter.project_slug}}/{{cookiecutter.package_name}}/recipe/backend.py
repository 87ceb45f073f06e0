"""MACHINERY. All that depends on Keras' backend: silence, determinism, gradients. Written for TensorFlow."""

import contextlib
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

    Args:
        model: compiled; with any train_step.
        batch: (inputs,) or (inputs, targets).

    Returns:
        {path of a variable: its gradient}; empty where the step applies none through `optimizer.apply`.
    """
    applied = {}

    def record(grads, trainable_variables=None):
        variables = trainable_variables or model.trainable_variables
        applied.update({v.path: g for v, g in zip(variables, grads, strict=True) if g is not None})

    with unchanged(model):
        model.optimizer.apply = record
        try:
            model.train_step(batch)
        finally:
            del model.optimizer.apply
    return {path: dense(gradient) for path, gradient in applied.items()}


@contextlib.contextmanager
def unchanged(model):
    """Puts every variable of a model and its optimizer back at the end."""
    kept = [(variable, keras.ops.copy(variable)) for variable in (*model.variables, *model.optimizer.variables)]
    try:
        yield
    finally:
        for variable, value in kept:
            variable.assign(value)


def dense(gradient):
    """A gradient as an array; that of an embedding comes as slices."""
    return tf.convert_to_tensor(gradient).numpy()
