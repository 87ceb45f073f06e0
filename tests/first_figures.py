"""What programs of strangers showed first: the climbs of each hold-out before any mend for it.

    python tests/first_figures.py

writes the README's table anew, and how often each check was right, into the machinery's checks/strangers.json, which
recipe.explain reads. A climb of first_figures.json is [hold-out, its name then, status, the check that decided, causes
as they were named, right causes, those that a try proved]; a healthy program has no right causes.
"""

import json
import re
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
README = HERE.parent / "README.md"
OF_CHECKS = HERE.parent / "{{cookiecutter.__folder}}/{{cookiecutter.package_name}}/recipe/checks/strangers.json"
HEAD = (
    "  | hold-out | mistakes | found | by what is declared | FAIL | right cause first | among three | proofs right "
    "| healthy | FAIL | WARN |"
)
# Checks that hold a program to what conf/ says of groups, of the loss, of the paper's claims.
DECLARED = {
    *("forward/worked-by-hand", "look/worked-by-hand", "loss/worked-by-hand", "look/groups-apart"),
    *("loss/least-where-right", "loss/floor", "loss/quantiles"),
    *("loss/density", "forward/as-the-paper-says", "forward/symmetries", "all/always-as-the-paper-says"),
    *("loss/starts-as-the-paper-says", "all/claimed-figures"),
}


class Climb(NamedTuple):
    hold_out: int
    name: str
    status: str
    check: str
    named: list
    right: list
    proved: list

    @property
    def complains(self):
        return self.status in ("warn", "fail")

    @property
    def rank(self):
        """Of the first right cause; None where none is named."""
        return min((self.named.index(cause) for cause in self.right if cause in self.named), default=None)


def climbs():
    return [Climb(*row) for row in json.loads((HERE / "first_figures.json").read_text(encoding="utf-8"))]


def found(some):
    """The climbs of broken programs that complain of what they do not complain of in the healthy one, too."""
    healthy = {(climb.hold_out, climb.name): climb.check for climb in some if not climb.right}
    twins = [(climb, healthy.get((climb.hold_out, climb.name.partition(":")[0]))) for climb in some if climb.right]
    return [climb for climb, check in twins if climb.complains and climb.check != check]


def row(some):
    """One hold-out's figures, as cells."""
    broken, healthy = ([climb for climb in some if bool(climb.right) is wrong] for wrong in (True, False))
    ranks = [climb.rank for climb in found(some) if climb.rank is not None]
    proofs = [cause in climb.right for climb in some for cause in climb.proved]
    return [
        *(len(broken), len(found(some)), sum(climb.check in DECLARED for climb in found(some))),
        sum(climb.status == "fail" for climb in found(some)),
        *(ranks.count(0), sum(rank < 3 for rank in ranks), f"{sum(proofs)} of {len(proofs)}"),
        *(len(healthy), *(sum(climb.status == status for climb in healthy) for status in ("fail", "warn"))),
    ]


def table():
    """The README's lines, a hold-out each, the newest last."""
    every = climbs()
    numbers = sorted({climb.hold_out for climb in every})
    rows = [(f"{n}", row([climb for climb in every if climb.hold_out == n])) for n in numbers]
    lines = ["  | " + " | ".join(map(str, (name, *cells))) + " |" for name, cells in rows]
    return "\n".join([HEAD, "  " + "|---" * HEAD.count(" | ") + "|---|", *lines])


def of_checks():
    """{rung/check: [mistakes on which it decided, of which its first cause was right, healthy programs accused]}, and
    under `all` how many of either there were."""
    every, counts = climbs(), {}
    for climb in [*found(every), *(climb for climb in every if climb.complains and not climb.right)]:
        of_it = counts.setdefault(climb.check, [0, 0, 0])
        of_it[0 if climb.right else 2] += 1
        of_it[1] += climb.rank == 0
    broken = sum(bool(climb.right) for climb in every)
    firsts = sum(first for _, first, _ in counts.values())
    return {"all": [broken, firsts, len(every) - broken], **dict(sorted(counts.items()))}


def main():
    text = README.read_text(encoding="utf-8")
    text = re.sub(r"  \| hold-out \|[^\n]*\n(  \|[^\n]*\n)+", lambda _: table() + "\n", text, count=1)
    README.write_text(text, encoding="utf-8")
    lines = [f'"{name}": {json.dumps(counts)}' for name, counts in of_checks().items()]
    OF_CHECKS.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
