"""The house: each room of the machinery knows only the rooms below it, and none knows what is above recipe/.

What is private in Keras and Hydra, and what patches a running program, is the business of one room, keras_side.
"""

import ast
import re

import pytest
from conftest import TEMPLATE

RECIPE = TEMPLATE / "{{cookiecutter.__folder}}/{{cookiecutter.package_name}}/recipe"
# From the top down. Above them all stand the commands, the files of recipe/ itself.
ROOMS = "launch climb tries replication checks run track figures measure paper prepare keep keras_side".split()
FILES = sorted(RECIPE.rglob("*.py"))
OURS = {"_target_", "_exit", "_loaded", "_name"}  # a key of conf/, of os, of prepare/samples.py, of paper/schema.py
LISTENED_TO = {"fit", "train_step", "compute_loss", "add_loss", "call", "apply", "__class__"}  # of Keras' objects


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


def reached_for(path):
    """Where a file uses a private name of something else than itself, or puts another method in an object's place."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = []
        match node:
            case ast.ImportFrom(module=str(module)) if not node.level:
                names = [*module.split("."), *(alias.name for alias in node.names)]
            case ast.Import():
                names = [name for alias in node.names for name in alias.name.split(".")]
            case ast.Attribute(value=value, attr=name, ctx=context):
                own = isinstance(value, ast.Name) and value.id == "self"
                patched = name in LISTENED_TO and not isinstance(context, ast.Load)
                names = [] if own else ["mock" if patched else name]
            case ast.Call(func=ast.Name(id="getattr" | "setattr" | "hasattr"), args=[_, ast.Constant(value=name), *_]):
                names = [name]
        private = [name for name in names if re.match("_[a-z]", name) and name not in OURS]
        yield from (f"line {node.lineno}: {name}" for name in (*private, *({"mock", "src"} & set(names))))


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(RECIPE)))
def test_only_keras_side_knows_what_is_private_in_keras_and_hydra(path):
    assert path.parent.name == "keras_side" or list(reached_for(path)) == []
