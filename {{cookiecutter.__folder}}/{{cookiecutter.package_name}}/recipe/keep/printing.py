"""MACHINERY. What commands print: lines that break between words, tables that fit, also on a narrow terminal."""

import shutil
import sys
import textwrap
from pathlib import Path


def say(text, file=None, further=2):
    """Prints a text; on a terminal its lines break between words.

    Args:
        text: of one or more lines, which keep their indentation.
        file: sys.stdout, unless another stream is given.
        further: columns that the rest of a broken line is indented by, beyond its beginning.
    """
    file = file or sys.stdout
    if file.isatty():
        text = wrapped(text, shutil.get_terminal_size().columns, further)
    print(text, file=file, flush=True)


def wrapped(text, width, further=2):
    """A text whose lines are at most `width` columns wide; a longer word, such as a path, stays whole, to be copied.

    Args:
        text: of one or more lines, which keep their indentation.
        width: in columns.
        further: columns that the rest of a broken line is indented by, beyond its beginning.
    """
    lines = []
    for line in text.splitlines():
        indent = " " * (len(line) - len(line.lstrip()) + further)
        lines += textwrap.wrap(
            line, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
        ) or [""]
    return "\n".join(lines)


def number(count, word):
    """A count and what is counted: 1 claim, 2 claims."""
    return f"{count} {word}{'' if count == 1 else 's'}"


def duration(seconds):
    """Seconds, or minutes or hours where they are many."""
    for unit, size in (("h", 3600), ("min", 60)):
        if seconds >= 2 * size:
            return f"{seconds / size:.0f} {unit}"
    return f"{seconds:.0f} s"


def near(path):
    """A path, relative to the working directory where it is below that."""
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


def table(head, rows, right=(), style=lambda cell: ""):
    """Prints a table; where the terminal is too narrow for its longest words, each row as a list.

    Args:
        head: names of columns; the first column tells the rows apart.
        rows: lists of texts, one for each column.
        right: names of the columns of numbers.
        style: of a cell's text, for rich.
    """
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(highlight=False, markup=False)  # lists in brackets are no markup
    columns = list(zip(head, *rows, strict=True))
    widths = [max(len(word) for cell in column for word in [*cell.split(), ""]) for column in columns]
    wanted = [max(len(line) for cell in column for line in [*cell.splitlines(), ""]) for column in columns]
    room = console.width - 2 * len(head) - sum(widths)  # two blanks between columns, and one at each edge
    if room >= 0:
        # Each column gets an equal share of the room, or what it can use of it.
        for left, i in enumerate(sorted(range(len(head)), key=lambda i: wanted[i] - widths[i])):
            share = min(wanted[i] - widths[i], room // (len(head) - left))
            widths[i], room = widths[i] + share, room - share
        shown = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
        for name, width in zip(head, widths, strict=True):
            shown.add_column(name, justify="right" if name in right else "left", width=width)
        for row in rows:
            shown.add_row(*(Text(cell, style(cell)) for cell in row))
        return console.print(shown)
    for first, *others in rows:
        say(f"\n{first}")
        for name, cell in zip(head[1:], others, strict=True):
            if cell:
                say(f"  {''.join(name.split())}: {cell}")
    print()
