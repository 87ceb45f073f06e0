"""The tables of the replications, from the reports beside them: for the README here, the template's, and the site."""

import difflib
import re
from dataclasses import dataclass
from pathlib import Path

import yaml

HERE = Path(__file__).parent
PACKAGE = "paper_net"
WRITTEN = ("conf", PACKAGE, "tests")  # what a researcher has written, in these folders of a project
VERDICTS = ("replicated", "not replicated", "inconclusive", "not tested", "measured")


@dataclass(frozen=True)
class Replication:
    """One paper: what its report says, and what it took.

    Args:
        name: of its folder.
        title: of the paper.
        url: of the paper, on arXiv; empty without one.
        claims: [(claim and where, claimed, ours, verdict in words)].
        took: its runs and their time, in words.
        lines: written into the empty project.
    """

    name: str
    title: str
    url: str
    claims: list
    took: str
    lines: int

    @property
    def replicated(self):
        """How many of its claims are, in words; what is only measured, to be compared, is none."""
        found = [verdict(claim) for claim in self.claims]
        return f"{found.count('replicated')} of {len(found) - found.count('measured')}"

    @property
    def first(self):
        """The claim that stands for the paper: its first one that compares two, else its first one."""
        return next((claim for claim in self.claims if claim[2].startswith("difference")), self.claims[0])


def papers():
    """The folders of the papers, by name."""
    return sorted(path.parents[1] for path in HERE.glob("*/conf/paper.yaml"))


def verdict(claim):
    """One of VERDICTS, without what is said of it."""
    return max((one for one in VERDICTS if claim[3].startswith(one)), key=len)


def read(paper, empty):
    """What a paper's folder says; of one that has no report yet, no claims."""
    said = (paper / "conf/paper.yaml").read_text(encoding="utf-8")
    title, number = yaml.safe_load(said)["title"], re.search(r"arXiv:? ?(\d{4}\.\d{4,5})", said)
    url = f"https://arxiv.org/abs/{number[1]}" if number else ""
    report = paper / "replication.md"
    text = report.read_text(encoding="utf-8") if report.exists() else ""
    table = text.partition("\n\n")[0].splitlines()[2:]
    claims = [tuple(cell.strip() for cell in line.strip("|").split(" | ")) for line in table]
    took = re.search(r"(\d+ runs?), (\d+ (?:s|min|h))\.", text)
    return Replication(paper.name, title, url, claims, took[2] if took else "", lines(paper, empty))


def lines(paper, empty):
    """Lines that a researcher has written: those that the empty project does not have."""
    count = 0
    for path in (path for part in WRITTEN for path in (paper / part).rglob("*") if path.is_file()):
        before = empty / path.relative_to(paper)
        old = before.read_text(encoding="utf-8").splitlines() if before.exists() else []
        new = path.read_text(encoding="utf-8").splitlines()
        count += sum(line.startswith("+ ") for line in difflib.ndiff(old, new))
    return count


def markdown(head, rows):
    return "\n".join(f"| {' | '.join(map(str, row))} |" for row in [head, ["---"] * len(head), *rows])


def overview(replications, folder=""):
    """A line a paper: its first ordering, and how many of its claims are replicated."""
    head = ["paper", "a claim", "claimed", "ours", "verdict", "replicated", "took", "lines"]
    rows = [
        [f"[{one.title}]({folder}{one.name}/replication.md)", *one.first[:3], verdict(one.first)]
        + [one.replicated, one.took, one.lines]
        for one in replications
    ]
    return markdown(head, rows)


def written(empty):
    """{file: its text} of README.md beside this file, and of the template's, whose table is replaced."""
    found = [one for one in (read(paper, empty) for paper in papers()) if one.claims]
    parts = [(HERE / "head.md").read_text(encoding="utf-8"), overview(found)]
    for one in found:
        title = f"[{one.title}]({one.url})" if one.url else one.title
        parts += [f"## {title}", markdown(["claim", "claimed", "ours", "verdict"], one.claims)]
        parts += [f"[The whole report]({one.name}/replication.md): {one.took} on one core, {one.lines} lines written."]
    readme, table = HERE.parent / "README.md", overview(found, "replications/")
    text = readme.read_text(encoding="utf-8")
    return {
        HERE / "README.md": "\n\n".join(part.strip() for part in parts) + "\n",
        readme: re.sub(r"^\| paper \|.*?\n(?=\n)", lambda _: f"{table}\n", text, flags=re.MULTILINE | re.DOTALL),
    }


def index(path, empty):
    """index.html of the site, in the looks of a project's own pages."""
    import jinja2

    from paper_net.recipe.figures import page

    templates = page.templates()
    templates.loader = jinja2.ChoiceLoader([jinja2.FileSystemLoader(HERE), templates.loader])
    found = [read(paper, empty) for paper in papers()]
    claims = [claim for one in found for claim in one.claims]
    counts = [(one, sum(verdict(claim) == one for claim in claims)) for one in VERDICTS]
    rows = [
        {"paper": one, "claims": [(*claim, verdict(claim).replace(" ", "-")) for claim in one.claims]} for one in found
    ]
    page.page(
        path, "index.html", {"kind": "Replications", "title": f"{len(found)} papers", "counts": counts, "rows": rows}
    )
