"""Yours and machinery live apart."""

import ast

import pytest
from conftest import PROJECT

PACKAGE = PROJECT / "{{ cookiecutter.package_name }}"


def imports(path):
    """(dots before it, module, name) of every import in a file."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            yield from ((node.level, node.module, alias.name) for alias in node.names)
        if isinstance(node, ast.Import):
            yield from ((0, alias.name, alias.name) for alias in node.names)


@pytest.mark.parametrize("name", ["data.py", "model.py", "losses.py"])
def test_data_model_and_losses_know_nothing_of_the_machinery_but_show(name):
    known = {found for found in imports(PACKAGE / name) if "recipe" in f"{found[1]}.{found[2]}"}
    assert known <= {(1, "recipe", "show")}


def test_training_uses_the_machinery_through_one_door():
    own = [found for found in imports(PACKAGE / "train.py") if found[0]]
    assert own == [(1, None, "recipe")]
