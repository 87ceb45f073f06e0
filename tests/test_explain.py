"""recipe.explain: what a cause is, and the documents of all checks and causes."""

import ast
import re
import subprocess

import pytest
from conftest import NAME
from rungs import PYTHON
from served import command

# What an unknown cause, or the list, must not wait for.
SLOW = "import sys, runpy; sys.modules |= dict.fromkeys(['keras', 'tensorflow', 'omegaconf']); "


def explained(project, *arguments):
    return command(project, "recipe.explain", *arguments)


def explained_at_once(project, *arguments):
    code = f"{SLOW}sys.argv[1:] = {arguments}; runpy.run_module('{NAME}.recipe.explain', run_name='__main__')"
    return subprocess.run([PYTHON, "-c", code], cwd=project, capture_output=True, text=True)


def sections(said):
    """{head: the lines below it} of what is said of a cause; the first head is its name."""
    blocks = (block.splitlines() for block in said.split("\n\n"))
    return {head: [line.removeprefix("  ") for line in below] for head, *below in blocks}


@pytest.mark.parametrize("name", ["checks", "causes"])
def test_a_document_is_current(project, name):
    written = explained(project, "--markdown", name)
    assert written.returncode == 0, written.stderr
    kept = (project / f"docs/{name}.md").read_text(encoding="utf-8")
    assert written.stdout == kept, f"python -m {NAME}.recipe.explain --markdown {name} > docs/{name}.md"


def test_a_cause_is_told_whole(project):
    found = explained(project, "inputs-not-scaled")
    assert found.returncode == 0 and found.stderr == ""
    told = sections(found.stdout)
    (first, *others) = told
    assert first == "inputs-not-scaled" and "expect about 1." in told[first][0]
    assert others == ["how it shows", "broken", "mended", "look at", "source", "named by", "after a FAIL"]
    assert told["look at"] == ["data.py: scale; or a Rescaling or Normalization layer in model.py"]
    assert ast.dump(ast.parse(told["broken"][0])) != ast.dump(ast.parse(told["mended"][0]))
    limit = r"loss: units-alive (indicator): at most 0.5 (share of the rectifiers' units that are silent); "
    assert f"{limit}the worst healthy program 0.44" in told["named by"]
    assert told["after a FAIL"] == ["a mend is tried: it takes this cause away, and nothing else"]


@pytest.mark.parametrize(
    ("cause", "named", "tried"),
    [
        ("sequence-sees-future", "look: next-step-hidden", "nothing can be tried from outside"),
        ("learning-rate-too-low", "one, ten: learnt", "a treatment is tried"),
        ("unwritten", "any rung: runs", "nothing can be tried from outside"),
    ],
)
def test_it_says_who_names_a_cause_and_what_is_tried_of_it(project, cause, named, tried):
    told = sections(explained(project, cause).stdout)
    assert any(line.startswith(named) for line in told["named by"]) and told["after a FAIL"][0].startswith(tried)


def test_the_list_has_a_line_for_each_cause_below_its_part_of_a_program(project):
    found = explained_at_once(project)
    assert found.returncode == 0, found.stderr
    parts = [line for line in found.stdout.splitlines() if line and not line.startswith(" ")]
    assert parts[:4] == ["Loss and output head", "Data", "Architecture", "Optimizer and protocol"]
    listed = [line.partition(": ")[0].strip() for line in found.stdout.splitlines() if line.startswith("  ")]
    document = (project / "docs/causes.md").read_text(encoding="utf-8").splitlines()
    assert listed == [line.removeprefix("### ") for line in document if line.startswith("### ")]


@pytest.mark.parametrize(("cause", "near"), [("dead-unit", "dead-units"), ("softmax twice", "softmax-twice")])
def test_an_unknown_cause_is_refused_at_once_with_the_nearest_names(project, cause, near):
    found = explained_at_once(project, cause)
    assert found.returncode == 2 and found.stdout == ""
    (line,) = found.stderr.splitlines()
    assert line.startswith(f"refused: {cause} is no cause; did you mean {near}, ")


def test_what_healthy_programs_have_is_told_beside_the_limit(project):
    text = (project / "docs/checks.md").read_text(encoding="utf-8")  # current, by the test above
    (line,) = re.findall(r"\*\*not-affine\*\*.*?- Healthy programs: (.*?)\n", text, re.DOTALL)
    median, low, high, number = map(float, re.findall(r"[\d.]+(?:e-?\d+)?", line))
    assert low < median < high and number >= 50
