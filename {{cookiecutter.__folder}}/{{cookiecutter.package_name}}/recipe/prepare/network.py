"""MACHINERY. Builds the researcher's network from the declared shapes, the initializer's factories and the seed."""

import copy
import inspect
import warnings
from collections import Counter
from pathlib import Path

import keras
import numpy as np
from hydra.utils import instantiate
from omegaconf import open_dict

from ..keep import crashes, identical, run_files
from ..keras_side import backend
from .blocks import unwritten_in
from .nested import declared, mapped


class Initializer:
    """Makes an initializer for each layer anew: layers that shared one would start with identical weights."""

    def __init__(self, kernel, bias):
        self.kernel = kernel
        self._bias = bias

    def bias(self, fan_in=None):
        """A bias initializer.

        Args:
            fan_in: inputs of one unit of the layer; for those initializers that need the kernel's, which Keras does
                not tell a bias.
        """
        if "fan_in" not in inspect.signature(self._bias).parameters:
            return self._bias()
        if fan_in is None:
            raise ValueError("this initializer's bias needs the kernel's fan_in: write initializer.bias(fan_in=…)")
        return self._bias(fan_in=fan_in)


def UniformByFanIn(fan_in):  # noqa: N802  named as the initializers are
    """U(-b, b) with b = 1 / sqrt(fan_in): how PyTorch's Linear and Conv layers start their bias.

    Keras' own class: a network that is saved has nothing of the machinery in it.
    """
    return keras.initializers.RandomUniform(-(fan_in**-0.5), fan_in**-0.5)


def builder(cfg):
    """The researcher's function that makes the model, with the arguments that conf/model gives it."""
    whole = copy.deepcopy(cfg)  # conf/model may refer to other parts
    with open_dict(whole):
        whole.model.pop("examples", None)
    return instantiate(whole.model, _partial_=True, _convert_="all")


def build(cfg):
    """The researcher's uncompiled model. The seed is set immediately before, so the same seed starts the same weights.

    Raises:
        Unwritten: a function of the model raises NotImplementedError; the message lists all that are to be written.
        Misfit: it cannot start from the weights of the run `from_run`.
    """
    factories = instantiate(cfg.initializer)
    initializer = Initializer(factories.kernel, factories.bias)
    made = builder(cfg)
    training = cfg.training
    backend.start(cfg.seed, training.deterministic, training.get("distribution"), training.get("precision"))
    try:
        model = made(inputs=declared(cfg.data.inputs), targets=declared(cfg.data.targets), initializer=initializer)
    except NotImplementedError as error:
        if to_write := unwritten_in(cfg):
            raise to_write from error
        raise
    if run := cfg.get("from_run"):
        try:
            load_weights(model, cfg, Path(run))
        except Misfit as error:
            raise Misfit(f"from_run={run}: {error}") from None
    return model


class Misfit(ValueError):
    """The weights of a run are not those of such a network."""


def load_weights(model, cfg, run_dir):
    """Gives a network the weights that a run has saved.

    Raises:
        Misfit: they are of other shapes, or of other layers.
    """
    path = run_dir / run_files.WEIGHTS
    # Before its first call a subclassed network has no variables.
    model(mapped(lambda one: np.zeros((1, *one.sizes), one.dtype), declared(cfg.data.inputs)), training=False)
    saved = identical.weights(path).items()
    # Keras itself takes what it finds, and leaves out what a smaller network has no place for.
    there = Counter(array.shape for name, array in saved if not name.startswith("optimizer"))
    here = Counter(tuple(variable.shape) for variable in model.weights)
    if there != here:
        shapes = (" ".join(map(str, sorted((one - other).elements()))) for one, other in ((there, here), (here, there)))
        raise Misfit("its weights do not fit this network: {} there, {} here".format(*(s or "none" for s in shapes)))
    try:
        with warnings.catch_warnings(action="ignore"):  # that the optimizer's state does not fit, which is not needed
            model.load_weights(path)
    except ValueError as error:
        raise Misfit(f"its weights do not fit this network: {crashes.one_line(error)}") from None
