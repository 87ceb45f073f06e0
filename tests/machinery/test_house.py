"""The machinery knows nothing of what is the researcher's."""

import ast
from pathlib import Path

from paper_net import recipe

PACKAGE = Path(recipe.__file__).parents[1]


def imports(path):
    """(dots before it, module, name) of every import in a file."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            yield from ((node.level, node.module, alias.name) for alias in node.names)
        if isinstance(node, ast.Import):
            yield from ((0, alias.name, alias.name) for alias in node.names)


def test_the_machinery_reaches_yours_through_train_alone():
    for path in (PACKAGE / "recipe").rglob("[!.]*.py"):
        levels_up = len(path.relative_to(PACKAGE).parts)
        reached = {name for level, module, name in imports(path) if level == levels_up and module is None}
        assert reached <= {"train"}, path.name
        assert not [module for level, module, _ in imports(path) if level == levels_up and module], path.name
