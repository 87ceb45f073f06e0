"""MACHINERY. Which runs on disk count for a replication: those of the same experiment, and those that differ from it
only in what paper.accept names."""

import textwrap

from ..keep import changes, printing, record, run_files

# Parts of a snapshot that are compared key by key, or that no fingerprint rests on.
BY_KEY = {"code", "config", "packages", "machinery"}
TOLD = {"version", "unread", "machine", "revision", "command", "fingerprint", "resumed"}


def finished():
    """{fingerprint: folder} of the trainings on disk that came to their end."""
    found = {}
    for folder in record.runs():
        fingerprint = run_files.read_json(folder / "record.json").get("fingerprint")
        if fingerprint and run_files.read_json(folder / "result.json").get("status") == "done":
            found[fingerprint] = folder
    return found


def counted(states, accept):
    """The runs on disk that count.

    Args:
        states: {name: snapshot} of the runs that are wanted.
        accept: keys in which a run may differ from one that is wanted, and still count for it.

    Returns:
        ({name: folder}, {name: the keys in which its run differs} of those that differ, [folders of
        the same samples that do not count]).
    """
    there, differs = finished(), {}
    found = {name: there.get(record.fingerprint(state)) for name, state in states.items()}
    found = {name: folder for name, folder in found.items() if folder}
    others = [folder for folder in there.values() if folder not in found.values()]
    others = {folder: run_files.read_json(folder / "record.json") for folder in others}
    wanted = [samples_of(state) for state in states.values()]
    others = {folder: then for folder, then in others.items() if samples_of(then) in wanted}
    for name in states if accept else ():
        apart = {folder: differing(then, states[name]) for folder, then in others.items()} if name not in found else {}
        near = [folder for folder, keys in apart.items() if keys and {*keys} <= {*accept}]
        if near:
            found[name] = min(near, key=lambda folder: len(apart[folder]))
            differs[name] = apart[found[name]]
            del others[found[name]]  # a run counts once
    return found, differs, [*others]


def samples_of(state):
    """What a snapshot says of the samples to train on: a run on ten of them comes near none on all."""
    return [state["config"].get(key) for key in ("data.subset", "data.samples")]


def differing(then, now):
    """The keys in which two snapshots are different experiments: files of code, keys of the configuration, packages,
    `data`, and `recipe` for the machinery."""
    keys = []
    code = [state["code"] for state in (then, now)]
    config = [record.without_defaults(state["config"]) for state in (then, now)]
    for one, other in (code, config, [state["packages"] for state in (then, now)]):
        keys += [key for key in sorted({*one, *other}) if one.get(key) != other.get(key)]
    keys = [key for key in keys if not only_comments(*(state["code"].get(key) for state in (then, now)))]
    whole = sorted({*then, *now} - BY_KEY - TOLD)
    keys += [part for part in whole if (then.get(part) or None) != (now.get(part) or None)]
    return keys + ["recipe"] * (then["machinery"] != now["machinery"])


def only_comments(one, other):
    """Whether two texts of a file are the same code; None where there is no such file."""
    return None not in (one, other) and record.without_comments(one) == record.without_comments(other)


def differences(then, now):
    """What makes two snapshots different experiments, a line each: what the fingerprint of one rests on."""
    keys = differing(then, now)
    pair = [
        {
            **state,
            "code": {name: text for name, text in state["code"].items() if name in keys},
            "config": record.without_defaults(state["config"]),
            "machine": {},
        }
        for state in (then, now)
    ]
    return [*changes.changes(*pair), *["recipe/, the machinery, is not as it was then"] * ("recipe" in keys)]


def nearest(state, folders):
    """(the keys in which the nearest of these runs differs from a snapshot, which run that is and why it does not
    count, in words)."""
    records = {folder: run_files.read_json(folder / "record.json") for folder in folders}
    apart = {folder: differing(then, state) for folder, then in records.items()}
    folder = min(apart, key=lambda folder: len(apart[folder]))
    first, *others = differences(records[folder], state) or ["what it rests on was recorded in another way"]
    first = textwrap.shorten(first, 80, placeholder=" …")
    further = f", and {printing.number(len(others), 'other difference')}" if others else ""
    return apart[folder], f"the nearest is {printing.near(folder)}: {first}{further}"


def varying(states):
    """The keys of the configuration that tell some snapshots apart."""
    configs = [state["config"] for state in states]
    return {key for config in configs for key in config if any(one.get(key) != config[key] for one in configs)}
