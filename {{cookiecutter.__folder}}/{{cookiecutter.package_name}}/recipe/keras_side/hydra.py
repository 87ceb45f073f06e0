"""MACHINERY. The names of Hydra that are private, and what it does in another way here: any of them may change with a
version of Hydra."""

from pathlib import Path

from hydra._internal.callbacks import Callbacks
from hydra._internal.config_loader_impl import ConfigLoaderImpl
from hydra._internal.core_plugins.basic_sweeper import BasicSweeper
from hydra.core import utils
from hydra.types import HydraContext
from omegaconf import OmegaConf, open_dict

unwritten = []  # errors with which Hydra could not write what a job is
_load, _save = ConfigLoaderImpl._load_single_config, OmegaConf.save


def emptying(self, **arguments):
    """A file of conf/, in which `tracker: {}` takes away the trackers that others have chosen: merged, it would not."""
    loaded = _load(self, **arguments)
    if OmegaConf.is_dict(loaded.config) and OmegaConf.select(loaded.config, "tracker") == {}:
        with open_dict(loaded.config):
            loaded.config.tracker = None
    return loaded


def patch(replace):
    """Has Hydra write its files whole or not at all, and heed an empty tracker.

    The patches: `_load_single_config`, `_save_config`, OmegaConf's `save`, for as long as the process lives. Of a job's
    files an error is kept in `unwritten`, since out of Hydra it would end the other jobs of a sweep too.

    Args:
        replace: writes bytes to a path.
    """

    def save_config(config, name, folder):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            replace(folder / name, OmegaConf.to_yaml(config).encode())
        except OSError as error:
            unwritten.append(error)

    def save(config, file, resolve=False):
        if isinstance(file, str | Path):
            return replace(Path(file), OmegaConf.to_yaml(config, resolve=resolve).encode())
        return _save(config, file, resolve)

    ConfigLoaderImpl._load_single_config, utils._save_config, OmegaConf.save = emptying, save_config, save


def context(loader, config):
    """What Hydra makes of a configuration for those who launch its jobs. Private: `Callbacks`, what conf/ names."""
    return HydraContext(config_loader=loader, callbacks=Callbacks(config))


def jobs_of_sweep(overrides):
    """The overrides of each job of a sweep over all combinations, as lists. Private: `BasicSweeper`, which makes them.

    Args:
        overrides: of the command line and hydra.sweeper.params, parsed by Hydra.
    """
    return [job for batch in BasicSweeper.split_arguments(overrides, max_batch_size=None) for job in batch]
