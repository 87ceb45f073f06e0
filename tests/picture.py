"""Records the README's first picture: what a terminal of 80 columns shows of a climb, from a break to a replication.

    python tests/picture.py PROJECT BIN

PROJECT is a newly generated project, whose files it changes; BIN the folder of the `python` that runs its commands.
Takes minutes, and writes docs/first_climb.svg. tests/test_picture.py compares what that shows with what is printed.
"""

import fcntl
import itertools
import os
import pty
import re
import struct
import sys
import termios
from pathlib import Path
from xml.etree import ElementTree

import pyte
from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console
from rich.style import Style
from rich.text import Text

PICTURE = Path(__file__).parents[1] / "docs/first_climb.svg"
COLUMNS, ROWS = 80, 24
BROKEN = "sed -i 's/from_logits: true/from_logits: false/' conf/loss/sparse*.yaml"
CLIMB = "python -m paper_net.recipe"
MENDED = "sed -i 's/from_logits: false/from_logits: true/' conf/loss/sparse*.yaml"
# Three of the seven claims.
REPLICATE = (
    "python -m paper_net.recipe.replicate "
    "'~paper.claims.'{mlp,gru,shuffled,cnn_beats_mlp} '~paper.questions.'{width,residual}"
)
SESSION = (BROKEN, CLIMB, MENDED, CLIMB, REPLICATE)
CHARACTER, LINE = 12.2, 24.4  # rich's, in units of its picture


def record(project, binaries):
    """Types the session into a terminal; returns its screen as a rich Text."""
    environment = {**os.environ, "TERM": "xterm-256color", "PATH": f"{binaries}:{os.environ['PATH']}"}
    # Not shown: a climb that passes, since which something has changed, and the trainings that are judged in the end.
    written(f"{CLIMB} rungs=[forward]", project, environment)
    written(REPLICATE, project, environment)
    shown = []
    for command in SESSION:
        shown += [Text(f"$ {command}", style="bold"), *styled(written(command, project, environment)), Text()]
    return Text("\n").join(shown[:-1])


def written(command, folder, environment):
    """All that a shell's command writes to its terminal."""
    pid, terminal = pty.fork()
    if pid == 0:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        os.chdir(folder)
        os.execvpe("bash", ["bash", "-c", command], environment)
    parts = []
    while part := part_of(terminal):
        parts.append(part)
    os.close(terminal)
    os.waitpid(pid, 0)
    return b"".join(parts).decode()


def part_of(terminal):
    try:
        return os.read(terminal, 65536)
    except OSError:  # on Linux a terminal whose last process has ended
        return b""


def styled(text):
    """The lines that a terminal shows once this was written to it, each as a rich Text."""
    screen = pyte.Screen(COLUMNS, 500)
    pyte.Stream(screen).feed(text)
    found = []
    for row in range(screen.lines):
        cells = [screen.buffer[row][column] for column in range(COLUMNS)]
        alike = itertools.groupby(cells, key=lambda cell: Style(color=colour(cell.fg), bold=cell.bold))
        line = Text.assemble(*(("".join(cell.data for cell in part), style) for style, part in alike))
        line.rstrip()
        found.append(line)
    while found and not found[-1].plain:
        found.pop()
    return found


def colour(name):
    return {"default": None, "brown": "yellow"}.get(name, name)  # pyte's names


def drawn(text):
    """A rich Text as SVG that asks no network for a font."""
    console = Console(record=True, width=COLUMNS, file=open(os.devnull, "w"), highlight=False)
    console.print(text, soft_wrap=False)
    form = re.sub(r"@font-face {{.*?}}", "", CONSOLE_SVG_FORMAT, flags=re.DOTALL)
    return console.export_svg(title="paper-net", code_format=form, unique_id="terminal")


def lines_in(svg):
    """The lines of text in a picture that rich has drawn."""
    rows = {}
    for text in ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text"):
        if "clip-path" in text.attrib:  # not the title
            row, column = round(float(text.get("y")) / LINE), round(float(text.get("x")) / CHARACTER)
            words = text.text.replace("\xa0", " ").rstrip("\n")
            rows[row] = rows.get(row, "").ljust(column) + words
    return [rows[row].rstrip() for row in sorted(rows)]


def main():
    PICTURE.write_text(drawn(record(*sys.argv[1:])), encoding="utf-8")


if __name__ == "__main__":
    main()
