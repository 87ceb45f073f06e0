"""MACHINERY. `resume=DIR` repeats the command of a run or sweep that was stopped, in its own folder.

A finished run is skipped, an unfinished one goes on from its checkpoint (run/checkpoint.py), one without a checkpoint
begins anew. A search goes on with further trials (search.py).
"""

from pathlib import Path

import yaml
from omegaconf import OmegaConf
from omegaconf.errors import OmegaConfBaseException

from ..keep import run_files
from . import lock, search

KEY = "resume="


class Refused(ValueError):
    """The command cannot be carried out; the message says why in one line."""


def command(arguments, config_name):
    """The arguments of the command line with those of the stopped run in the place of `resume=DIR`.

    Args:
        arguments: as given, without the program's name.
        config_name: the primary configuration of this command.

    Returns:
        (the arguments, the folder, whose lock is taken); the folder is None where nothing is resumed.

    Raises:
        Refused: there is nothing that could be resumed so.
    """
    named = [argument.removeprefix(KEY) for argument in arguments if argument.startswith(KEY)]
    if not named:
        return arguments, None
    folder = Path(named[-1]).expanduser().absolute()
    sweep = (folder / "multirun.yaml").exists()
    saved = folder / ("multirun.yaml" if sweep else ".hydra/hydra.yaml")
    try:
        hydra = OmegaConf.load(saved).hydra
    except (OSError, yaml.YAMLError, OmegaConfBaseException):  # Hydra had not written it, or not all of it
        why = "no run or sweep has left its folder there"
        if (folder / ".hydra").exists():
            killed = "that run ended before it had written what it is: delete its folder, and begin anew"
            why = lock.holder(folder) or lock.holder(folder.parent) or killed  # the parent's: its sweep still runs
        raise Refused(f"resume={named[-1]}: {why}") from None
    if hydra.job.config_name != config_name or config_name != "config":
        raise Refused(f"resume={named[-1]}: only a training can be resumed")
    searched = sweep and search.is_one(hydra)
    if searched and not OmegaConf.to_container(hydra.sweeper).get("storage"):  # unresolved: ${now:…} is in it
        raise Refused(f"resume={named[-1]}: that search has no hydra.sweeper.storage, which would remember its trials")
    try:
        lock.take(folder)  # first: while another process has it, what lies in it may still change
    except lock.Held as held:
        raise Refused(f"resume={named[-1]}: {held}") from None
    place = "hydra.sweep.dir" if sweep else "hydra.run.dir"
    overrides = OmegaConf.to_container(hydra.overrides, resolve=False)  # as they were written
    kept = [o for o in overrides["hydra"] if not o.startswith((f"{place}=", "hydra.mode="))]
    mode = ["--multirun"] if sweep else []
    quoted = str(folder).replace("'", r"\'")  # as Hydra's grammar has it
    further = search.further(folder, hydra) if searched else []
    given = [argument for argument in arguments if not argument.startswith(KEY)]
    return [*mode, *kept, *overrides["task"], f"{place}='{quoted}'", *further, *given], folder


def difference(config, run_dir):
    """Why a stopped run cannot go on with a configuration, in words; empty where it can."""
    from ..keep import record  # slow: brings NumPy

    path = run_dir / ".hydra/config.yaml"
    if not path.exists():
        return ""  # a job of a sweep that had not begun
    try:
        saved = OmegaConf.load(path)
    except (yaml.YAMLError, OmegaConfBaseException, UnicodeDecodeError):
        return f"{path} is torn: delete it, and the job goes on as this command says"
    then, now = (record.of_the_run(node) for node in (saved, config))
    changes = [f"{key} {then.get(key)} → {now.get(key)}" for key in {**then, **now} if then.get(key) != now.get(key)]
    return f"the configuration is another one now: {'; '.join(changes)}" if changes else ""


def finished(run_dir):
    """The content of result.json of a run that is done; None of any other."""
    result = run_files.read_json(run_dir / "result.json")
    return result if result.get("status") == "done" else None


def without_weights(run_dir):
    """Why a folder is not that of a finished training, in words; None where it is."""
    if finished(run_dir) and (run_dir / run_files.WEIGHTS).exists():
        return None
    return "no finished run has left its folder there"
