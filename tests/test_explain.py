"""recipe.explain: the document of all checks, and where one looks for a cause."""

import subprocess

import pytest
from conftest import NAME
from test_project import PYTHON


def explained(project, *arguments):
    return subprocess.run(
        [PYTHON, "-m", f"{NAME}.recipe.explain", *arguments], cwd=project, capture_output=True, text=True
    )


def test_the_document_of_the_checks_is_current(project):
    written = explained(project)
    assert written.returncode == 0, written.stderr
    kept = (project / "docs/checks.md").read_text(encoding="utf-8")
    assert written.stdout == kept, f"python -m {NAME}.recipe.explain > docs/checks.md"


def test_a_cause_is_looked_up_with_the_checks_that_name_it(project):
    found = explained(project, "dead-units")
    assert found.returncode == 0, found.stderr
    assert "look at conf/initializer: bias; model.py: activations" in found.stdout
    assert "  loss: units-alive" in found.stdout.splitlines()


@pytest.mark.parametrize(("cause", "near"), [("dead-unit", "dead-units"), ("softmax twice", "softmax-twice")])
def test_an_unknown_cause_is_refused_with_the_nearest_names(project, cause, near):
    found = explained(project, cause)
    assert found.returncode == 2 and found.stdout == ""
    (line,) = found.stderr.splitlines()
    assert line.startswith("refused: ") and near in line
