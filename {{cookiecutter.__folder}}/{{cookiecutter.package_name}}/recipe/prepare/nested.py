"""MACHINERY. Inputs, targets and outputs: nests of dicts, tuples and lists, and how conf/data declares them."""

from typing import Literal

from omegaconf import OmegaConf
from pydantic import ConfigDict
from pydantic.dataclasses import dataclass

from .expected import Count

# Of numbers, as Keras names them: tensors of text and of complex numbers pass through few of its layers.
Dtype = Literal[
    "float16", "bfloat16", "float32", "float64", "bool", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32",
    "uint64",
]  # fmt: skip
UNFORESEEN = 8  # the size of an axis that the declaration leaves open


@dataclass(frozen=True, config=ConfigDict(extra="forbid"))
class Declared:
    """One input or target as declared in conf/data, without the batch axis."""

    shape: tuple[Count | None, ...]  # None: an axis of any size
    dtype: Dtype
    kind: Literal["classes", "multilabel", "values", "none"] = None  # of targets
    classes: Count | None = None

    @property
    def sizes(self):
        """The shape, with some size for each axis that is left open."""
        return tuple(UNFORESEEN if axis is None else axis for axis in self.shape)


def declared(node):
    """The inputs or targets of conf/data as Declared, nested as they are there.

    What has a list as `shape` declares one of them; else it is a nest of them, one of which may well be named shape.

    Raises:
        ValueError: the node is neither.
    """
    node = OmegaConf.to_container(node, resolve=True) if OmegaConf.is_config(node) else node
    if isinstance(node, list) and node:
        return [declared(branch) for branch in node]
    if not isinstance(node, dict) or not node:
        raise ValueError(f"{node} declares nothing")
    if isinstance(node.get("shape"), list):
        return Declared(**node)
    return {name: declared(branch) for name, branch in node.items()}


def mapped(function, tree):
    """The same nest of dicts, tuples and lists with a function of each array in its place; None stays None.

    The arrays are visited in the order of `leaves`.
    """
    if isinstance(tree, dict):
        branches = {name: mapped(function, tree[name]) for name in sorted(tree)}
        return {name: branches[name] for name in tree}
    if isinstance(tree, tuple | list):
        return type(tree)(mapped(function, branch) for branch in tree)
    return None if tree is None else function(tree)


def leaves(tree):
    """The arrays of a nest of dicts, tuples and lists, in the order of keras.tree: keys sorted; None holds none."""
    if tree is None:
        return []
    if isinstance(tree, dict):
        tree = tuple(tree[name] for name in sorted(tree))
    if isinstance(tree, tuple | list):
        return [leaf for branch in tree for leaf in leaves(branch)]
    return [tree]


def paired(tree, like):
    """[(name, the leaf of `tree`, the leaf of `like`)] of two nests by key or position; empty if they differ."""
    if isinstance(like, dict) and isinstance(tree, dict) and set(like) == set(tree):
        branches = [(name, tree[name], like[name]) for name in like]
    elif isinstance(like, list | tuple) and isinstance(tree, list | tuple) and len(like) == len(tree):
        branches = [(number, *pair) for number, pair in enumerate(zip(tree, like, strict=True))]
    elif isinstance(like, dict | list | tuple) or isinstance(tree, dict | list | tuple):
        return []
    else:
        return [("", tree, like)]
    return [(f"{name} {inner}".strip(), a, b) for name, *branch in branches for inner, a, b in paired(*branch)]
