"""MACHINERY. Keys that change nothing: one that is misspelt, and one that is added and that nothing reads."""

import difflib
import re

from hydra.errors import HydraException
from omegaconf import OmegaConf

from ..keep import project

# What is read as a whole, so that anything may be added to it.
WHOLE = ("data.inputs", "data.targets", "training.callbacks", "training.metrics", "tracker", "recipe.checks", "paper")
UNKNOWN = re.compile(
    r"Could not override '(?P<key>[^']+)'\.|Could not (?:find|load) '(?P<group>[^']+)/(?P<option>[^'/]+)'\.?"
)


def composed(config_name, overrides=()):
    """A configuration of this project; that of no overrides where these cannot be."""
    try:
        return project.compose(overrides, config_name)
    except HydraException:
        return project.compose((), config_name)


def with_nearest(said, config_name, overrides):
    """Hydra's message on a key or an option that there is not, with the one that was likely meant.

    Args:
        said: the message.
        config_name: the primary configuration.
        overrides: of the command line.
    """
    unknown = UNKNOWN.search(said)
    if not unknown:
        return said
    if key := unknown["key"]:
        others = [text for text in overrides if "=" in text and not text.startswith(("-", key))]
        near = nearest_key(key, composed(config_name, others))
    else:
        files = (project.CONF / unknown["group"]).glob("*.yaml")
        options = difflib.get_close_matches(unknown["option"], [file.stem for file in files], 1)
        near = f"{unknown['group']}={options[0]}" if options else ""
    meant = f" Did you mean {near}?" if near else ""
    return f"{said[: unknown.end()]}{meant}{said[unknown.end() :]}"


def nearest_key(key, cfg):
    """The key of a configuration, or the group of conf/, whose name is like this one; empty where none is."""
    values = [*keys(cfg)]
    groups = [path.name for path in project.CONF.iterdir() if path.is_dir()]
    ends = [name for name in values if name.endswith(f".{key}")]  # its beginning is left out
    like = difflib.get_close_matches(key, values if "." in key else [*values, *groups], 1)
    return next(iter([*ends, *like]), "")


def keys(node, path=""):
    """The dotted keys of all values that a configuration holds, without those that begin with an underscore."""
    for key in node:
        here = f"{path}{key}"
        if str(key).startswith(("_", "hydra")):
            continue
        below = None if OmegaConf.is_missing(node, key) or OmegaConf.is_interpolation(node, key) else node[key]
        if OmegaConf.is_dict(below):
            yield from keys(below, f"{here}.")
        else:
            yield here


def unread(cfg, known):
    """Why an override that adds a key changes nothing, in one line; None where each is read.

    Args:
        cfg: a composed configuration, with Hydra's own node.
        known: keys that the machinery reads, whether conf/ has them or not.
    """
    given = OmegaConf.select(cfg, "hydra.overrides.task") or []
    added = [text.lstrip("+").partition("=")[0] for text in given if text.startswith("+")]
    added = [key for key in added if key not in cfg.hydra.runtime.choices]
    if not added:
        return None
    base = composed(cfg.hydra.job.config_name, [text for text in given if not text.startswith("+")])
    for key in added:
        parts = key.split(".")
        paths = [".".join(parts[: i + 1]) for i in range(len(parts))]
        new = next((path for path in paths if OmegaConf.select(base, path, default=...) is ...), None)
        if new and not is_read(cfg, new, known):
            near = nearest_key(key, base)
            return f"+{key}: nothing reads {new}{f'; did you mean {near}?' if near else ''}"
    return None


def unread_by_all(cfg, known):
    """Why a key in a file of conf/data, conf/loss or conf/training changes nothing, in one line; None where each is
    read: one that is misspelt, or an argument of the loss beside its function."""
    for group in ("data", "loss", "training"):
        for key in cfg[group]:
            if cfg[group][key] is not None and not is_read(cfg, f"{group}.{key}", known):
                names = [name.partition(".")[2] for name in known if name.startswith(f"{group}.")]
                near = difflib.get_close_matches(key, names, 1) or [f"function.{key}"] * (group == "loss")
                meant = f"; did you mean {group}.{near[0]}?" if near else ""
                return f"conf/{group}: nothing reads {group}.{key}{meant}"
    return None


def is_read(cfg, key, known):
    """Whether anything reads a key: what is called with it, an interpolation, the machinery, the researcher's code."""
    holder, _, name = key.rpartition(".")
    above = [holder[: match.start()] for match in re.finditer(r"\.|$", holder)]
    if any("_target_" in (OmegaConf.select(cfg, path) or {}) for path in above if path):
        return True
    whole = any(f"{key}.".startswith(f"{path}.") for path in WHOLE)
    if whole or any(f"{path}.".startswith(f"{key}.") for path in known):
        return True
    own = OmegaConf.to_yaml(OmegaConf.masked_copy(cfg, [part for part in cfg if part != "hydra"]))
    if re.search(rf"\$\{{{re.escape(key)}[.}}]", own):
        return True
    sources = (
        path for path in project.PACKAGE.rglob("*.py") if "recipe" not in path.relative_to(project.PACKAGE).parts
    )
    reads = re.compile(rf"\.{re.escape(name)}\b|[\"']{re.escape(name)}[\"']")
    return any(reads.search(path.read_text(encoding="utf-8")) for path in sources)
