"""MACHINERY. What has changed since a rung last passed: often better than any ranked cause.

Each climb leaves in record.json what its verdict rests on: the researcher's code, configuration, packages and data.
"""

import difflib
import hashlib
import json
from importlib import metadata
from pathlib import Path

import numpy as np
from omegaconf import OmegaConf

from . import samples

PACKAGE = Path(__file__).parents[1]
PACKAGES = ("tensorflow", "keras", "numpy", "hydra-core", "omegaconf", "wandb")
RUN_FOLDERS = ("outputs/*/*", "multirun/*/*/*")


def snapshot(program):
    """What a verdict rests on.

    Args:
        program: a program.Program.
    """
    config = OmegaConf.to_container(program.cfg, resolve=True)
    return {
        "code": {path.name: path.read_text(encoding="utf-8") for path in sorted(PACKAGE.glob("*.py"))},
        "config": dict(flat({key: value for key, value in config.items() if key not in ("rungs", "tracker")})),
        "packages": {name: metadata.version(name) for name in PACKAGES},
        "data": digest(program),
    }


def digest(program):
    """A fingerprint of the loaded data; None where it is not needed, or cannot be loaded: a rung will tell."""
    if program.cfg.rungs == ["forward"]:
        return None
    try:
        arrays = samples.leaves(tuple(samples.splits(program.cfg).values()))
    except Exception:
        return None
    sha = hashlib.sha256()
    for array in arrays:
        sha.update(np.ascontiguousarray(array).tobytes())
    return sha.hexdigest()


def flat(tree, prefix=""):
    """(dotted key, value) of every leaf of nested dictionaries."""
    for key, value in tree.items():
        if isinstance(value, dict) and value:
            yield from flat(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", value


def since_last_pass(rung, now, run_dir):
    """What differs between now and the last climb that passed a rung; empty where none has.

    Args:
        rung: its name.
        now: the snapshot of this climb.
        run_dir: this climb's folder.

    Returns:
        Lines such as `losses.py:31 + …`, `seed 0 → 1`.
    """
    passed = [folder for folder in climbs(run_dir) if has_passed(folder, rung)]
    if not passed:
        return []
    then = json.loads((passed[-1] / "record.json").read_text(encoding="utf-8"))
    changes = [
        line for name in now["code"] for line in code_changes(name, then["code"].get(name, ""), now["code"][name])
    ]
    for kind in ("config", "packages"):
        for key in sorted({*then[kind], *now[kind]}):
            old, new = (json.dumps(state[kind].get(key), ensure_ascii=False) for state in (then, now))
            changes += [f"{key} {old} → {new}"] if old != new else []
    if None not in (then["data"], now["data"]) and then["data"] != now["data"]:
        changes.append("the data: its digest is another one")
    return changes


def climbs(run_dir):
    """Folders of earlier climbs, the oldest first."""
    folders = [folder for pattern in RUN_FOLDERS for folder in PACKAGE.parent.glob(pattern)]
    folders = [
        folder for folder in folders if (folder / "record.json").exists() and (folder / "verdicts.json").exists()
    ]
    return sorted((f for f in folders if f != run_dir), key=lambda folder: (folder / "verdicts.json").stat().st_mtime)


def has_passed(folder, rung):
    verdicts = json.loads((folder / "verdicts.json").read_text(encoding="utf-8"))
    return any(climbed["rung"] == rung and climbed["status"] in ("pass", "warn") for climbed in verdicts["rungs"])


def code_changes(name, old, new):
    """The lines added and removed, numbered as they stand now (added) or stood then (removed)."""
    matcher = difflib.SequenceMatcher(None, old.splitlines(), new.splitlines(), autojunk=False)
    for tag, a, a_end, b, b_end in matcher.get_opcodes():
        if tag != "equal":
            yield from (f"{name}:{a + i + 1} - {line.strip()}" for i, line in enumerate(old.splitlines()[a:a_end]))
            yield from (f"{name}:{b + i + 1} + {line.strip()}" for i, line in enumerate(new.splitlines()[b:b_end]))
