"""MACHINERY. What a loss, or a function that a network's own loss is made of, comes to in the `examples` of conf/loss,
which were worked by hand."""

from dataclasses import dataclass

from hydra.utils import get_method, instantiate
from keras import ops, tree
from omegaconf import OmegaConf

from ..keep import crashes
from ..keras_side import backend, private

OF_AN_EXAMPLE = ("target", "prediction", "loss")


@dataclass(frozen=True)
class Worked:
    """One example in words, what the loss scores it, and what it scores by hand."""

    said: str
    found: float
    expected: float


class Breaks(ValueError):
    """A loss breaks on an example; the message says on which, and how."""


def worked(loss, targets):
    """[Worked] of every example, as Keras calls and averages a loss; of a function by itself, the mean of its answer.

    Args:
        loss: the node conf/loss.
        targets: the nested.Declared targets, or a nest of them: examples are fed in their dtype.

    Raises:
        Breaks: the loss does not take one of them.
    """
    node = OmegaConf.to_container(loss, resolve=True)
    function, examples = node["function"], node["examples"]
    if isinstance(examples, list):
        return [scored("", function, example, tree.flatten(targets)[0].dtype) for example in examples]
    return [
        scored(f"{name}: ", function[name], example, targets[name].dtype)
        for name, of_output in examples.items()
        for example in of_output
    ]


def scored(name, function, example, dtype):
    if "of" in example:
        return alone(name, **example)
    stated = {key: value for key, value in example.items() if key not in OF_AN_EXAMPLE}
    said = name + ", ".join(f"{key} {value}" for key, value in example.items() if key != "loss")
    try:
        loss = private.loss_object(instantiate(with_arguments(function, stated), _convert_="all"))
        y_true = ops.convert_to_tensor([example["target"]], dtype)
        y_pred = ops.convert_to_tensor([example["prediction"]], "float32")
        found = backend.number(ops.mean(loss(y_true, y_pred)))
    except Exception as error:
        raise Breaks(f"{said}: {crashes.one_line(error)}") from error
    return Worked(said, found, example["loss"])


def alone(name, of, loss):
    """The Worked of a function by itself, which gets the lists among its arguments as tensors."""
    target, stated = of["_target_"], {key: value for key, value in of.items() if key != "_target_"}
    said = f"{name}{target.rpartition('.')[2]} of {', '.join(f'{key} {value}' for key, value in stated.items())}"
    try:
        arrays = {key: ops.convert_to_tensor(v) if isinstance(v, list) else v for key, v in stated.items()}
        found = backend.number(ops.mean(get_method(target)(**arrays)))
    except Exception as error:
        raise Breaks(f"{said}: {crashes.one_line(error)}") from error
    return Worked(said, found, loss)


def with_arguments(node, stated):
    """The node of a function with other values of its arguments, at whatever depth they stand."""
    return {
        key: with_arguments(value, stated) if isinstance(value, dict) else stated.get(key, value)
        for key, value in node.items()
    }
