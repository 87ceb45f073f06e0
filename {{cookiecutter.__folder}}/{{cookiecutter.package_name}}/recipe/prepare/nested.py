"""MACHINERY. Nests of dicts, tuples and lists, which inputs, targets and outputs come as."""

from omegaconf import OmegaConf


def is_declaration(node):
    """Whether this part of conf/data declares one input or target: else it is a nest of them, one of which may well be
    named shape."""
    is_dict = isinstance(node, dict) or OmegaConf.is_dict(node)
    return is_dict and (isinstance(node.get("shape"), list) or OmegaConf.is_list(node.get("shape")))


def mapped(function, tree):
    """The same nest of dicts, tuples and lists with a function of each array in its place; None stays None."""
    if isinstance(tree, dict):
        return {name: mapped(function, branch) for name, branch in tree.items()}
    if isinstance(tree, tuple | list):
        return type(tree)(mapped(function, branch) for branch in tree)
    return None if tree is None else function(tree)


def leaves(tree):
    """The arrays of a nest of dicts, tuples and lists; None holds none."""
    if tree is None:
        return []
    if isinstance(tree, dict):
        tree = tuple(tree.values())
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
