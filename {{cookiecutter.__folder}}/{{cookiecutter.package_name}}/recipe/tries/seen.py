"""MACHINERY. What mends look at before they change a program: its configuration, its loss, its network."""

import functools

from hydra.utils import instantiate
from keras import tree
from omegaconf import OmegaConf

from ..keras_side import backend, private
from ..measure import by_layer, constant, heads
from ..prepare import network
from ..prepare.nested import Declared
from ..prepare.regularizers import called


class Seen:
    """A program.Program as mends see it."""

    def __init__(self, program):
        self.program, self.cfg = program, program.cfg

    @functools.cached_property
    def data(self):
        """The whole data."""
        return self.program.data

    @functools.cached_property
    def model(self):
        """The network as the researcher builds it, uncompiled."""
        return called(network.build(self.cfg), self.program.inputs)

    @functools.cached_property
    def rate_at_half(self):
        """The learning rate at half of the training, to its highest; 1 where it is constant."""
        rates = by_layer.course(private.inner(self.program.compiled().optimizer), self.program.plan.steps)
        return rates[50] / max(rates) if rates else 1.0

    @property
    def by_hand(self):
        """What of the network and its training is not Keras' own, in words; empty where nothing is."""
        model = self.program.compiled()
        kinds = {type(one) for one in (model, *private.layers_of(model))}
        names = sorted(kind.__name__ for kind in kinds if not kind.__module__.startswith("keras."))
        parts = ["the loss"] * constant.own_loss(model) + ["train_step"] * heads.own_step(model)
        return ", ".join(parts + names)

    @property
    def target(self):
        """The only declared target; None where there are several."""
        return self.program.targets if isinstance(self.program.targets, Declared) else None

    @property
    def loss_node(self):
        """The only loss's node in the configuration; None where it is a name, or each output has one."""
        node = self.cfg.loss.function
        return node if OmegaConf.is_dict(node) and "_target_" in node else None

    @property
    def graph(self):
        """Whether the network is no more than a graph of layers."""
        return private.is_graph(self.model)

    @functools.cached_property
    def head(self):
        """The operations from the output back to the last weights; empty where that cannot be told."""
        return private.head(self.model)

    @property
    def plain(self):
        """Whether the last weights are those of a Dense layer in a graph."""
        return self.graph and bool(self.head) and hasattr(self.head[-1], "units")

    @property
    def activations(self):
        """The names of the activations in the head, the last to act first."""
        return [name for name in map(private.acts_as, self.head) if name]

    @property
    def fitting(self):
        """The activation that the loss and the targets ask for; None where that is not known."""
        if self.target is None:
            return None
        loss = self.loss_node and heads.known(instantiate(self.loss_node, _convert_="all"))
        if not loss:
            return "linear" if self.target.kind == "values" else None
        if loss.from_logits or loss.name in heads.VALUES and self.target.kind == "values":
            return "linear"
        by_name = {**dict.fromkeys(heads.SPARSE + heads.ONE_HOT, "softmax"), **dict.fromkeys(heads.BINARY, "sigmoid")}
        return by_name.get(loss.name)

    @functools.cached_property
    def answer_shape(self):
        """The shape of the only output to one sample."""
        inputs = backend.tensors(self.program.random_inputs(self.model))
        (output,) = tree.flatten(self.model(inputs, training=False))
        return tuple(output.shape[1:])
