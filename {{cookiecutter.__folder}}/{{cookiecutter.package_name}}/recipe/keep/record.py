"""MACHINERY. What a run or a climb rests on, for record.json: code, configuration, packages and data.

Two runs with one fingerprint are the same experiment; a replication counts no others together.
"""

import ast
import functools
import hashlib
import inspect
import json
import platform
from importlib import metadata
from pathlib import Path

from hydra.utils import get_object
from omegaconf import OmegaConf
from omegaconf.resolvers import oc

from .. import VERSION
from . import machine, run_files, source_code
from .project import PACKAGE

RUNS = ("outputs/*/*", "multirun/*/*/*")  # as hydra.run.dir and hydra.sweep.dir in conf/config.yaml
DOCUMENTED = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)  # by a docstring
PACKAGES = ("keras", "numpy", "hydra-core", "omegaconf")
# What decides how a run is recorded or judged, and not its result.
NOT_OF_THE_RUN = ("hydra", "threads", "tracker", "report", "paper", "rungs", "verbose", "recipe")
# The same inside of data and loss: what a climb holds them to. A record has it, since a verdict may rest on it.
HELD_TO = ("data.groups.", "data.examples.", "model.examples.", "loss.density.", "loss.examples.", "loss.perfect.")


def snapshot(cfg, data):
    """All that decides the result of a run of this configuration.

    Args:
        cfg: a composed configuration.
        data: the digest of its data; None where nothing is known of it.

    Returns:
        A nest of dictionaries and texts, ready for JSON.
    """
    code, machinery, unread = source_code.read()
    return {
        "code": code,
        "unread": unread,
        "version": VERSION,
        "machinery": sha(*machinery),
        "config": of_the_run(cfg),
        "packages": {
            "python": platform.python_version(),
            **{name: metadata.version(name) for name in (cfg.backend, *PACKAGES)},
        },
        "data": data,
        "keras": machine.keras_settings(),
        "from_run": weights_of(cfg.get("from_run")),
        "machine": machine.machine(),
        "revision": machine.revision(),
        "command": machine.command(),
    }


def weights_of(run):
    """The digest of the weights that a run has saved, from which another one starts; None where it does not."""
    return sha((Path(run) / run_files.WEIGHTS).read_bytes()) if run else None


def of_the_run(cfg):
    """{dotted key: value} of the part of a configuration that decides a run's result."""
    return dict(flat(resolved(OmegaConf.masked_copy(cfg, [key for key in cfg if key not in NOT_OF_THE_RUN]))))


def resolved(cfg):
    """A configuration as plain dictionaries to be written down: with an environment variable's name, not its value, and
    without the folder of the run, which is another one each time."""
    OmegaConf.register_new_resolver("oc.env", lambda name, *_: f"environment:{name}", replace=True)
    try:
        return OmegaConf.to_container(run_files.in_folder(cfg, "RUN_DIR"), resolve=True)
    finally:
        OmegaConf.register_new_resolver("oc.env", oc.env, replace=True)


def runs():
    """The folders of this project's runs, by name: of one day, the oldest first."""
    return [folder for pattern in RUNS for folder in sorted(PACKAGE.parent.glob(pattern))]


def fingerprint(state):
    """A digest of a snapshot, without what has no effect: a comment in the code, a key that says what holds anyway.

    The processor and its threads move last digits alone: one experiment may run on many machines. A flag of the
    environment is in it, since some change how precisely numbers are computed.
    """
    code = {name: without_comments(text) for name, text in state["code"].items()}
    kept = {key: state[key] for key in ("machinery", "packages", "data")}
    kept |= {key: state[key] for key in ("keras", "from_run") if state.get(key)}
    kept |= {key: state["machine"][key] for key in machine.FLAGS if key in state.get("machine", {})}
    config = without_defaults(state["config"])
    return sha(json.dumps({**kept, "config": config, "code": code}, sort_keys=True).encode())


def without_defaults(config):
    """{dotted key: value} without nulls, which are as good as no key, without the defaults of what is called, and
    without what no training reads."""
    kept = {}
    for key, value in config.items():
        if f"{key}.".startswith(HELD_TO):
            continue
        holder, _, name = key.rpartition(".")
        usual = defaults(config[f"{holder}._target_"]).get(name, ...) if f"{holder}._target_" in config else None
        if type(usual) is not type(value) or usual != value:
            kept[key] = value
    return kept


@functools.cache
def defaults(target):
    """{argument: its default} of a dotted path; {} where it cannot be looked at."""
    try:
        arguments = inspect.signature(get_object(target)).parameters.values()
    except (TypeError, ValueError, ImportError):
        return {}
    return {argument.name: argument.default for argument in arguments if argument.default is not argument.empty}


def without_comments(text):
    """The code of a file as Python runs it, without docstrings too; the text itself where that is no code: an unused
    file may be anything."""
    try:
        tree = ast.parse(text)
        for node in ast.walk(tree):
            if isinstance(node, DOCUMENTED) and ast.get_docstring(node, clean=False) is not None:
                node.body = node.body[1:] or [ast.Pass()]
        return ast.unparse(tree)
    except (SyntaxError, ValueError, RecursionError, MemoryError):  # the last two of what is nested too deep
        return text


def sha(*parts):
    hashed = hashlib.sha256()
    for part in parts:
        hashed.update(part)
    return hashed.hexdigest()


def flat(tree, prefix=""):
    """(dotted key, value) of every leaf of nested dictionaries, as `comparable`."""
    for key, value in tree.items():
        if isinstance(value, dict) and value:
            yield from flat(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", comparable(value)


def comparable(value):
    """A plain value, or a nest of them, that equals its like: NaN, as in an example by hand, as YAML writes it."""
    if isinstance(value, dict):
        return {key: comparable(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [*map(comparable, value)]
    return ".nan" if isinstance(value, float) and value != value else value
