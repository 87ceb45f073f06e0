"""MACHINERY. SIGTERM, and SIGHUP when a terminal is closed, end a command and its jobs as Ctrl-C does."""

import contextlib
import os
import signal
import sys
import threading
from pathlib import Path

from ..keep import printing

received = []  # the numbers of such signals to this process


def like_ctrl_c():
    """Makes both raise KeyboardInterrupt in the main thread, at which the launcher of a sweep ends its jobs."""
    process = os.getpid()
    sys.unraisablehook = unswallowed

    def interrupt(number, _):
        if os.getpid() != process:  # a fork, such as a worker that Keras ends by a signal
            signal.signal(number, signal.SIG_DFL)
            os.kill(os.getpid(), number)
        received.append(number)
        raise KeyboardInterrupt

    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)  # Windows knows no SIGHUP
        if number and signal.getsignal(number) == signal.SIG_DFL:  # under nohup it is ignored
            signal.signal(number, interrupt)


def unswallowed(unraisable):
    """As sys.unraisablehook, sends an interrupt again that met a destructor, or a callback of the garbage collector.

    Python would print it, and go on; JAX has such a callback.
    """
    if unraisable.exc_type is not KeyboardInterrupt:
        return sys.__unraisablehook__(unraisable)
    send = getattr(signal, "pthread_kill", lambda _, number: signal.raise_signal(number))  # Windows lacks the first
    threading.Timer(0.01, send, (threading.get_ident(), signal.SIGINT)).start()


def is_rays(end):
    """Whether a SystemExit comes from SIGTERM: Ray has its own handler for it in the place of ours."""
    if "ray" not in sys.modules or end.code not in (1, signal.SIGTERM):
        return False
    signal.alarm(0)  # at which Ray would abort the process
    received.append(signal.SIGTERM)
    return True


def ended(going_on):
    """Says what has ended the command, and how to go on; returns the exit status that says the same."""
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
