"""MACHINERY. Empties the example in model.py, once, at the start of a replication:

    python -m PACKAGE.recipe.skeleton

Each block keeps its name, arguments and docstring, and raises NotImplementedError until it is written. The functions
that conf/model names stay: they say how the blocks are put together.
"""

import ast
from pathlib import Path

from omegaconf import OmegaConf

from . import printing, unfailing

PACKAGE = Path(__file__).parents[1]


def emptied(source, keep):
    """The source of a model.py with the body of each block replaced.

    Args:
        source: the text of the file.
        keep: names of the functions left as they are.

    Returns:
        The new text and the names of the blocks emptied.
    """
    lines, names = source.splitlines(), []
    for name, function in reversed(list(functions(source))):
        if name not in keep:
            statements = body(function)
            indent = " " * statements[0].col_offset
            lines[statements[0].lineno - 1 : function.end_lineno] = [f"{indent}raise NotImplementedError"]
            names.insert(0, name)
    return "\n".join(lines) + "\n", names


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


def main():
    unfailing.protect()
    builders = {OmegaConf.load(file)._target_ for file in (PACKAGE.parent / "conf/model").glob("[!.]*.yaml")}
    path = PACKAGE / "model.py"
    text, names = emptied(path.read_text(encoding="utf-8"), {builder.rpartition(".")[2] for builder in builders})
    path.write_text(text, encoding="utf-8")
    printing.say(f"still to write in {path.name}: {', '.join(names)}")


if __name__ == "__main__":
    main()
