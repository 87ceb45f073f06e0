"""MACHINERY. What has changed since a rung last passed: often better than any ranked cause."""

import difflib
import json

from . import files, record


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
    return changes(files.read_json(passed[-1] / "record.json"), now)


def changes(then, now):
    """What differs between two snapshots, a line each."""
    both = [state["code"] for state in (then, now)]
    found = [line for name in {**both[0], **both[1]} for line in code_changes(name, *(c.get(name, "") for c in both))]
    for kind in ("config", "packages", "machine"):
        pair = [state.get(kind, {}) for state in (then, now)]
        for key in sorted({*pair[0], *pair[1]}):
            old, new = (json.dumps(values.get(key), ensure_ascii=False) for values in pair)
            found += [f"{key} {old} → {new}"] if old != new else []
    if None not in (then["data"], now["data"]) and then["data"] != now["data"]:
        found.append("the data: its digest is another one")
    return found


def climbs(run_dir):
    """Folders of earlier climbs, the oldest first."""
    both = ("record.json", "verdicts.json")
    folders = [folder for folder in record.runs() if all((folder / name).exists() for name in both)]
    return sorted((f for f in folders if f != run_dir), key=lambda folder: (folder / "verdicts.json").stat().st_mtime)


def has_passed(folder, rung):
    rungs = files.read_json(folder / "verdicts.json")["rungs"]
    return any(climbed["rung"] == rung and climbed["status"] in ("pass", "warn") for climbed in rungs)


def code_changes(name, old, new):
    """The lines added and removed, numbered as they stand now (added) or stood then (removed)."""
    matcher = difflib.SequenceMatcher(None, old.splitlines(), new.splitlines(), autojunk=False)
    for tag, a, a_end, b, b_end in matcher.get_opcodes():
        if tag != "equal":
            yield from (f"{name}:{a + i + 1} - {line.strip()}" for i, line in enumerate(old.splitlines()[a:a_end]))
            yield from (f"{name}:{b + i + 1} + {line.strip()}" for i, line in enumerate(new.splitlines()[b:b_end]))
