"""A generated project's commands as `python -m` runs them, without the seconds that each would import Keras for.

Each runs in a process forked from commands.py, which begins once for each backend and serves all tests of a process.
"""

import functools
import json
import os
import subprocess

from conftest import NAME, TEMPLATE
from rungs import PYTHON


@functools.cache
def server(backend):
    """What has imported Keras on a backend; it ends with this process, whose end closes its input."""
    here = {key: value for key, value in os.environ.items() if key != "KERAS_BACKEND"}
    if backend != "tensorflow":  # which a project has chosen by itself
        here["KERAS_BACKEND"] = backend
    pipe = subprocess.PIPE
    return subprocess.Popen([PYTHON, TEMPLATE / "tests/commands.py"], env=here, stdin=pipe, stdout=pipe, text=True)


def answers(backend="tensorflow", **request):
    """What commands.py answers to a request: a dictionary for each process."""
    begun = server(backend)
    print(json.dumps(request), file=begun.stdin, flush=True)
    return json.loads(begun.stdout.readline())


def command(project, module, *arguments, backend="tensorflow", environment=None):
    """`python -m PACKAGE.module`, run in a project to its end: what subprocess.run would return."""
    request = {"project": str(project), "module": f"{NAME}.{module}", "arguments": [*map(str, arguments)]}
    (done,) = answers(backend, folder=str(project), environment=environment or {}, **request)
    return subprocess.CompletedProcess(arguments, done["status"], done["stdout"], done["stderr"])
