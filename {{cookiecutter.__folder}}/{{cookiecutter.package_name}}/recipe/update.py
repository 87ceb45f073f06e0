"""MACHINERY. Takes the newest revision of the template: says what changes, and then what is left to do by hand.

    make update        which runs: python -m PACKAGE.recipe.update

What is yours is kept, recipe/ is replaced. Before it, commit: afterwards `git diff` shows the update alone.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import yaml

from . import VERSION
from .keep import printing, unfailing
from .keep.project import CONF, PACKAGE

PROJECT = PACKAGE.parent
REVISION = PROJECT / ".cruft.json"


def main():
    unfailing.protect()
    argparse.ArgumentParser(prog=f"python -m {__spec__.name}", description=__doc__.splitlines()[0][11:]).parse_args()
    if not REVISION.exists():
        refuse(f"{REVISION.name} is missing, which says what this was made from: `cruft link TEMPLATE` writes it")
    if git(PROJECT, "status", "--porcelain", "--untracked-files=no"):
        refuse("git has uncommitted changes here: commit them, so that the update stands apart")
    made_from = json.loads(REVISION.read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        template = Path(folder, "template")
        git(folder, "clone", "--quiet", made_from["template"], template)
        newest = git(template, "rev-parse", "HEAD")
        if newest == made_from["commit"]:
            return printing.say(f"{VERSION} is the newest: nothing to do")
        (machinery,) = template.glob("*/*/recipe/__init__.py")
        version = re.search('^VERSION = "(.*)"', machinery.read_text(encoding="utf-8"), re.MULTILINE)[1]
        printing.say(f"{VERSION} → {version}")
        printing.say("\n" + what_changes((template / "CHANGELOG.md").read_text(encoding="utf-8")))
        before, after = (made(made_from, commit, Path(folder, commit)) for commit in (made_from["commit"], newest))
        cruft("update", "--skip-apply-ask", "--allow-untracked-files", "--checkout", newest)
        say_all("to be merged by hand", conflicts())
        say_all("new keys that are missing", missing_keys(CONF, before / "conf", after / "conf"))
    printing.say("\n`git diff HEAD` shows what the update did; `make install` brings what it needs")


def what_changes(changelog):
    """The sections of a CHANGELOG.md that are newer than this project; the first one where none is."""
    sections = re.split("^(?=## )", changelog, flags=re.MULTILINE)[1:]
    versions = [section.split()[1] for section in sections]
    newer = versions.index(VERSION) if VERSION in versions else len(sections)
    return "\n".join(section.rstrip() + "\n" for section in sections[: max(newer, 1)]).rstrip()


def made(made_from, commit, folder):
    """The project as this revision of the template makes it, in a folder of its own; its path."""
    answers = {k: v for k, v in made_from["context"]["cookiecutter"].items() if not k.startswith("_")}
    given = ["--no-input", "--extra-context", json.dumps(answers), "--checkout", commit, "--output-dir", folder]
    cruft("create", made_from["template"], *given)
    return next(folder.iterdir())


def conflicts():
    """The files that hold marks of a conflict, and those that say what could not be applied."""
    marked = git(PROJECT, "diff", "--name-only", "--diff-filter=U", "--relative").splitlines()
    return [*marked, *(str(path.relative_to(PROJECT)) for path in sorted(PROJECT.rglob("*.rej")))]


def missing_keys(conf, before, after):
    """New keys of the template's conf/ that files here have not: those of the same name, and one's own beside them.

    Arguments of what a `_target_` names are left out of one's own files: those name something else.

    Args:
        conf, before, after: the folder conf/ of this project, and as both revisions of the template make it.

    Returns:
        ["conf/training/mine.yaml: precision", …]
    """
    found = []
    for new in sorted(after.rglob("*.yaml")):
        name = new.relative_to(after)
        if not (before / name).exists():
            continue
        added = [key for key in keys(new) if key not in keys(before / name)]
        for path in sorted((conf / name).parent.glob("[!.]*.yaml")):
            if path.name == name.name:
                wanted = added
            elif name.parent == Path() or (after / path.relative_to(conf)).exists():
                continue
            else:
                wanted = [key for key in added if not called(new, key)]
            if lacks := [key for key in wanted if key not in keys(path)]:
                found.append(f"{path.relative_to(conf.parent)}: {', '.join(lacks)}")
    return found


def keys(path):
    """The dotted keys of a YAML file's leaves."""

    def of(node, prefix):
        if not isinstance(node, dict) or not node:
            return [prefix.rstrip(".")]
        return [key for name, branch in node.items() for key in of(branch, f"{prefix}{name}.")]

    return of(yaml.safe_load(path.read_text(encoding="utf-8")) or {}, "")


def called(path, key):
    """Whether a key is an argument of something that a `_target_` names."""
    parts, known = key.split("."), keys(path)
    return any(".".join([*parts[:end], "_target_"]) in known for end in range(len(parts)))


def cruft(*arguments):
    run(PROJECT, sys.executable, "-m", "cruft", *arguments)


def git(folder, *arguments):
    return run(folder, "git", *arguments)


def run(folder, *command):
    """What a command says; where it fails, it ends this one."""
    done = subprocess.run([*map(str, command)], cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    if done.returncode:
        refuse(f"{' '.join(map(str, command[:4]))} … failed: {(done.stdout + done.stderr).strip()}")
    return done.stdout.strip()


def say_all(title, lines):
    if lines:
        printing.say("\n".join(["", f"{title}:", *(f"  {line}" for line in lines)]))


def refuse(message):
    printing.say(f"refused: {message}", sys.stderr)
    raise SystemExit(2)


if __name__ == "__main__":
    main()
