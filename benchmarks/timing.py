"""Seconds and memory, and how they are told."""

import os
import platform
import statistics
import subprocess
import tempfile
import time
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

PACKAGES = ("tensorflow", "keras", "hydra-core", "wandb", "numpy")


@dataclass(frozen=True)
class Spent:
    """What one command took: wall-clock seconds, and the most memory that it held, in MB."""

    seconds: float
    memory: float


@dataclass(frozen=True)
class Row:
    """One line of the table, each part as it is shown."""

    what: str
    against: str
    seconds: str  # ours, theirs
    measured: str
    target: str
    met: bool


def spent(*command, status=0, cwd=None):
    """Runs a command to its end.

    Raises:
        RuntimeError: it ended with another status than expected; with what it printed last.
    """
    with tempfile.TemporaryFile() as said:
        began = time.perf_counter()
        process = subprocess.Popen([str(part) for part in command], cwd=cwd, stdout=said, stderr=subprocess.STDOUT)
        _, ended, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(ended)
        if process.returncode != status:
            said.seek(0)
            raise RuntimeError(f"{command} ended with {process.returncode}:\n{said.read().decode()[-2000:]}")
    return Spent(seconds, usage.ru_maxrss / 1024)


def interleaved(ways, repetitions):
    """{name: [seconds]} of functions that return how many they took, in turns: a slower hour is slower for all."""
    seconds = {name: [] for name in ways}
    for _ in range(repetitions):
        for name, way in ways.items():
            seconds[name].append(way())
    return seconds


def medians(seconds):
    return {name: statistics.median(times) for name, times in seconds.items()}


def compared(what, against, ours, theirs, most):
    """A row of two medians, whose ratio may be `most`."""
    ratio = ours / theirs
    return Row(what, against, f"{ours:.2f}, {theirs:.2f}", f"{ratio:.2f} ×", f"≤ {most:g} ×", ratio <= most)


def table(heads, rows):
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(map(str, line))} |" for line in lines)


def summed(minutes):
    """Rows of {part: minutes}, and of all of them."""
    return [[part, f"{took:.1f}"] for part, took in [*minutes.items(), ("all", sum(minutes.values()))]]


def machine():
    """Processor, memory and versions, in a line each."""
    lines = Path("/proc/cpuinfo").read_text().splitlines()
    processor = next(line.partition(": ")[2] for line in lines if line.startswith("model name"))
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    versions = ", ".join(f"{name} {metadata.version(name)}" for name in PACKAGES)
    return [
        f"{processor}, {len(os.sched_getaffinity(0))} cores, {memory:.0f} GB, {platform.system()}",
        f"Python {platform.python_version()}, {versions}",
    ]
