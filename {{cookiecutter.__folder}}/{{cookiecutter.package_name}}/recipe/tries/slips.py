"""MACHINERY. Slips of the pen in a function, as edits of its syntax tree that take one back each, the likeliest first.

A program that is nearly right is often one small edit away from the right one, and few edits are of the usual kinds.
Source: Debroy and Wong 2010, Using mutation to automatically suggest fixes for faulty programs, ICST; of names in each
other's place Allamanis et al. 2018, Learning to represent programs with graphs, ICLR.
"""

import ast
import contextlib
import itertools
import os
import re
from dataclasses import dataclass

from . import expressions
from .expressions import AXES, AXIS, KINDS, MINUS, NAME, OF_AXES, ORDER, PART

BESIDE = 20  # characters of code that are shown on each side of what an edit changes
NOT_READ = ("decorator_list", "annotation", "returns", "bases", "defaults", "kw_defaults")


@dataclass(frozen=True)
class Slip:
    """One edit.

    Args:
        kind: one of expressions.KINDS.
        line: of the file.
        words: what should stand there, and what does, as code.
        edits: [(holder, field, node)]: which node each puts into which field of which other one; of a list the field is
            (name, index).
    """

    kind: str
    line: int
    words: str
    edits: tuple

    @contextlib.contextmanager
    def taken_back(self):
        """While it lasts, the tree is edited."""
        before = [(holder, field, got(holder, field)) for holder, field, _ in self.edits]
        try:
            for edit in self.edits:
                put(*edit)
            yield
        finally:
            for edit in before:
                put(*edit)


def got(holder, field):
    return getattr(holder, field) if isinstance(field, str) else getattr(holder, field[0])[field[1]]


def put(holder, field, node):
    if isinstance(field, str):
        setattr(holder, field, node)
    else:
        getattr(holder, field[0])[field[1]] = node


def slips(definition, lines):
    """[Slip] of a function or a class.

    Args:
        definition: its ast.FunctionDef or ast.ClassDef.
        lines: numbers of those lines of its file that are run.
    """
    found = []
    for holder, field, node in read(definition, lines):
        if isinstance(holder, ast.Return):
            found.append(slip(MINUS, node, [(holder, field, expressions.negated(node))]))
        if not (isinstance(holder, ast.keyword) and holder.arg in OF_AXES):
            found += [slip(kind, node, [(holder, field, other)]) for kind, other in expressions.others(node)]
    for function in ast.walk(definition):
        if isinstance(function, ast.FunctionDef):
            found += [*everywhere(function), *statements(function, lines), *names(function, lines)]
    return sorted(found, key=lambda one: KINDS.index(one.kind))


def read(definition, lines):
    """Yields (holder, field, expression) of each expression that is run, and read."""
    for holder in ast.walk(definition):
        for name, value in ast.iter_fields(holder):
            if name in NOT_READ:
                continue
            for field, node in [(name, value)] if not isinstance(value, list) else [*enumerate(value)]:
                stored = isinstance(getattr(node, "ctx", None), ast.Store | ast.Del)
                if isinstance(node, ast.expr) and not stored and is_run(node, lines):
                    yield holder, field if isinstance(field, str) else (name, field), node


def is_run(node, lines):
    return not lines.isdisjoint(range(node.lineno, node.end_lineno + 1))


def slip(kind, node, edits, words=""):
    """A Slip of an expression that is replaced by another, or of several."""
    for _, _, other in edits:
        if not hasattr(other, "lineno"):
            ast.copy_location(other, node)
        ast.fix_missing_locations(other)
    return Slip(kind, node.lineno, words or contrast(edits[0][2], node), tuple(edits))


def contrast(after, before):
    """`after, not before` of two pieces of code, without what they have in common but for a few characters."""
    texts = [" ".join(ast.unparse(node).split()) for node in (after, before)]
    start = past_a_name(os.path.commonprefix(texts))
    end = past_a_name(os.path.commonprefix([text[start:][::-1] for text in texts]))
    return ", not ".join(f"{'… ' * (start > 0)}{text[start : len(text) - end]}{' …' * (end > 0)}" for text in texts)


def past_a_name(common):
    """How many characters of what two texts have in common are left out, so that no name is cut."""
    cut = re.match(r".*[^\w.](?=[\w.]*$)", common[: max(0, len(common) - BESIDE)])
    return cut.end() if cut else 0


def everywhere(function):
    """Yields a Slip of each axis that stands at several places of a function, changed at all of them."""
    named = [one for one in ast.walk(function) if isinstance(one, ast.keyword) and one.arg in OF_AXES]
    for value in dict.fromkeys(expressions.number(one.value) for one in named):
        same = [one for one in named if expressions.number(one.value) == value]
        for axis in AXES if value is not None and len(same) > 1 else ():
            if axis != value:
                edits = [(one, "value", expressions.constant(axis)) for one in same]
                yield slip(AXIS, same[0], edits, f"axis={axis}, not axis={value}, {len(same)} times")


def statements(function, lines):
    """Yields a Slip of each two statements in the other order, of each that changes what it names, which may be one too
    many, and of each two names of a statement in each other's place."""
    for holder in ast.walk(function):
        body = getattr(holder, "body", None)
        for i, one in enumerate(body if isinstance(body, list) else ()):
            if not isinstance(one, ast.stmt) or not is_run(one, lines):
                continue
            after = body[i + 1] if i + 1 < len(body) else None
            if isinstance(one, ast.Assign) and isinstance(after, ast.Assign):
                words = f"{ast.unparse(after.targets[0])} before {ast.unparse(one.targets[0])}"
                yield slip(ORDER, one, [(holder, ("body", i), after), (holder, ("body", i + 1), one)], words)
            if isinstance(one, ast.AugAssign) or isinstance(one, ast.Assign) and changes_itself(one):
                yield slip(PART, one, [(holder, ("body", i), ast.Pass())])
            if isinstance(one, ast.Return | ast.Assign | ast.Expr):
                yield from exchanged(function, one)


def changes_itself(assigned):
    loaded = {part.id for part in ast.walk(assigned.value) if isinstance(part, ast.Name)}
    return ast.unparse(assigned.targets[0]) in loaded


def exchanged(function, statement):
    """Yields a Slip of each two names of the function that a statement reads, exchanged in it."""
    slots, known = {}, known_names(function)
    for holder, field, node in read(statement, {*range(statement.lineno, statement.end_lineno + 1)}):
        if isinstance(node, ast.Name) and node.id in known:
            slots.setdefault(node.id, []).append((holder, field))
    for one, other in itertools.combinations(slots, 2):
        edits = [(*slot, ast.Name(other, ast.Load())) for slot in slots[one]]
        edits += [(*slot, ast.Name(one, ast.Load())) for slot in slots[other]]
        yield slip(NAME, statement, edits, f"{one} and {other} exchanged")


def names(function, lines):
    """Yields a Slip of each name that is read, with each other name of the function in its place."""
    known = known_names(function)
    for holder, field, node in read(function, lines):
        if isinstance(node, ast.Name) and node.id in known:
            for other in known:
                if other != node.id:
                    yield slip(NAME, node, [(holder, field, ast.Name(other, ast.Load()))])


def known_names(function):
    """The names of a function's arguments, and of what it assigns to, in their order."""
    stored = [part for part in ast.walk(function) if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store)]
    every = [argument.arg for argument in function.args.args] + [part.id for part in stored]
    return [*dict.fromkeys(name for name in every if name != "self")]
