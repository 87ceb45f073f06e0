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
def clone(tmp_path_factory):
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
    return clone, commit(clone, "now")


@pytest.fixture
def template(clone):
    """The same, whatever the test before has changed in it."""
    folder, now = clone
    yield folder
    run(folder, "git", "reset", "--quiet", "--hard", now)


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


def test_make_update_says_what_changes_and_what_is_left_to_do(template, tmp_path):
    first, made = commit(template, "now"), template / MADE
    run(
        tmp_path,
        sys.executable,
        "-m",
        "cruft",
        "create",
        template,
        "--no-input",
        "--default-config",
        "--checkout",
        first,
    )
    project = tmp_path / "scaling-down-deep-learning"
    run(project, "git", "init", "--quiet")
    commit(project, "Start")
    (project / "conf/training/default.yaml").rename(project / "conf/training/mine.yaml")
    edit(project / NAME / "model.py", "import math\n", "import math  # mine\n")
    commit(project, "Mine")

    machinery = made / PACKAGE / "recipe/__init__.py"
    machinery.write_text(re.sub('VERSION = ".*?"', 'VERSION = "9.0.0"', machinery.read_text()))
    changes = (template / "CHANGELOG.md").read_text()
    (template / "CHANGELOG.md").write_text(changes.replace("\n## ", "\n## 9.0.0\n\n- It flies.\n\n## ", 1))
    edit(made / PACKAGE / "model.py", "import math\n", "import math  # the template's\n")
    edit(made / "conf/training/default.yaml", "epochs: 50", "wings: 2\nepochs: 50")
    edit(made / "conf/optimizer/adam.yaml", "learning_rate", "feathers: 3\nlearning_rate")
    second = commit(template, "next")

    said = run(project, sys.executable, "-m", f"{NAME}.recipe.update")
    assert "→ 9.0.0\n\n## 9.0.0\n\n- It flies.\n" in said and "## 0." not in said
    assert f"to be merged by hand:\n  {NAME}/model.py\n" in said
    assert "new keys that are missing:\n  conf/training/mine.yaml: wings\n" in said and "feathers" not in said
    assert f'"commit": "{second}"' in (project / ".cruft.json").read_text()
    assert "feathers: 3" in (project / "conf/optimizer/adam.yaml").read_text()

    refused = subprocess.run(
        [sys.executable, "-m", f"{NAME}.recipe.update"], cwd=project, capture_output=True, text=True
    )
    assert refused.returncode == 2 and "git has uncommitted changes here" in refused.stderr


def test_a_project_that_cruft_has_not_made_says_how_it_becomes_one(bake):
    project = bake()
    refused = subprocess.run(
        [sys.executable, "-m", f"{NAME}.recipe.update"], cwd=project, capture_output=True, text=True
    )
    assert refused.returncode == 2 and refused.stderr.startswith("refused: .cruft.json is missing")


def test_a_project_that_has_begun_takes_an_update_as_one_that_was_generated_empty(template, tmp_path):
    first = commit(template, "example")
    edit(template / MADE / "conf/config.yaml", "debug: false  ", "debug: true  ")
    edit(template / MADE / "begin/model.py", "Shapes: b batch.", "Shapes: b batch, of a later revision.")
    edit(template / MADE / "docs/first_day.md", "# The first day", "# The first day, of a later revision")
    second = commit(template, "later")

    cruft = [sys.executable, "-m", "cruft"]
    run(tmp_path, *cruft, "create", template, "--no-input", "--default-config", "--checkout", first)
    project = tmp_path / "scaling-down-deep-learning"
    run(project, "git", "init", "--quiet")
    commit(project, "Start")
    run(project, "make", "--no-print-directory", "begin", f"PYTHON={sys.executable}")
    edit(project / NAME / "data.py", "raise NotImplementedError", "return mine(folder)")
    commit(project, "Mine")
    run(project, *cruft, "update", "--skip-apply-ask", "--allow-untracked-files", "--checkout", second)

    assert not [*project.rglob("*.rej"), *project.rglob("*.orig")]
    assert "debug: true  " in (project / "conf/config.yaml").read_text()
    assert "of a later revision" in (project / NAME / "model.py").read_text()
    assert "return mine(folder)" in (project / NAME / "data.py").read_text()
    assert not (project / "begin").exists() and not (project / "docs/first_day.md").exists()


def test_the_version_in_every_record_is_the_one_that_the_changes_begin_with():
    said = re.search('^VERSION = "(.*)"', (TEMPLATE / MADE / PACKAGE / "recipe/__init__.py").read_text(), re.MULTILINE)
    changes = (TEMPLATE / "CHANGELOG.md").read_text()
    assert re.search("^## (.*)", changes, re.MULTILINE)[1] == said[1]
