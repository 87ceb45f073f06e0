"""MACHINERY. The blocks of a model.py: its functions and methods, and which of them are still to be written."""

import ast


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
