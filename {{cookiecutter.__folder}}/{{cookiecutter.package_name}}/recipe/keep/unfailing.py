"""MACHINERY. A command whose output cannot be printed or drawn ends as it would otherwise: its work is done."""

import codecs
import contextlib
import io
import logging
import os
import sys
import unicodedata

from . import crashes

log = logging.getLogger(__name__)
IN_ASCII = {"→": "->", "±": "+/-", "×": "x", "·": "*", "≥": ">=", "≤": "<=", "–": "-", "—": "-", "’": "'"}
IN_ASCII |= dict.fromkeys("─━═", "-") | dict.fromkeys("│┃║", "|") | dict.fromkeys("“”", '"')


def protect():
    """Makes this process' stdout and stderr accept everything: a full disk, a reader that is gone (`| head`), an
    encoding without `→` lose or change text, and raise nothing.

    Streams that a notebook, an editor or pytest has put in their place are left alone, and so is what is protected.
    """
    codecs.register_error("in_ascii", in_ascii)
    handlers = logging.getLogger().handlers
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:  # closed by the shell (`>&-`): the next file to be opened would get its number
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))
        elif stream is getattr(sys, f"__{name}__"):
            setattr(sys, name, protected(stream))
            for handler in handlers:  # made by Hydra before this, in a sweep's other processes
                if getattr(handler, "stream", None) is stream:
                    handler.stream = getattr(sys, name)
    for handler in handlers:
        if isinstance(handler, logging.FileHandler):
            handler.handleError = lambda _: None  # its disk may be full; a wrong call shows on the console


def protected(stream):
    """Another stream to the same file, of the same kind."""
    with contextlib.suppress(OSError):
        stream.flush()
    file = UnfailingFile(stream.fileno(), "w", closefd=False)
    buffered = isinstance(stream.buffer, io.BufferedWriter)  # not with `python -u`
    return UnclosedText(
        io.BufferedWriter(file) if buffered else file,
        stream.encoding,
        "in_ascii",
        line_buffering=stream.line_buffering,
        write_through=stream.write_through,
    )


class UnfailingFile(io.FileIO):
    """Drops what it cannot write; below all buffers, which are then empty when the interpreter ends."""

    def write(self, data):
        with contextlib.suppress(OSError):
            return super().write(data) or len(data)  # None: a full pipe that does not block
        return len(data)


class UnclosedText(io.TextIOWrapper):
    """Stays open: `with sys.stdout as file` closes it for all that is printed later."""

    def close(self):
        self.flush()


def in_ascii(error):
    """A codec's error handler: characters that the encoding lacks, in ASCII."""
    return "".join(map(spelled, error.object[error.start : error.end])), error.end


def spelled(character):
    """`→` as `->`, `ä` as `a`, a corner of lines as `+`; `?` where nothing is like it."""
    like = IN_ASCII.get(character) or unicodedata.normalize("NFKD", character).encode("ascii", "ignore").decode()
    return like or ("+" if "\u2500" <= character <= "\u257f" else "?")


@contextlib.contextmanager
def unharmed(what):
    """A context for what only describes work that is done: if it breaks, one line says so, and the work stands.

    Args:
        what: is made in it, such as "report.html".
    """
    try:
        yield
    except Exception as error:
        log.warning("%s could not be made: %s", what, crashes.one_line(error))
