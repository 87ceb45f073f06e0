"""MACHINERY. For record.json: on what machine, from which commit and by which command something was run."""

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
    """What the last digits depend on beside code, packages and data."""
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
    """The processor's name; Python itself only knows it as x86_64 on Linux."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
        return next(line.partition(": ")[2] for line in lines if line.startswith("model name"))
    except (OSError, StopIteration):
        return platform.processor()


@functools.cache
def revision():
    """The commit of the code and the uncommitted difference; None outside of a git repository."""

    def git(*arguments):
        command = ["git", "-C", str(PACKAGE.parent), *arguments]
        # The difference may show a file in another encoding.
        return subprocess.run(
            command, capture_output=True, encoding="utf-8", errors="backslashreplace", check=True
        ).stdout

    try:
        return {"commit": git("rev-parse", "HEAD").strip(), "difference": git("diff", "HEAD")}
    except (OSError, subprocess.CalledProcessError):
        return None


def command():
    """The command that starts this run, or this job of a sweep alone; None outside of Hydra."""
    if not HydraConfig.initialized():
        return None
    hydra = HydraConfig.get()
    module = {"train": "train", "recipe": "recipe"}.get(hydra.job.name, f"recipe.{hydra.job.name}")
    overrides = OmegaConf.to_container(hydra.overrides.task, resolve=False)  # as written: ${oc.env:KEY} may be secret
    return shlex.join(["python", "-m", f"{PACKAGE.name}.{module}", *overrides])
