"""docs/first_day.md, followed word by word: each command is run, and what it says is printed is what is printed."""

import os
import re
import subprocess

import pytest
from conftest import TEMPLATE, generate

pytestmark = pytest.mark.thorough

ENVIRONMENT = os.environ.get("PROJECT_VENV", TEMPLATE / ".venv-project")
WHO = {f"GIT_{role}_{what}": "new@lab" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}


def blocks(text):
    """(command, the lines said to be printed) in the document's order."""
    found = []
    for line in text.splitlines():
        if line.startswith("    $ "):
            found.append((line.removeprefix("    $ "), []))
        elif line.startswith("    ") and found:
            found[-1][1].append(line.removeprefix("    "))
    return found


def pattern(lines):
    """A line of … alone stands for any lines, within a line for any text; blanks at a line's end do not count."""
    parts = [r"(?:.*\n)*" if line == "…" else ".*".join(map(re.escape, line.split("…"))) + " *\n" for line in lines]
    return "".join(parts)


@pytest.fixture(scope="module")
def day(tmp_path_factory):
    """Each command of the document and what it printed, all typed into one shell."""
    # With the default answers its environment is the one that is there already.
    project = generate(tmp_path_factory.mktemp("day"))
    (project / ".venv").symlink_to(ENVIRONMENT)
    asked = blocks((project / "docs/first_day.md").read_text(encoding="utf-8"))
    # `make` says less where no other make has called it.
    alone = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}
    script = "".join(f"{command}\necho; echo @@@\n" for command, _ in asked)
    shell = subprocess.run(
        ["bash"],
        input=script,
        cwd=project,
        env=alone | WHO,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    printed = shell.stdout.split("\n@@@\n")[:-1]
    assert len(printed) == len(asked), shell.stdout[-2000:]
    return list(zip(asked, printed, strict=True))


def test_every_command_prints_what_the_document_says(day):
    assert len(day) >= 14
    for (command, lines), printed in day:
        # What is not shown is not of interest, but an error always is.
        assert re.fullmatch(pattern(lines), printed.lstrip("\n")), f"$ {command}\n{printed}"


def test_a_document_that_says_otherwise_is_noticed(day):
    for (_, lines), printed in day:
        for number, line in enumerate(lines):
            if line != "…":
                wrong = [*lines[:number], line + " not", *lines[number + 1 :]]
                assert not re.fullmatch(pattern(wrong), printed.lstrip("\n")), line
