"""The house: each room of the machinery knows only the rooms below it, and none knows what is above recipe/."""

import ast

import pytest
from conftest import TEMPLATE

RECIPE = TEMPLATE / "{{cookiecutter.__folder}}/{{cookiecutter.package_name}}/recipe"
# From the top down. Above them all stand the commands, the files of recipe/ itself.
ROOMS = "launch climb replication checks run track figures measure paper prepare keep keras_side".split()
FILES = sorted(RECIPE.rglob("*.py"))


def imported(path):
    """The files and folders of recipe/, as parts of their paths, that a file imports from; () is recipe/ itself."""
    here = path.relative_to(RECIPE).parts[:-1]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level:
            assert node.level <= len(here) + 1, f"{path}: line {node.lineno} imports from above recipe/"
            base = (*here[: len(here) + 1 - node.level], *(node.module or "").split("."))
            yield from ((*filter(None, base), name.name) for name in node.names)


def test_every_file_lies_in_a_room():
    assert {path.name for path in RECIPE.iterdir() if path.is_dir() and path.name != "__pycache__"} == set(ROOMS)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(RECIPE)))
def test_a_room_knows_only_what_is_below_it(path):
    room = path.relative_to(RECIPE).parts[0]
    if room in ROOMS:
        known = {"VERSION", *ROOMS[ROOMS.index(room) :]}
    else:
        known = {"VERSION", *ROOMS, *(command.stem for command in RECIPE.glob("*.py"))}
    assert {parts[0] for parts in imported(path)} <= known
