"""MACHINERY. What a loss, a step of data.py and a block of model.py come to in `examples` of conf/, worked by hand."""

import contextlib
import inspect
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from hydra.utils import get_method, instantiate
from keras import ops, tree
from omegaconf import OmegaConf

from ..keep import crashes
from ..keras_side import backend, private

OF_AN_EXAMPLE = ("target", "prediction", "loss")


@dataclass(frozen=True)
class Worked:
    """One example in words, what the program makes of it, and what it is by hand: two numbers, or two arrays. Of a
    prediction also its target."""

    said: str
    found: Any
    expected: Any
    target: Any = ()


class Breaks(ValueError):
    """A function breaks on an example; the message says on which, and how."""


def worked(loss, targets):
    """Yields the Worked of each example, as Keras calls and averages a loss; of a function by itself, the mean of its
    answer.

    Args:
        loss: the node conf/loss.
        targets: the nested.Declared targets, or a nest of them: examples are fed in their dtype.

    Raises:
        Breaks: the loss does not take one of them.
    """
    node = OmegaConf.to_container(loss, resolve=True)
    function, examples = node["function"], node["examples"]
    if isinstance(examples, list):
        for example in examples:
            yield scored("", function, example, tree.flatten(targets)[0].dtype)
    else:
        for name, of_output in examples.items():
            for example in of_output:
                yield scored(f"{name}: ", function[name], example, targets[name].dtype)


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
    return Worked(said, found, example["loss"], example["target"])


def alone(name, of, loss):
    """The Worked of a function that a network's own loss is made of: the mean of its answer."""
    said, answer = answered(of, ops.convert_to_tensor)
    return Worked(f"{name}{said}", backend.number(ops.mean(answer)), loss)


def given(example, array):
    """[Worked] of an example of a step of data.py, or of a block of model.py: one of each part that it answers.

    Args:
        example: {of, gives} as in conf/data and conf/model.
        array: makes of a list the array that the function gets.

    Raises:
        Breaks: the function does not take it, or its answer has other parts.
    """
    return parts(*answered(example["of"], array), example["gives"])


def answered(of, array):
    """(a function with its arguments in words, what it answers), the lists among its arguments made arrays: of whole
    numbers, as they are written, and where it does not take such, of the same as decimal ones."""
    stated = {key: value for key, value in of.items() if key != "_target_"}
    said = f"{of['_target_'].rpartition('.')[2]} of {', '.join(f'{key} {value}' for key, value in stated.items())}"

    def called(kind):
        values = instantiate(stated, _convert_="all").items()
        return get_method(of["_target_"])(**{key: array(kind(v)) if of_numbers(v) else v for key, v in values})

    try:
        return said, called(list)
    except Exception as error:
        with contextlib.suppress(Exception):
            return said, called(decimal)
        raise Breaks(f"{said}: {crashes.one_line(error)}") from error


def of_numbers(values):
    """Whether a value is a list without a word in it."""
    return isinstance(values, list) and not any(isinstance(leaf, str) for leaf in tree.flatten(values))


def decimal(values):
    """A nest of lists whose whole numbers are decimal ones."""
    if isinstance(values, list):
        return [*map(decimal, values)]
    return float(values) if isinstance(values, int) and not isinstance(values, bool) else values


def as_array(values):
    """A list as an array, as a loader has it; one whose rows are of different lengths as it is."""
    try:
        return np.asarray(values)
    except ValueError:
        return values


def parts(said, answer, gives):
    """The Worked of an answer, or of each part of one that is a tuple or a dictionary."""
    if not isinstance(answer, dict | tuple):
        found, expected = np.asarray(ops.convert_to_numpy(answer)), as_array(gives)
        if not isinstance(expected, np.ndarray) or expected.dtype == object or found.dtype.kind not in "biuf":
            raise Breaks(f"{said}: answers numbers of the shape {list(found.shape)}, by hand {gives}")
        return [Worked(said, found, expected)]
    keys, expected = map(keys_of, (answer, gives))
    if keys != expected:
        raise Breaks(f"{said}: answers {keys}, by hand {expected}")
    return [one for key in keys for one in parts(f"{said}, part {key},", answer[key], gives[key])]


def keys_of(parts):
    if isinstance(parts, dict):
        return [*parts]
    return [*range(len(parts))] if isinstance(parts, list | tuple) else []


def place(of):
    """Where the function of an example stands, as `at data.py:31`; empty where that cannot be told."""
    try:
        function = inspect.unwrap(get_method(of["_target_"]))
        return f"at {Path(inspect.getsourcefile(function)).name}:{inspect.getsourcelines(function)[1]}"
    except Exception:
        return ""


def with_arguments(node, stated):
    """The node of a function with other values of its arguments, at whatever depth they stand."""
    return {
        key: with_arguments(value, stated) if isinstance(value, dict) else stated.get(key, value)
        for key, value in node.items()
    }
