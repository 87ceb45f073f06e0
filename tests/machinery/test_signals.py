"""Ctrl-C ends a command at whatever moment it comes."""

import subprocess
import sys

SWALLOWED = """
import signal, sys, time
from paper_net.recipe.launch import signals

class Deaf:
    def __del__(self):
        signal.raise_signal(signal.SIGINT)

signal.signal(signal.SIGINT, signal.default_int_handler)  # which in the background is ignored
sys.unraisablehook = signals.unswallowed
try:
    Deaf()
    time.sleep(20)
except KeyboardInterrupt:
    print("interrupted")
"""


def test_an_interrupt_that_a_destructor_swallows_comes_again_and_nothing_is_printed_of_it():
    done = subprocess.run([sys.executable, "-c", SWALLOWED], capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ("interrupted\n", "")
