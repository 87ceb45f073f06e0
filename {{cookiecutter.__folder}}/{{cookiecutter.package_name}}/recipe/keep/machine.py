"""MACHINERY. On what machine, of which revision and by which command something was run, for record.json."""

import functools
import os
import platform
import shlex
import subprocess
from pathlib import Path

from hydra.core.hydra_config import HydraConfig
from omegaconf import OmegaConf

from .project import PACKAGE


@functools.cache
def machine():
    """What the last digits depend on beside code, packages and data; no value of an environment variable."""
    from ..keras_side import backend  # slow: brings Keras

    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    hardware = backend.hardware()
    return {
        "system": f"{platform.system()} {platform.machine()}",
        "processor": processor(),
        "processors": processors,
        **hardware,
        "threads": hardware["threads"] or processors,
    }


def processor():
    """The processor's name; on Linux Python knows it as x86_64 only."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
        return next(line.partition(": ")[2] for line in lines if line.startswith("model name"))
    except (OSError, StopIteration):
        return platform.processor()


@functools.cache
def revision():
    """The commit of the code and what of it is not committed; None outside of a git repository."""

    def git(*arguments):
        command = ["git", "-C", str(PACKAGE.parent), *arguments]
        # A line may be of a file in another encoding.
        return subprocess.run(
            command, capture_output=True, encoding="utf-8", errors="backslashreplace", check=True
        ).stdout

    try:
        return {"commit": git("rev-parse", "HEAD").strip(), "difference": git("diff", "HEAD")}
    except (OSError, subprocess.CalledProcessError):
        return None


def command():
    """How a run was begun, for a shell; a job of a sweep as it would be begun alone. None outside of Hydra."""
    if not HydraConfig.initialized():
        return None
    hydra = HydraConfig.get()
    module = {"train": "train", "recipe": "recipe"}.get(hydra.job.name, f"recipe.{hydra.job.name}")
    overrides = OmegaConf.to_container(hydra.overrides.task, resolve=False)  # as written: ${oc.env:KEY} has a value
    return shlex.join(["python", "-m", f"{PACKAGE.name}.{module}", *overrides])
