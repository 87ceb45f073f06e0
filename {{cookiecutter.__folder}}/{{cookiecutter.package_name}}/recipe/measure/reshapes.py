"""MACHINERY. The reshapes that a network and its loader make, and which of them cut values out of their rows."""

import ast
import contextlib
import inspect
import itertools
import math
import types
from pathlib import Path

import keras
from hydra.utils import instantiate

from ..keep.project import PACKAGE
from ..keras_side import backend, private

NOTE = "__reshaped__"
MOST_AXES = 6  # whose groups are all tried


def torn(before, after):
    """Whether a reshape moves an axis that it should keep: (4, 8) -> (8, 4), (6, 8) -> (2, 6, 4), or, where blocks of 2
    were meant to be cut, (8, 8) -> (4, 4, 2, 2).

    An axis stays what it was when as many values lie behind it as before. One whose length occurs once on both sides
    and that has others behind it has been torn, and so have axes that are others' parts in another order; unless equal
    lengths meet by chance: likely, not certain.
    """
    before, after = ([n for n in shape if n > 1] for shape in (before, after))
    if borders(before) <= borders(after) or borders(before) >= borders(after):
        return False  # axes are cut in two, or put together, each in its place
    once = [n for n in before if before.count(n) == after.count(n) == 1]
    behind = [[math.prod(shape[shape.index(n) + 1 :]) for n in once] for shape in (before, after)]
    both = len(before) > 1 and len(after) > 1
    return both and (behind[0] != behind[1] or any(itertools.starmap(exchanged, apart(before, after))))


def apart(before, after):
    """[(axes before, axes after)] between the borders that both shapes have."""
    cut = [sorted(borders(shape)) for shape in (before, after)]
    shared = sorted({*cut[0]} & {*cut[1]})
    for low, high in itertools.pairwise(shared):
        yield [[b // a for a, b in itertools.pairwise(ends) if low <= a and b <= high] for ends in cut]


def borders(shape):
    """How many values lie behind each axis, and in all."""
    return {*itertools.accumulate(reversed(shape), lambda a, b: a * b, initial=1)}


def exchanged(before, after):
    """Whether several axes are the products of several others, which cannot be in their order."""
    if min(len(before), len(after)) < 2 or max(len(before), len(after)) > MOST_AXES:
        return False
    parts, wholes = sorted((before, after), key=len, reverse=True)
    for groups in itertools.product(range(len(wholes)), repeat=len(parts)):
        found = [math.prod(n for n, g in zip(parts, groups, strict=True) if g == k) for k in range(len(wholes))]
        if found == wholes:
            return True
    return False


def of_network(model, made, inputs):
    """[(where, shape before, shape after)], without the batch axis, of the reshapes in a network.

    A functional model shows its graph; of others the layers' calls are known, and `keras.ops.reshape` is listened to.
    """
    kept = [(op.name, op.input, op.output) for op in getattr(model, "operations", []) if type(op).__name__ == "Reshape"]
    kept += [(c.layer.name, *c.inputs, *c.outputs) for c in made if isinstance(c.layer, keras.layers.Reshape)]
    with private.reshapes(lambda before, after: kept.append(("a reshape in model.py", before, after))):
        model(backend.tensors(inputs), training=False)
    found = [(where, tuple(before.shape[1:]), tuple(after.shape[1:])) for where, before, after in kept]
    return [(where, before, after) for where, before, after in found if None not in before + after]


class Noting(ast.NodeTransformer):
    """Writes `__reshaped__(x, line)(…)` in the place of `x.reshape(…)`."""

    def visit_Call(self, node):
        self.generic_visit(node)
        if isinstance(node.func, ast.Attribute) and node.func.attr == "reshape":
            noting = ast.Call(ast.Name(NOTE, ast.Load()), [node.func.value, ast.Constant(node.lineno)], [])
            node.func = ast.fix_missing_locations(ast.copy_location(noting, node))
        return node


def of_loader(load):
    """[(where, shape before, shape after)] of the reshapes in the file of the researcher's own that `load` names.

    NumPy's arrays cannot be listened to. So the file is compiled once more, with a note at each reshape, and its
    function called once more.

    Args:
        load: the node in conf/data.
    """
    called = instantiate(load, _partial_=True, _convert_="all")
    module = inspect.getmodule(called.func)
    file = Path(getattr(module, "__file__", None) or "")
    text = file.read_text(encoding="utf-8") if PACKAGE in file.parents else ""
    if ".reshape(" not in text or "recipe" in file.relative_to(PACKAGE).parts:
        return []
    made = []

    def noting(holder, line):
        def reshape(*args, **kwargs):
            after = holder.reshape(*args, **kwargs)
            of_array = isinstance(getattr(holder, "shape", None), tuple)  # else a module's function
            before = holder if of_array else args[0]
            made.append((f"{file.name}:{line}", tuple(getattr(before, "shape", ())), tuple(after.shape)))
            return after

        return reshape

    again = types.ModuleType(module.__name__)
    vars(again).update({name: vars(module)[name] for name in ("__file__", "__package__", "__spec__")} | {NOTE: noting})
    exec(compile(Noting().visit(ast.parse(text)), str(file), "exec"), vars(again))
    with contextlib.suppress(Exception):  # of one that can be called only once; what it has made by then counts
        getattr(again, called.func.__name__)(*called.args, **called.keywords)
    return made
