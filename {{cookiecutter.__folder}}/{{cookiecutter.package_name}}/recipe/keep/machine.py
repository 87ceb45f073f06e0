"""MACHINERY. For record.json: on what machine, from which commit and by which command something was run."""

import functools
import hashlib
import os
import platform
import re
import shlex
import subprocess
from pathlib import Path

from hydra.core.hydra_config import HydraConfig
from omegaconf import OmegaConf

from . import run_files, secret
from .project import CONF, PACKAGE

QUIET = ("tracker", "report", "threads")  # overrides that change how a run is recorded, not what it is
SECRET_FILES = [f":(exclude,top,glob)**/{name}" for name in (".env", ".env.*", ".netrc", "*.pem", "*.key", "id_rsa*")]
MOST_OF_A_FILE, MOST_IN_ALL = 100_000, 1_000_000  # characters of the uncommitted difference
# Variables of the environment that change how a number is computed, and its last digits.
FLAGS = (
    *("TF_ENABLE_ONEDNN_OPTS", "XLA_FLAGS", "TF_XLA_FLAGS", "TF_ENABLE_AUTO_MIXED_PRECISION", "NVIDIA_TF32_OVERRIDE"),
    *("JAX_ENABLE_X64", "JAX_DEFAULT_MATMUL_PRECISION", "TORCH_ALLOW_TF32_CUBLAS_OVERRIDE", "CUBLAS_WORKSPACE_CONFIG"),
)
AS_IS = "nothing overridden"  # the title of a run where that is empty


def keras_settings():
    """What keras.json or the environment sets of Keras otherwise than by default."""
    from ..keras_side import backend  # slow: brings Keras

    return backend.SET_OTHERWISE


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
        **{name: os.environ[name] for name in FLAGS if name in os.environ},
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
    """The commit of the code and the uncommitted difference, without secrets; None outside of a git repository."""

    def git(*arguments):
        command = ["git", "-C", str(PACKAGE.parent), *arguments]
        # The difference may show a file in another encoding.
        return subprocess.run(
            command, capture_output=True, encoding="utf-8", errors="backslashreplace", check=True
        ).stdout

    try:
        changed = git("diff", "--no-color", "--no-ext-diff", "HEAD", "--", ":/", *SECRET_FILES)
        return {"commit": git("rev-parse", "HEAD").strip(), "difference": secret.masked(bounded(changed))}
    except (OSError, subprocess.CalledProcessError):
        return None


def bounded(difference):
    """A difference in which a digest stands for what has changed in a large file: each run has a copy of it."""
    parts, left = re.split(r"^(?=diff --git )", difference, flags=re.MULTILINE), MOST_IN_ALL
    for i, part in enumerate(parts):
        if len(part) > min(MOST_OF_A_FILE, left):
            digest = hashlib.sha256(part.encode(errors="backslashreplace")).hexdigest()
            parts[i] = f"{part.partition(chr(10))[0]}\n{len(part):,} characters, SHA-256 {digest}\n"
        left -= len(parts[i])
    return "".join(parts)


def command():
    """The command that starts this run, or this job of a sweep alone; None outside of Hydra."""
    if not HydraConfig.initialized():
        return None
    return typed(HydraConfig.get().job.name, overrides())


def overrides():
    """What this run overrides of conf/, as it is written: ${oc.env:KEY} may be secret; none outside of Hydra."""
    if not HydraConfig.initialized():
        return []
    return OmegaConf.to_container(HydraConfig.get().overrides.task, resolve=False)


def spoken(overrides):
    """Overrides as the title of a run, without those that only say how it is recorded, or what conf/ says anyway."""
    usual = {f"{key}={value}" for key, value in own_defaults().items()}
    return ", ".join(one for one in overrides if key(one).partition(".")[0] not in QUIET and one not in usual)


def key(override):
    """The dotted key that an override sets, adds or takes away; a group's without its package."""
    return re.split("[=@]", override.lstrip("+~"))[0]


@functools.cache
def own_defaults():
    """{key: value} of what conf/config.yaml sets itself, such as the backend."""
    return run_files.read_yaml(CONF / "config.yaml")


def typed(job, arguments):
    """The command that starts a job of Hydra, as one types it.

    Args:
        job: `hydra.job.name`.
        arguments: overrides and flags.
    """
    module = {"train": "train", "recipe": "recipe"}.get(job, f"recipe.{job}")
    return shlex.join(["python", "-m", f"{PACKAGE.name}.{module}", *arguments])
