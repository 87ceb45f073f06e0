"""MACHINERY. What has changed since a rung last passed: often better than any ranked cause."""

import difflib
import json
import re

from . import record, run_files


def since_last_pass(rung, now, run_dir):
    """What differs between now and the last climb that passed a rung; empty where no climb has.

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
    return changes(run_files.read_json(passed[-1] / "record.json"), now)


def changes(then, now):
    """What differs between two snapshots, a line each."""
    found = []
    for name in {**then["code"], **now["code"]}:
        found += code_changes(name, then["code"].get(name, ""), now["code"].get(name, ""))
    for kind in ("config", "packages", "keras", "machine"):
        pair = [state.get(kind, {}) for state in (then, now)]
        for key in sorted({*pair[0], *pair[1]}):
            old, new = (json.dumps(values.get(key), ensure_ascii=False) for values in pair)
            found += [f"{key} {old} → {new}"] if old != new else []
    if None not in (then["data"], now["data"]) and then["data"] != now["data"]:
        found.append("data: its digest is another one")
    if then.get("from_run") != now.get("from_run"):
        found.append("from_run: its weights are other ones")
    return found


def by_place(found, places):
    """Changes, those first that touch one of the first places, then those that touch one of the second.

    Args:
        found: lines of `changes`.
        places: sets of names: `model` for model.py and for the configuration's group of that name.

    Returns:
        (the changes, how many of them touch any place).
    """

    def rank(change):
        place = re.match(r"[^:.\s]*", change)[0]
        return next((i for i, names in enumerate(places) if place in names), len(places))

    ranks = [rank(change) for change in found]
    ordered = [change for _, change in sorted(zip(ranks, found, strict=True), key=lambda pair: pair[0])]
    return ordered, sum(rank < len(places) for rank in ranks)


def climbs(run_dir):
    """Folders of earlier climbs, the oldest first."""
    verdicts = [folder / "verdicts.json" for folder in record.runs() if folder != run_dir]
    complete = [path for path in verdicts if path.exists() and path.with_name("record.json").exists()]
    return [path.parent for path in sorted(complete, key=lambda path: path.stat().st_mtime)]


def has_passed(folder, rung):
    rungs = run_files.read_json(folder / "verdicts.json")["rungs"]
    return any(climbed["rung"] == rung and climbed["status"] in ("pass", "warn") for climbed in rungs)


def code_changes(name, old, new):
    """The lines removed, with their numbers then, and those added, with their numbers now."""
    old, new = old.splitlines(), new.splitlines()
    for tag, a, a_end, b, b_end in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            yield from (f"{name}:{i + 1} - {old[i].strip()}" for i in range(a, a_end))
            yield from (f"{name}:{i + 1} + {new[i].strip()}" for i in range(b, b_end))
