"""MACHINERY. What TensorFlow does in a way of its own; see backend/__init__.py."""

import functools
import logging
import os

import keras
import tensorflow as tf
from tensorflow.python.ops import control_flow_util  # private: what tells that XLA will compile a graph

log = logging.getLogger(__name__)
MOST_STEPS_PER_EXECUTION = 50
WORKERS = 4  # threads that read batches ahead; without them TensorFlow reads ahead until memory is full
tf.config.list_physical_devices()  # the first listing prints: here it is held back


def deterministic():
    tf.config.experimental.enable_op_determinism()


def generators():
    """None: Keras draws by counters that are variables."""
    return []


def restore_generators(states):
    pass


def devices():
    return [device.name for device in tf.config.list_physical_devices()]


def devices_for_batches():
    """The number of devices among which `distribute` divides a batch."""
    return len(computing())


def computing():
    return tf.config.list_logical_devices("GPU") or tf.config.list_logical_devices("CPU")


def distribute(distribution):
    strategy = tf.distribute.MirroredStrategy([device.name for device in computing()]) if distribution else None
    tf.distribute.experimental_set_strategy(strategy)


def threads():
    return tf.config.threading.get_intra_op_parallelism_threads() or int(os.environ.get("TF_NUM_INTRAOP_THREADS", 0))


def gradients(function, leaves, variables):
    """A scalar function of tensors: its value, and its gradient with respect to each leaf and each variable.

    Returns:
        The value and a list; None for integers, zeros where nothing connects.
    """
    with tf.GradientTape() as tape:
        tape.watch([leaf for leaf in leaves if leaf.dtype.is_floating])
        value = function(leaves)
    sources = [*leaves, *(variable.value for variable in variables)]
    found = tape.gradient(value, sources, unconnected_gradients="zero")
    return value, [slope if source.dtype.is_floating else None for source, slope in zip(sources, found, strict=True)]


def step(model, batch):
    """One step of the model's own train_step, eagerly; returns what it reports."""
    return model.train_step(batch)


def compiled_step(model):
    """The same as one compiled function of a batch."""
    return tf.function(model.train_step)


def tested(model, batch):
    """What the model's own test_step reports of a batch, compiled once and kept with the model."""
    model.make_test_function()
    return model.test_function(iter([batch]))


def inference(model):
    return tf.function(lambda inputs: model(inputs, training=False), reduce_retracing=True)


def tell(value, function):
    if not symbolic(value):
        function(keras.ops.convert_to_numpy(value))
    elif control_flow_util.GraphOrParentsInXlaContext(tf.compat.v1.get_default_graph()):
        warn_of_xla()
    else:
        tf.numpy_function(function, [value], [])


@functools.cache
def warn_of_xla():
    log.warning("what XLA compiles shows no values on TensorFlow: compile(jit_compile=False) in train.py shows them")


def settle():
    """Nothing to wait for: a value is told before the step ends."""


def symbolic(tensor):
    """Whether a tensor stands for values instead of having them, as in what is traced."""
    return tf.is_tensor(tensor) and not hasattr(tensor, "numpy")
