"""MACHINERY. What a run or a climb rests on, for record.json: code, configuration, packages and data.

Two runs with one fingerprint are the same experiment; a replication counts no others together.
"""

import ast
import functools
import hashlib
import json
import platform
from importlib import metadata

from omegaconf import OmegaConf
from omegaconf.resolvers import oc

from .. import VERSION
from . import machine, printing
from .project import PACKAGE

RUNS = ("outputs/*/*", "multirun/*/*/*")  # as hydra.run.dir and hydra.sweep.dir in conf/config.yaml
PACKAGES = ("keras", "numpy", "hydra-core", "omegaconf")
# What decides how a run is recorded or judged, and not its result.
NOT_OF_THE_RUN = ("hydra", "threads", "tracker", "report", "paper", "rungs", "recipe")


def snapshot(cfg, data):
    """All that decides the result of a run of this configuration.

    Args:
        cfg: a composed configuration.
        data: the digest of its data; None where nothing is known of it.

    Returns:
        A nest of dictionaries and texts, ready for JSON.
    """
    code, machinery, unread = {}, [], {}
    for path in sorted(PACKAGE.rglob("[!.]*.py")):  # hidden ones are no code: an editor's lock, macOS' notes
        name = str(path.relative_to(PACKAGE))
        try:
            if name.startswith("recipe/"):
                machinery.append(path.read_bytes())
            else:
                code[name] = path.read_text(
                    encoding="utf-8-sig", errors="backslashreplace"
                )  # a mark at its begin is no text
        except IsADirectoryError:  # a folder may have such a name too
            continue
        except OSError as error:
            unread[name] = error.strerror
            say_once(f"not in the record: {name} ({error.strerror})")
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
        "machine": machine.machine(),
        "revision": machine.revision(),
        "command": machine.command(),
    }


@functools.cache
def say_once(said):
    """Says something once in a process: a sweep's jobs all rest on the same files."""
    printing.say(said)


def of_the_run(cfg):
    """{dotted key: value} of the part of a configuration that decides a run's result."""
    return dict(flat(resolved(OmegaConf.masked_copy(cfg, [key for key in cfg if key not in NOT_OF_THE_RUN]))))


def resolved(cfg):
    """A configuration as plain dictionaries to be written down: with an environment variable's name, not its value."""
    OmegaConf.register_new_resolver("oc.env", lambda name, *_: f"environment:{name}", replace=True)
    try:
        return OmegaConf.to_container(cfg, resolve=True)
    finally:
        OmegaConf.register_new_resolver("oc.env", oc.env, replace=True)


def runs():
    """The folders of this project's runs, by name: of one day, the oldest first."""
    return [folder for pattern in RUNS for folder in sorted(PACKAGE.parent.glob(pattern))]


def fingerprint(state):
    """A digest of a snapshot, without what has no effect, such as a comment in the code."""
    code = {name: without_comments(text) for name, text in state["code"].items()}
    kept = {key: state[key] for key in ("machinery", "config", "packages", "data")}
    return sha(json.dumps({**kept, "code": code}, sort_keys=True).encode())


def without_comments(text):
    """The code of a file as Python reads it; the text itself where that is no code: an unused file may be anything."""
    try:
        return ast.unparse(ast.parse(text))
    except (SyntaxError, ValueError, RecursionError, MemoryError):  # the last two of what is nested too deep
        return text


def sha(*parts):
    hashed = hashlib.sha256()
    for part in parts:
        hashed.update(part)
    return hashed.hexdigest()


def flat(tree, prefix=""):
    """(dotted key, value) of every leaf of nested dictionaries."""
    for key, value in tree.items():
        if isinstance(value, dict) and value:
            yield from flat(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", value
