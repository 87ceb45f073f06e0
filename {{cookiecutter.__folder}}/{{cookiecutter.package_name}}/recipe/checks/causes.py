"""MACHINERY. The vocabulary of causes in verdicts.json: what each one is, how it shows, and where one looks for it.

All of it stands in causes.yaml, which verdicts, pages, recipe.explain, recipe.dojo and docs/causes.md read.
"""

from dataclasses import dataclass
from pathlib import Path

from ..keep import run_files


@dataclass(frozen=True)
class Cause:
    """One entry of causes.yaml.

    Args:
        part: of the program, such as Data.
        what: what it is, in one sentence.
        shows: what one sees of it in the loss, in figures, in what a network answers.
        broken: a few lines of a program that has it.
        mended: the same lines without it.
        look_at: the file, and what in it.
        source: where the fact is published, if anywhere.
        of_the_protocol: it makes a figure dishonest, and keeps no network from learning.
        refuted_by_learning: a training that learns all it must is the refutation.
    """

    part: str
    what: str
    shows: str
    broken: str
    mended: str
    look_at: str
    source: str = ""
    of_the_protocol: bool = False
    refuted_by_learning: bool = False

    @property
    def language(self):
        """Of the example: yaml where it is from conf/, which its first line says, else python."""
        return "yaml" if "# conf/" in self.broken.partition("\n")[0] else "python"


def read():
    """{cause: its Cause}, in the order of the file."""
    parts = run_files.read_yaml(Path(__file__).with_name("causes.yaml"))
    return {name: Cause(part, **entry) for part, entries in parts.items() for name, entry in entries.items()}


CAUSES = read()
LOOK_AT = {name: cause.look_at for name, cause in CAUSES.items()}
OF_THE_PROTOCOL = {name for name, cause in CAUSES.items() if cause.of_the_protocol}
REFUTED_BY_LEARNING = {name for name, cause in CAUSES.items() if cause.refuted_by_learning}


def what(name):
    """What a cause is, in one sentence; empty for a cause of the researcher's own, which has no entry."""
    return CAUSES[name].what if name in CAUSES else ""
