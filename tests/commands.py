"""Runs a generated project's commands quickly: each in a process forked from one that has imported Keras.

    python tests/commands.py

Reads a request a line, {"project", "module", "arguments", "folder", "environment", "times"}, and answers with a line:
[{"status", "stdout", "stderr"}], one for each of the `times` processes, which run at once. With "columns" in the
request the command has a terminal so wide, and the answer is [{"status", "terminal"}]: all that it wrote there.
"""

import ctypes
import fcntl
import json
import os
import pty
import runpy
import signal
import struct
import sys
import tempfile
import termios

import backends


def run(module, arguments, folder, project=None, environment=None, times=1, broken=None, columns=None, interrupt=None):
    """A command, so many times at once, each as `python -m module` would run it in a folder; or once, in a terminal.

    Args:
        project: the folder in which the module's package is, where the path does not lead there yet.
        environment: variables that the command finds, beside those that are there.
        broken: called in each process before, to break something there.
        columns: of the terminal.
        interrupt: see in_terminal.
    """

    def settle():
        os.environ.update(environment or {})
        sys.path[:0] = [project] if project else []
        if broken:
            broken()

    if columns:
        return [in_terminal(module, arguments, folder, settle, columns, interrupt)]
    begun = [begin(module, arguments, folder, settle) for _ in range(times)]
    return [ended(*process) for process in begun]


def begin(module, arguments, folder, settle):
    stdout, stderr = tempfile.TemporaryFile(), tempfile.TemporaryFile()
    pid = os.fork()
    if pid == 0:
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.dup2(stdout.fileno(), 1)
        os.dup2(stderr.fileno(), 2)
        status = 120  # Python's own, where its streams cannot be flushed
        try:
            settle()
            status = status_of(module, arguments, folder)
        finally:
            os._exit(status)  # TensorFlow's own end a forked process does not survive
    return pid, stdout, stderr


def ended(pid, stdout, stderr):
    _, status = os.waitpid(pid, 0)
    said = {"status": os.waitstatus_to_exitcode(status)}
    for name, file in (("stdout", stdout), ("stderr", stderr)):
        with file:
            file.seek(0)
            said[name] = file.read().decode(errors="backslashreplace")
    return said


def in_terminal(module, arguments, folder, settle, columns, interrupt=None):
    """A command with a terminal of 24 lines; Ctrl-C is typed there once it has shown the text `interrupt`."""
    pid, terminal = pty.fork()
    if pid == 0:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        signal.signal(signal.SIGINT, signal.default_int_handler)  # what runs in the background may ignore it
        os.environ["TERM"] = "xterm-256color"
        for name in ("COLUMNS", "LINES"):  # of the terminal in which the tests were begun
            os.environ.pop(name, None)
        settle()
        os._exit(status_of(module, arguments, folder))
    written = b""
    while part := part_of(terminal):
        written += part
        if interrupt and interrupt.encode() in written:
            os.write(terminal, b"\x03")
            interrupt = None
    os.close(terminal)
    _, status = os.waitpid(pid, 0)
    return {"status": os.waitstatus_to_exitcode(status), "terminal": written.decode()}


def part_of(terminal):
    try:
        return os.read(terminal, 65536)
    except OSError:  # on Linux a terminal whose last process has ended
        return b""


def status_of(module, arguments, folder):
    as_anyone()
    os.chdir(folder)
    sys.argv = [module, *arguments]
    try:
        runpy.run_module(module, run_name="__main__", alter_sys=True)
    except SystemExit as end:
        return end.code or 0
    except BaseException:
        sys.excepthook(*sys.exc_info())
        return 1
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
    return 0


def as_anyone():
    """Gives up what root may do beyond others, so that permissions hold for this process too."""
    if os.geteuid() == 0:
        version_3, of_this_process = 0x20080522, 0
        ctypes.CDLL(None).capset((ctypes.c_uint32 * 2)(version_3, of_this_process), (ctypes.c_uint32 * 6)())


def main():
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    backends.only_this()

    for line in sys.stdin:
        print(json.dumps(run(**json.loads(line))), flush=True)


if __name__ == "__main__":
    main()
