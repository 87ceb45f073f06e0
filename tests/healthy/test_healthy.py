"""The catalogue holds together. (What its programs do, is tried where the recipe climbs them.)"""

import ast
from collections import Counter
from pathlib import Path

import drawn
import pytest
import yaml
from healthy import HEALTHY
from prepare import PACKAGE, TASKS, overrides, prepare

TEMPLATE = Path(__file__).parents[2] / "{{cookiecutter.__folder}}"
FOLDERS = [path for path in TASKS.iterdir() if path.is_dir() and path.name[0] != "."]
FILES = sorted(p for folder in FOLDERS for p in folder.rglob("*.*") if p.suffix != ".pyc")


@pytest.fixture(scope="session")
def project(tmp_path_factory):
    """What a program is laid over, as far as it is read here: conf/ and the package's files."""
    folder = tmp_path_factory.mktemp("project")
    files = [*TEMPLATE.glob("conf/**/*.yaml"), *TEMPLATE.glob("*package_name}}/*.py")]
    for file in files:
        parts = [name.replace("{{cookiecutter.package_name}}", PACKAGE) for name in file.parts]
        path = folder / Path(*parts).relative_to(TEMPLATE)
        path.parent.mkdir(parents=True, exist_ok=True)
        text = file.read_text(encoding="utf-8")
        text = text.replace("{{ cookiecutter.package_name }}", PACKAGE)
        path.write_text(text.replace("{{ cookiecutter.project_slug }}", "x"), encoding="utf-8")
    return folder


@pytest.fixture(params=HEALTHY, ids=lambda healthy: healthy.name)
def program(request, project, tmp_path):
    return request.param, prepare(request.param, project, tmp_path / "program")


def test_there_are_at_least_forty():
    assert len(HEALTHY) >= 40


def test_the_readme_counts_them():
    said = " ".join((TEMPLATE.parent / "README.md").read_text(encoding="utf-8").split())
    assert f"and {len(HEALTHY)} healthy ones" in said


def test_names_are_unique():
    assert [name for name, times in Counter(h.name for h in HEALTHY).items() if times > 1] == []


def test_every_task_is_used():
    assert {healthy.task for healthy in (*HEALTHY, drawn.program(0))} - {""} == {folder.name for folder in FOLDERS}


def test_a_seed_draws_one_program_and_another_seed_another():
    assert drawn.program(3) == drawn.program(3) != drawn.program(4)


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(TASKS)))
def test_every_file_is_well_formed(file):
    text = file.read_text(encoding="utf-8")
    if file.suffix == ".py":
        tree = ast.parse(text)
        absolute = [n.module for n in ast.walk(tree) if isinstance(n, ast.ImportFrom) and not n.level]
        assert not any(module.split(".")[0] == PACKAGE for module in absolute)
        compile(tree, str(file), "exec")
    elif file.suffix == ".yaml":
        yaml.safe_load(text)
    else:
        assert file.name == "overrides.txt" and all("=" in line for line in text.split())


def test_its_overrides_name_what_there_is(program):
    healthy, folder = program
    chosen, values = choices(folder), []
    for key, value in (line.split("=", 1) for line in overrides(healthy)):
        if "." not in key and key in chosen:
            assert (folder / "conf" / key / f"{value}.yaml").exists(), f"{key}={value}"
            chosen[key] = value
        else:
            values.append(key)
    for key in values:
        group, *path = key.split(".")
        file = folder / "conf" / group / f"{chosen[group]}.yaml"
        node = yaml.safe_load(file.read_text(encoding="utf-8"))
        for name in path:
            assert name in node, f"{key}: not in {file.name}"
            node = node[name]


def choices(folder):
    """{group: option} of the default configuration; lists and the optional experiment left out."""
    config = yaml.safe_load((folder / "conf/config.yaml").read_text(encoding="utf-8"))
    lines = [line for line in config["defaults"] if isinstance(line, dict)]
    return {k: v for line in lines for k, v in line.items() if isinstance(v, str)}


def test_its_options_name_functions_that_exist(program):
    # An option whose function is gone was removed with it: of the task's own, that is a misspelt name.
    healthy, folder = program
    task = TASKS / healthy.task if healthy.task else folder
    for file in task.glob("conf/*/*.yaml"):
        assert (folder / file.relative_to(task)).exists(), file.name


def test_a_later_override_of_a_key_wins():
    siamese = next(healthy for healthy in HEALTHY if healthy.name == "siamese")
    assert [line for line in overrides(siamese) if line.startswith("data=")] == ["data=pairs"]
