"""What was measured now against what was measured last, in ratios."""

import re

from timing import table

NUMBER = re.compile(r"[\d,]*\.?\d+")


def measured(text):
    """{(what, against): what was measured} of the table of targets in a RESULTS.md; {} where it has none."""
    section = text.partition("## Against the targets\n\n")[2].partition("\n\n")[0]
    rows = [[cell.strip() for cell in line.strip("|").split(" | ")] for line in section.splitlines()[2:]]
    return {key(*row[:2]): row[3] for row in rows}


def key(what, against):
    """The same for a row whose words hold numbers that differ from run to run, such as the seconds of a job."""
    return tuple(NUMBER.sub("…", words.strip()) for words in (what, against))


def number(words):
    return float(NUMBER.search(words)[0].replace(",", ""))


def compared(then, rows):
    """A table of the rows, each beside what was measured last.

    Args:
        then: the text of the RESULTS.md of the last time.
        rows: of this time, timing.Row.
    """
    known, lines = measured(then), []
    for row in rows:
        before = known.get(key(row.what, row.against))
        ratio = f"{number(row.measured) / number(before):.2f} ×" if before else "new"
        lines.append([row.what, row.against, before or "—", row.measured, ratio])
    return table(["what", "against", "last", "now", "now / last"], lines)
