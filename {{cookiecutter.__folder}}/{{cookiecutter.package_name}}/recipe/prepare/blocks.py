"""MACHINERY. What is still to be written: functions of the researcher's files that only raise NotImplementedError."""

import ast

from omegaconf import OmegaConf

from ..keep.project import PACKAGE


class Unwritten(NotImplementedError):
    """Functions are still to be written; the message lists all of them."""


def unwritten_in(cfg):
    """What is still to be written for an experiment, an Unwritten; None where everything is.

    Nothing is imported: a file that cannot be is read all the same.
    """
    targets = [OmegaConf.select(cfg, f"{node}._target_") for node in ("model", "loss.function", "data.load")]
    files = dict.fromkeys(file_of(target or "") for target in targets)
    names = {file.name: unwritten(file.read_text(encoding="utf-8")) for file in files if file}
    said = [f"{', '.join(found)} in {name}" for name, found in names.items() if found]
    return Unwritten(f"still to write: {'; '.join(said)}") if said else None


def file_of(target):
    """The researcher's file in which a `_target_` lies; None of a library's."""
    package, *parts = target.split(".")
    files = [PACKAGE.joinpath(*parts[:number]).with_suffix(".py") for number in range(len(parts), 0, -1)]
    return next(filter(lambda file: file.is_file(), files), None) if package == PACKAGE.name else None


def unwritten(source):
    """Names of the functions and methods in a module's source that do nothing but raise NotImplementedError."""
    return [
        name
        for name, function in functions(source)
        if isinstance(body(function)[0], ast.Raise) and "NotImplementedError" in ast.unparse(body(function)[0])
    ]


def functions(source):
    """(name, node) of the functions and methods in a module's source, in its order; methods as Class.method."""
    for node in ast.parse(source).body:
        if isinstance(node, ast.FunctionDef):
            yield node.name, node
        if isinstance(node, ast.ClassDef):
            yield from ((f"{node.name}.{f.name}", f) for f in node.body if isinstance(f, ast.FunctionDef))


def body(function):
    """The statements of a function below its docstring; the docstring where there is nothing else."""
    return function.body[1:] or function.body if ast.get_docstring(function) is not None else function.body
