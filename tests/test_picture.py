"""The README's first picture, and the climb that a project's README shows, against what a terminal shows today."""

import re

import picture
import pytest
from conftest import NAME, TEMPLATE
from served import answers

SHOWN = picture.lines_in(picture.PICTURE.read_text(encoding="utf-8"))
BROKEN = "loss.function.from_logits=false"


@pytest.fixture(scope="module")
def climb(project):
    """climb(overrides) → the lines that a climb leaves on a terminal."""

    def seen(*overrides):
        arguments = ["tracker=[]", "report=false", *overrides]
        request = {"project": str(project), "module": f"{NAME}.recipe", "arguments": arguments}
        [answer] = answers(**request, folder=str(project), columns=picture.COLUMNS)
        return [line.plain for line in picture.styled(answer["terminal"])]

    return seen


@pytest.fixture(scope="module")
def failed(climb):
    """What a climb shows of the break, after one that has passed."""
    climb("rungs=[forward]")
    return alike(climb(BROKEN))


def alike(lines):
    """Lines in which what takes another time and lies in another folder each time is the same."""
    text = re.sub(r"outputs/\S+", "outputs/…", "\n".join(lines))
    return re.sub(r"[\d.,]+(?= s\b| min\b| h\b| steps a second)", "…", text).splitlines()


def of_command(number):
    """The lines that the picture shows below one of its commands."""
    begins = [i for i, line in enumerate(SHOWN) if line.startswith("$ ")]
    begin, end = [*begins, len(SHOWN) + 1][number : number + 2]
    return alike(SHOWN[begin + 1 : end - 1])


def test_the_picture_shows_the_session_that_records_it():
    typed = [line.removeprefix("$ ") for line in SHOWN if line.startswith("$ ")]
    assert len(typed) == len(picture.SESSION)
    assert all(command.startswith(line) for command, line in zip(picture.SESSION, typed, strict=True))


def test_the_picture_shows_the_fail_of_today(failed):
    # Of the edited file something is claimed, which the whole training misses; nothing is of an override.
    shown = re.sub(r"; after the whole training .*?\(abstract\)", "", "\n".join(of_command(1)), flags=re.DOTALL)
    assert shown.splitlines() == failed


def test_the_projects_readme_shows_the_fail_of_today(failed):
    text = (TEMPLATE / "{{cookiecutter.__folder}}/README.md").read_text(encoding="utf-8")
    text = text.replace("{{ cookiecutter.package_name }}", NAME)
    block = text[text.index("    forward  FAIL") : text.index("\n\nA rung that passes")]
    assert alike(line.removeprefix("    ") for line in block.splitlines()) == failed[1:-3]


@pytest.mark.thorough
def test_the_picture_shows_the_climb_that_passes(climb):
    assert of_command(3) == alike(climb())


def test_the_picture_ends_with_the_table_of_a_replication():
    claims = [line.split()[0] for line in of_command(4) if re.search(r" (not )?replicated$| inconclusive$", line)]
    assert claims == ["cnn_size", "cnn", "logistic"]


def test_the_picture_asks_no_network_and_comes_first_in_the_readme():
    assert not re.search(r"url\((?!#)|href", picture.PICTURE.read_text(encoding="utf-8"))
    readme = (TEMPLATE / "README.md").read_text(encoding="utf-8")
    assert re.findall(r"!\[[^\]]*\]\(([^)]*)\)", readme)[0] == str(picture.PICTURE.relative_to(TEMPLATE))
