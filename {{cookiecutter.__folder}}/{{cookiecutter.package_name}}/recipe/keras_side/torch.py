"""MACHINERY. What PyTorch does in a way of its own; see backend/__init__.py. It computes step by step, always."""

import os
import warnings

import keras
import torch

MOST_STEPS_PER_EXECUTION = 1  # Keras refuses more
warnings.filterwarnings("ignore", "The given NumPy array is not writable")  # nor is it written to: Keras copies it
WORKERS = 1  # Keras would build the network from the first of the batches read ahead, and lose it


def deterministic():
    os.environ.setdefault("CUBLAS_WORKSPACE_CONFIG", ":4096:8")  # without it CUDA's matrix products refuse
    torch.use_deterministic_algorithms(True)


def generators():
    """[UInt8["n"]]: PyTorch's own, by which Keras' Dropout draws unless it was given a seed."""
    return [state.numpy() for state in (torch.get_rng_state(), *torch.cuda.get_rng_state_all())]


def restore_generators(states):
    processor, *cards = (torch.from_numpy(state) for state in states)
    torch.set_rng_state(processor)
    torch.cuda.set_rng_state_all(cards)


def devices():
    return [f"cuda:{i}" for i in range(torch.cuda.device_count())] or ["cpu"]


def devices_for_batches():
    return 1


def distribute(distribution):
    """Keras does not, on PyTorch: the guard refuses it."""


def threads():
    return torch.get_num_threads()


def gradients(function, leaves, variables):
    """A scalar function of tensors: its value, and its gradient with respect to each leaf and each variable.

    Returns:
        The value and a list; None for integers, zeros where nothing connects.
    """
    leaves = [leaf.detach().clone().requires_grad_(leaf.is_floating_point()) for leaf in leaves]
    value = function(leaves)
    sources = [*leaves, *(variable.value for variable in variables)]
    floats = [source for source in sources if source.requires_grad]
    found = [torch.zeros_like(source) for source in floats]
    if value.requires_grad:
        found = torch.autograd.grad(value, floats, allow_unused=True, materialize_grads=True)
    found = iter(found)
    return value, [next(found) if source.requires_grad else None for source in sources]


def step(model, batch):
    """One step of the model's own train_step; returns what it reports."""
    return model.train_step(batch)


def compiled_step(model):
    return model.train_step


def tested(model, batch):
    """What the model's own test_step reports of a batch, compiled once and kept with the model."""
    model.make_test_function()
    return model.test_function([batch])


def inference(model):
    def call(inputs):
        with torch.no_grad():
            return model(inputs, training=False)

    return call


def tell(value, function):
    if not symbolic(value):
        function(keras.ops.convert_to_numpy(value))


def settle():
    """Nothing to wait for: a value is told at once."""


def symbolic(tensor):
    """Whether a tensor stands for values instead of having them, as in what Keras calls to learn shapes."""
    return isinstance(tensor, torch.Tensor) and tensor.is_meta
