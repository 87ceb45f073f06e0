"""A project made from one revision of the template takes a later one with `cruft update`, and keeps what is its own."""

import os
import re
import shutil
import subprocess
import sys

import pytest
from conftest import TEMPLATE

RELEASED = "426637a5a4ed34c5f208c9533b1d731e4825450d"  # before the template's folder and a part of the machinery moved
WHO = {f"GIT_{role}_{what}": "who@lab" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
MADE = "{{cookiecutter.__folder}}"
PACKAGE = "{{cookiecutter.package_name}}"
NAME = "scaling_down_deep_learning"


def run(folder, *command):
    done = subprocess.run(
        command, cwd=folder, env={**os.environ, **WHO}, stdin=subprocess.DEVNULL, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout.strip()


def commit(folder, message):
    run(folder, "git", "add", "--all")
    run(folder, "git", "commit", "--quiet", "--allow-empty", "--message", message)
    return run(folder, "git", "rev-parse", "HEAD")


def edit(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture(scope="module")
def template(tmp_path_factory):
    """A clone of the template with its history, as it is in the working tree."""
    clone = tmp_path_factory.mktemp("template") / "nn-recipe"
    run(TEMPLATE, "git", "clone", "--quiet", TEMPLATE, clone)
    run(clone, "git", "switch", "--quiet", "--create", "revisions")
    for name in ("cookiecutter.json", "hooks", MADE):
        source, place = TEMPLATE / name, clone / name
        if source.is_dir():
            shutil.rmtree(place, ignore_errors=True)
            shutil.copytree(source, place, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, place)
    return clone


@pytest.mark.parametrize("since", ["the next revision", "the release before"])
def test_an_update_keeps_what_is_yours_and_replaces_the_machinery(template, tmp_path, since):
    now = commit(template, "now")
    if since == "the release before":
        if subprocess.run(["git", "cat-file", "-e", RELEASED], cwd=template, capture_output=True).returncode:
            pytest.skip("this clone has no history")
        first, second = RELEASED, now
    else:
        first, made = now, template / MADE
        edit(made / PACKAGE / "recipe/launch/guard.py", "import sys\n", "import sys  # a later revision\n")
        edit(made / PACKAGE / "model.py", "import math\n", "import math  # a later revision\n")
        edit(made / "conf/config.yaml", "seed: 0  ", "seed: 7  ")
        second = commit(template, "next")

    cruft = [sys.executable, "-m", "cruft"]
    run(tmp_path, *cruft, "create", template, "--no-input", "--default-config", "--checkout", first)
    project = tmp_path / "scaling-down-deep-learning"
    run(project, "git", "init", "--quiet")
    commit(project, "Start")
    edit(project / NAME / "model.py", "layers.ReLU(", "layers.ELU(")
    edit(project / NAME / "losses.py", "gamma=2.0", "gamma=3.0")
    edit(project / "conf/training/default.yaml", "epochs: 50", "epochs: 60")
    (project / "conf/model/mine.yaml").write_text("_target_: mine\n")
    (project / "tests/test_mine.py").write_text("MINE = True\n")
    commit(project, "Mine")
    for untracked in ("notes/idea.md", "outputs/run/result.json"):
        (project / untracked).parent.mkdir(parents=True)
        (project / untracked).write_text("mine")

    run(project, *cruft, "update", "--skip-apply-ask", "--allow-untracked-files", "--checkout", second)

    assert not [*project.rglob("*.rej"), *project.rglob("*.orig")]
    assert "layers.ELU(" in (project / NAME / "model.py").read_text()
    assert "gamma=3.0" in (project / NAME / "losses.py").read_text()
    assert "epochs: 60" in (project / "conf/training/default.yaml").read_text()
    for own in ("conf/model/mine.yaml", "tests/test_mine.py", "notes/idea.md", "outputs/run/result.json"):
        assert (project / own).exists(), own
    # What is not yours is as in a project that is made now.
    (tmp_path / "fresh").mkdir()
    run(tmp_path / "fresh", *cruft, "create", template, "--no-input", "--default-config", "--checkout", second)
    fresh = tmp_path / "fresh/scaling-down-deep-learning"
    machinery = [path.relative_to(fresh) for path in (fresh / NAME / "recipe").rglob("*") if path.is_file()]
    assert machinery
    for path in machinery:
        assert (project / path).read_bytes() == (fresh / path).read_bytes(), path
    assert {path.name for path in (project / NAME / "recipe").iterdir()} == {
        path.name for path in (fresh / NAME / "recipe").iterdir()
    }
    if since == "the next revision":
        assert "a later revision" in (project / NAME / "model.py").read_text()
        assert "seed: 7" in (project / "conf/config.yaml").read_text()


def test_the_version_in_every_record_is_the_one_that_the_changes_begin_with():
    said = re.search('^VERSION = "(.*)"', (TEMPLATE / MADE / PACKAGE / "recipe/__init__.py").read_text(), re.MULTILINE)
    changes = (TEMPLATE / "CHANGELOG.md").read_text()
    assert re.search("^## (.*)", changes, re.MULTILINE)[1] == said[1]
