"""MACHINERY. A search: a sweep whose sweeper (hydra/sweeper=optuna) chooses each trial by the results of those before.

Its jobs are not known before it begins, so guard.py looks at what it may choose. Resumed, it runs what is left to try.
"""

import math
from collections import Counter

from omegaconf import OmegaConf

from ..keep import run_files

# Hydra numbers the jobs of each process from 0; those of a resumed search are numbered after what is there.
OmegaConf.register_new_resolver("after", lambda first, number: first + number, replace=True)


def is_one(hydra):
    return not hydra.sweeper._target_.endswith("BasicSweeper")


def probes(overrides):
    """The overrides of jobs that together try each choice, and both ends of each interval and range.

    Args:
        overrides: of the command line and hydra.sweeper.params, parsed by Hydra.
    """
    offered = [values(override) for override in overrides]
    return [[of[min(n, len(of) - 1)] for of in offered] for n in range(max(map(len, offered), default=1))]


def values(override):
    """What a search may choose for a key, as overrides: each choice, or both ends of an interval or range."""
    key, value = override.get_key_element(), override.value()
    if not override.is_sweep_override():
        return [f"{key}={override.get_value_element_as_str()}"]
    if override.is_choice_sweep():
        return [f"{key}={choice}" for choice in override.sweep_string_iterator()]
    return [f"{key}={value.start}", f"{key}={value.end if override.is_interval_sweep() else value.stop}"]


def begun(folder):
    """The overrides of the trials that a search has begun, by their number."""
    paths = {path.parts[-3]: path for path in folder.glob("*/.hydra/overrides.yaml")}
    numbers = sorted(int(name) for name in paths if name.isdigit())
    return {number: run_files.overrides(folder / str(number)) for number in numbers}


def again(overrides, folder):
    """The overrides of the trials that a search has begun, each with those of the command line added."""
    fixed = [values(override)[0] for override in overrides if not override.is_sweep_override()]
    return [dict.fromkeys([*trial, *fixed]) for trial in begun(folder).values()]


def tell(folder, hydra):
    """Tells the study of a stopped search the results that its process had no time to tell it.

    Of trials that tried the same, those count as told that the study has.

    Args:
        folder: of the search.
        hydra: the node `hydra` of its configuration.
    """
    tried = begun(folder)
    losses = {number: run_files.read_json(folder / str(number) / "result.json").get("val/loss") for number in tried}
    losses = {number: loss for number, loss in losses.items() if isinstance(loss, float) and math.isfinite(loss)}
    if not losses or not isinstance(hydra.sweeper.direction, str):  # several would take several losses
        return
    import optuna  # slow

    study, told = optuna.load_study(study_name=hydra.sweeper.study_name, storage=hydra.sweeper.storage), Counter()
    trials = [(trial, frozenset(f"{key}={value}" for key, value in trial.params.items())) for trial in study.trials]
    told.update(chosen for trial, chosen in trials if trial.state.name == "COMPLETE")
    for trial, chosen in trials:
        found = [loss for number, loss in losses.items() if chosen <= {*tried[number]}]
        if trial.state.name == "RUNNING" and len(found) > told[chosen]:
            study.tell(trial.number, found[told[chosen]])
            told[chosen] += 1


def further(folder, hydra):
    """The overrides by which a search goes on: how many trials are left, and how they are numbered.

    Args:
        folder: of the search.
        hydra: the node `hydra` of its configuration.
    """
    numbers = begun(folder).keys()
    over = [number for number in numbers if run_files.read_json(folder / str(number) / "result.json")]
    first = max(numbers, default=-1) + 1
    overrides = [
        f"hydra.sweeper.n_trials={max(hydra.sweeper.n_trials - len(over), 0)}",
        f"hydra.sweep.subdir='${{after:{first},${{hydra.job.num}}}}'",
    ]
    if (seed := hydra.sweeper.sampler.get("seed")) is not None:  # the same seed would draw the same trials again
        overrides.append(f"hydra.sweeper.sampler.seed={seed + first}")
    return overrides
