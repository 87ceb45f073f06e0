"""MACHINERY. Locks a folder for the process that works in it: two would mix their histories.

These are POSIX locks: a process loses them with its end, however it ends, and its forks do not inherit them. Where
there are none (Windows, some network file systems), nothing is locked.
"""

import contextlib
import struct
import sys

try:
    import fcntl
except ImportError:
    fcntl = None

NAME = ".lock"
# The system's struct flock: type, whence, start, length, process; on a Mac in another order.
LAYOUT, TYPE, PROCESS = ("qqihh", 3, 2) if sys.platform == "darwin" else ("hhqqi4x", 0, 4)
held = {}  # {folder: its open file} of this process; opening and closing that file again would end the lock


class Held(Exception):
    """Another process works in the folder; the message says which."""


def take(folder):
    """Takes a folder's lock until this process ends; does nothing where the process has it already.

    Raises:
        Held: another process has it.
    """
    folder = folder.resolve()
    if fcntl is None or folder in held:
        return
    with contextlib.suppress(OSError):  # a folder that may only be read; a file system without locks
        file = (folder / NAME).open("ab")
        try:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except (BlockingIOError, PermissionError):
            raise Held(holder(folder) or "another process was at it just now") from None
        held[folder] = file


@contextlib.contextmanager
def on(folder):
    """Holds a folder's lock as long as the block runs; a lock taken before stays. Raises as `take` does."""
    folder = folder.resolve()
    had = folder in held
    take(folder)
    try:
        yield
    finally:
        if folder in held and not had:
            held.pop(folder).close()


def holder(folder):
    """Which other process works in a folder, in words; None where none does."""
    folder = folder.resolve()
    if fcntl is None or folder in held:
        return None
    try:
        with (folder / NAME).open("rb") as file:
            asked = [0] * 5
            asked[TYPE] = fcntl.F_WRLCK
            found = struct.unpack(LAYOUT, fcntl.fcntl(file, fcntl.F_GETLK, struct.pack(LAYOUT, *asked)))
    except OSError:
        return None
    if found[TYPE] == fcntl.F_UNLCK:
        return None
    of = f"process {found[PROCESS]}" if found[PROCESS] > 0 else "a process of another machine"
    return f"{of} is still at it"
