"""MACHINERY. Builds the researcher's network from the declared shapes, the initializer's factories and the seed."""

import inspect

import keras
from hydra.utils import get_method, instantiate

from ..keras_side import backend
from .blocks import unwritten
from .nested import declared


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


@keras.saving.register_keras_serializable(package="recipe")  # Bidirectional makes its second layer from a config
class UniformByFanIn(keras.initializers.RandomUniform):
    """U(-b, b) with b = 1 / sqrt(fan_in): how PyTorch's Linear and Conv layers start their bias."""

    def __init__(self, fan_in, seed=None):
        self.fan_in = fan_in
        super().__init__(-(fan_in**-0.5), fan_in**-0.5, seed=seed)

    def get_config(self):
        return {"fan_in": self.fan_in, "seed": super().get_config()["seed"]}  # None, not the one drawn: no two alike


class Unwritten(NotImplementedError):
    """The model has blocks that are still to be written."""


def builder(cfg):
    """The researcher's function that makes the model, with the arguments that conf/model gives it."""
    return instantiate(cfg.model, _partial_=True, _convert_="all")


def build(cfg):
    """The researcher's uncompiled model. The seed is set immediately before, so the same seed starts the same weights.

    Raises:
        Unwritten: blocks of the model raise NotImplementedError; the message lists all of them.
    """
    factories = instantiate(cfg.initializer)
    initializer = Initializer(factories.kernel, factories.bias)
    made = builder(cfg)
    backend.start(cfg.seed, cfg.training.deterministic, cfg.training.get("distribution"))
    try:
        return made(inputs=declared(cfg.data.inputs), targets=declared(cfg.data.targets), initializer=initializer)
    except NotImplementedError as error:
        blocks = unwritten(inspect.getsource(inspect.getmodule(get_method(cfg.model._target_))))
        if not blocks:
            raise
        raise Unwritten(f"still to write: {', '.join(blocks)}") from error
