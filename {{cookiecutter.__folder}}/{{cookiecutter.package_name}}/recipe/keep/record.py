"""MACHINERY. What a run or a verdict rests on: code, configuration, packages and data, for record.json.

Two runs with one fingerprint are the same experiment; a replication counts no others together.
"""

import ast
import functools
import hashlib
import json
import platform
from importlib import metadata
from pathlib import Path

from omegaconf import OmegaConf
from omegaconf.resolvers import oc

from .. import VERSION
from . import machine, printing
from .project import PACKAGE

RUNS = ("outputs/*/*", "multirun/*/*/*")  # as hydra.run.dir and hydra.sweep.dir in conf/config.yaml
PACKAGES = ("keras", "numpy", "hydra-core", "omegaconf")
# What decides how a run is recorded or judged, not what it comes to.
NOT_OF_THE_RUN = ("hydra", "threads", "tracker", "report", "paper", "rungs", "recipe")


def snapshot(cfg, data):
    """What a run of this configuration rests on.

    Args:
        cfg: a composed configuration.
        data: the digest of its data; None where nothing is known of it.

    Returns:
        A nest of dictionaries and texts, ready for JSON.
    """
    every = sorted(PACKAGE.rglob("[!.]*.py"))  # hidden ones are nobody's code: an editor's lock, macOS' notes
    machinery = [path for path in every if PACKAGE / "recipe" in path.parents]
    code, unread = read_each([path for path in every if path not in machinery], as_text)
    parts, lost = read_each(machinery, Path.read_bytes)
    for name, why in {**unread, **lost}.items():
        tell(f"not in the record: {name} ({why})")
    return {
        "code": code,
        "unread": {**unread, **lost},
        "version": VERSION,
        "machinery": sha(*parts.values()),
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


def read_each(paths, read):
    """({file: what `read` makes of it}, {file: why it cannot be read}); a folder may have such a name too."""
    found, unread = {}, {}
    for path in paths:
        name = str(path.relative_to(PACKAGE))
        try:
            found[name] = read(path)
        except IsADirectoryError:
            continue
        except OSError as error:
            unread[name] = error.strerror
    return found, unread


def as_text(path):
    """The text of a file; of another encoding than UTF-8, each byte that is foreign to it as \\x and its number."""
    return path.read_text(encoding="utf-8-sig", errors="backslashreplace")  # some editors sign the text


@functools.cache
def tell(said):
    """Says something once in a process: a sweep's jobs all rest on the same files."""
    printing.say(said)


def of_the_run(cfg):
    """{dotted key: value} of what decides what a run comes to."""
    return dict(flat(resolved(OmegaConf.masked_copy(cfg, [key for key in cfg if key not in NOT_OF_THE_RUN]))))


def resolved(cfg):
    """A configuration as plain dictionaries to be written down: of an environment variable only the name."""
    OmegaConf.register_new_resolver("oc.env", lambda name, *_: f"environment:{name}", replace=True)
    try:
        return OmegaConf.to_container(cfg, resolve=True)
    finally:
        OmegaConf.register_new_resolver("oc.env", oc.env, replace=True)


def runs():
    """The folders of this project's runs, by name: of one day, the oldest first."""
    return [folder for pattern in RUNS for folder in sorted(PACKAGE.parent.glob(pattern))]


def fingerprint(state):
    """A digest of a snapshot; what does not run, such as a comment in the code, is left out."""
    code = {name: without_comments(text) for name, text in state["code"].items()}
    kept = {key: state[key] for key in ("machinery", "config", "packages", "data")}
    return sha(json.dumps({**kept, "code": code}, sort_keys=True).encode())


def without_comments(text):
    """The code of a file as Python reads it; the text itself where that is no code: an unused file stops no run."""
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
