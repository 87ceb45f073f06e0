"""MACHINERY. SIGTERM, and SIGHUP of a terminal that is closed, end a command as Ctrl-C does, with all it has begun."""

import contextlib
import os
import signal
import sys
from pathlib import Path

from ..keep import printing

received = []  # by this process, Ctrl-C aside


def like_ctrl_c():
    """From now on both interrupt the main thread, so that what launches the jobs of a sweep ends them."""
    process = os.getpid()

    def interrupt(number, _):
        if os.getpid() != process:  # a fork, such as a worker that Keras ends so
            signal.signal(number, signal.SIG_DFL)
            os.kill(os.getpid(), number)
        received.append(number)
        raise KeyboardInterrupt

    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)  # Windows knows no SIGHUP
        if number and signal.getsignal(number) == signal.SIG_DFL:  # under nohup it is ignored
            signal.signal(number, interrupt)


def is_rays(end):
    """Whether a SystemExit is what Ray, whose handler takes the place of ours, makes of SIGTERM."""
    if "ray" not in sys.modules or end.code not in (1, signal.SIGTERM):
        return False
    signal.alarm(0)  # at which it would abort
    received.append(signal.SIGTERM)
    return True


def ended(going_on):
    """Says what has ended the command, and how to go on.

    Returns:
        The exit status that says the same.
    """
    number, said = signal.SIGINT, "interrupted"
    if received:
        number, said = received[0], f"ended by {signal.Signals(received[0]).name}"
        end_submitit()
    printing.say(said + going_on, sys.stderr)
    return 128 + number


def end_submitit():
    """Ends the jobs of submitit_local, which outlive this process unless a terminal interrupts them; on Linux."""
    for controller in children("self") if "submitit" in sys.modules else ():
        with contextlib.suppress(OSError):  # it has just ended
            if b"submitit.local._local" in Path(f"/proc/{controller}/cmdline").read_bytes():
                for process in (controller, *children(controller)):
                    os.kill(process, signal.SIGKILL)


def children(process):
    """The numbers of the processes that a process has begun, as Linux lists them."""
    found = []
    for path in Path(f"/proc/{process}/task").glob("*/children"):
        with contextlib.suppress(OSError):  # a thread that has just ended
            found += map(int, path.read_text().split())
    return found
