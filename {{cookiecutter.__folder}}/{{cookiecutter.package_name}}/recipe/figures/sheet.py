"""MACHINERY. What figures are drawn on: panels with axes, or many small pictures on one pair of axes."""

from dataclasses import dataclass, replace

import numpy as np
from matplotlib import rc_context
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

# Okabe and Ito's colours, which the colour-blind can tell apart: training, validation, then others.
COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000")
TRAINING, VALIDATION, QUIET = COLOURS[0], COLOURS[1], "#8a8a8a"
SPLITS = {"training": TRAINING, "validation": VALIDATION}
STYLE = {
    "font.size": 8,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.titlesize": 8,
    "axes.titlelocation": "left",
    "axes.grid": True,
    "axes.axisbelow": True,
    "grid.color": "#e5e5e5",
    "legend.frameon": False,
    "lines.linewidth": 1.2,
}
styled = rc_context(STYLE)  # a decorator of functions that draw; it leaves the researcher's own settings as they are
DPI = 100
LEFT, RIGHT, TOP, BOTTOM, BETWEEN, ABOVE = 0.6, 0.15, 0.28, 0.42, 0.55, 0.62  # inches round and between panels
GAP, TITLES = 0.1, 0.2  # inches between small pictures, and above them
MUCH = 20  # times the least value: a logarithmic axis
TICKS = 4  # along one axis: they are most of what a panel costs
TITLE = 24  # characters above a panel


@dataclass(frozen=True)
class Picture:
    """A figure or a sample.

    Args:
        pixels: UInt8["height width 3"].
        caption: what it shows and how to read it.
        alt: what is to be seen in it, for those who do not see it; the caption where it is empty.
        panels: the same as curves, which a page draws itself so that they can be read off and zoomed into: dictionaries
            as curves.panel makes them; empty where there are none.
        dark: the same for a dark page, UInt8["height width 3"], where turning light into dark would spoil it.
    """

    pixels: np.ndarray
    caption: str = ""
    alt: str = ""
    panels: tuple = ()
    dark: np.ndarray | None = None


def sheet(panels, columns=3, size=(2.3, 1.5)):
    """A figure of panels with axes, each of which costs about 30 ms.

    Args:
        panels: their number.
        columns: panels in a row, at most.
        size: width and height of a panel, inches.

    Returns:
        (the figure, a list of its axes).
    """
    columns = min(columns, panels)
    rows = -(-panels // columns)
    width = LEFT + columns * size[0] + (columns - 1) * BETWEEN + RIGHT
    height = TOP + rows * size[1] + (rows - 1) * ABOVE + BOTTOM
    figure = Figure(figsize=(width, height), dpi=DPI)  # not pyplot, which would keep every figure
    axes = []
    for number in range(panels):
        row, column = divmod(number, columns)
        x = LEFT + column * (size[0] + BETWEEN)
        y = height - TOP - size[1] - row * (size[1] + ABOVE)
        axes.append(figure.add_axes((x / width, y / height, size[0] / width, size[1] / height)))
        axes[-1].locator_params(nbins=TICKS)
    return figure, axes


def scale(axes, values):
    """A logarithmic y axis where the values need one."""
    if spans(values):
        axes.set_yscale("log")
        axes.minorticks_off()  # ticks between the powers of ten take longer to draw than all else


def spans(values):
    """Whether values are positive and span so much that only a logarithmic axis shows them."""
    finite = np.asarray(values, float).ravel()
    finite = finite[np.isfinite(finite)]
    return bool(finite.size and finite.min() > 0 and finite.max() > MUCH * finite.min())


class Board:
    """Many small pictures on one pair of axes, in inches: axes of its own for each picture would take seconds.

    Args:
        cells: number of pictures.
        columns: pictures in a row, at most.
        size: width and height of a picture, inches.
    """

    def __init__(self, cells, columns, size):
        self.size = size
        self.columns = min(columns, cells)
        rows = -(-cells // self.columns)
        width = GAP + self.columns * (size[0] + GAP)
        self.height = rows * (size[1] + TITLES + GAP) + GAP
        self.figure = Figure(figsize=(width, self.height), dpi=DPI)
        self.axes = self.figure.add_axes((0, 0, 1, 1), xlim=(0, width), ylim=(0, self.height), autoscale_on=False)
        self.axes.set_axis_off()
        self.photos = []  # the boxes of images, whose colours are their own

    def cell(self, number, title=""):
        """The box of a cell, (left, bottom, width, height) in inches, with a title above it."""
        row, column = divmod(number, self.columns)
        left = GAP + column * (self.size[0] + GAP)
        bottom = self.height - (row + 1) * (self.size[1] + TITLES + GAP)
        self.axes.text(left, bottom + self.size[1] + 0.04, title, fontsize=7)
        return left, bottom, *self.size

    def curve(self, box, x, y, low, high, **style):
        """A line in a box whose bottom is `low` and whose top is `high`."""
        self.axes.plot(*self.placed(box, x, y, low, high), **style)

    def band(self, box, x, lower, upper, low, high, **style):
        """What lies between two lines."""
        at, below = self.placed(box, x, lower, low, high)
        _, top = self.placed(box, x, upper, low, high)
        self.axes.fill_between(at, below, top, linewidth=0, **style)

    def placed(self, box, x, y, low, high):
        left, bottom, width, height = box
        x, y = np.asarray(x, float), np.asarray(y, float)
        span = np.ptp(x) if x.size > 1 and np.ptp(x) else 1.0
        return left + width * (x - x.min()) / span, bottom + height * (y - low) / ((high - low) or 1.0)

    def image(self, box, pixels, square=False, **style):
        """An image that fills a box, or as large a square in it."""
        left, bottom, width, height = box
        if square:
            width = height = min(width, height)
        if style["cmap"] == "gray":
            self.photos.append((left, bottom, width, height))
        self.axes.imshow(pixels, extent=(left, left + width, bottom, bottom + height), aspect="auto",
                         interpolation="nearest", **style)  # fmt: skip

    def picture(self, caption, alt=""):
        """The board as a Picture; in the dark its photographs stay as they are."""
        drawn = picture(self.figure, caption, alt)
        if not self.photos:
            return drawn
        dark = in_the_dark(drawn.pixels)
        for left, bottom, width, height in self.photos:
            top = self.height - bottom - height
            # Whole pixels of it alone: at its edge it is mixed with the white around it.
            rows, columns = (slice(int(DPI * a) + 1, int(DPI * (a + b))) for a, b in ((top, height), (left, width)))
            dark[rows, columns] = drawn.pixels[rows, columns]
        return replace(drawn, dark=dark)


def picture(figure, caption, alt="", panels=()):
    """The figure as a Picture."""
    canvas = FigureCanvasAgg(figure)
    canvas.draw()
    return Picture(np.asarray(canvas.buffer_rgba())[..., :3].copy(), caption, alt, tuple(panels))


def in_the_dark(pixels):
    """A drawing for a dark page: light and dark change places, hues stay; what pages/base.html does to all others."""
    turned = 0.93 * 255 - 0.86 * pixels.astype(float)  # white becomes the page's own #121212
    luminance = turned @ (0.213, 0.715, 0.072)
    return np.clip(2 * luminance[..., None] - turned, 0, 255).astype("uint8")


def short(text):
    """A title that fits above a panel; of a path its end."""
    text = str(text)
    return text if len(text) <= TITLE else f"…{text[1 - TITLE :]}"


def evenly(items, most):
    """At most so many items of a list, evenly apart, its first and its last among them."""
    return [items[i] for i in np.unique(np.linspace(0, len(items) - 1, most).round().astype(int))]
