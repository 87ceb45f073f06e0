"""Lays a healthy program over a copy of a generated project whose package is `paper_net`."""

import ast
import shutil
from pathlib import Path

import yaml
from backends import CHOSEN

TASKS = Path(__file__).parent / "tasks"
PACKAGE = "paper_net"
STEPS = Path(__file__).parents[1] / f"steps/{CHOSEN}.py"  # what a task's own train_step rests on


def prepare(healthy, project_dir, folder):
    """Makes the program's project.

    Args:
        healthy: a healthy.Healthy.
        project_dir: a generated project, left as it is.
        folder: where the program's own project goes; it must not exist yet.

    Returns:
        The folder, a Path. Its commands run there, with the program's `overrides`.
    """
    folder = Path(folder)
    leave_out = shutil.ignore_patterns(".git", ".venv*", "outputs", "multirun", "__pycache__")
    shutil.copytree(project_dir, folder, ignore=leave_out)
    if healthy.task:
        leave_out = shutil.ignore_patterns("overrides.txt", "__pycache__")
        shutil.copytree(TASKS / healthy.task, folder, ignore=leave_out, dirs_exist_ok=True)
        shutil.copy(STEPS, folder / PACKAGE / "steps.py")
    for file in stale(folder):
        file.unlink()
    return folder


def stale(folder):
    """Options in conf/ whose function went with the example: who replaces it, removes them."""
    return [file for file in folder.glob("conf/*/*.yaml") if any(gone(folder, t) for t in targets(file))]


def targets(file):
    """Every `_target_` in a YAML file."""
    found, nodes = [], [yaml.safe_load(file.read_text(encoding="utf-8"))]
    while nodes:
        node = nodes.pop()
        nodes += node.values() if isinstance(node, dict) else node if isinstance(node, list) else []
        if isinstance(node, dict) and "_target_" in node:
            found.append(node["_target_"])
    return found


def gone(folder, target):
    """Whether `paper_net.module.name` names what the module no longer defines."""
    package, _, rest = target.partition(".")
    if package != PACKAGE or rest.startswith("recipe."):
        return False
    module, _, name = rest.rpartition(".")
    file = folder / PACKAGE / f"{module}.py"
    return not file.exists() or name not in defined(file)


def defined(file):
    """Names of the functions and classes in a module."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)}


def overrides(healthy):
    """What the program adds to a command line: the task's overrides, then its own, which win."""
    file = TASKS / healthy.task / "overrides.txt"
    lines = file.read_text(encoding="utf-8").split() if healthy.task else []
    return [f"{key}={value}" for key, value in merged([*lines, *healthy.overrides]).items()]


def merged(lines):
    """{key: value} of override lines; the last one of a key holds."""
    return dict(line.partition("=")[::2] for line in lines)
