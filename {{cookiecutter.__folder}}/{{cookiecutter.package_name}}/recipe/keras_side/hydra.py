"""MACHINERY. The names of Hydra that are private: any of them may change with a version of Hydra."""

from hydra._internal.callbacks import Callbacks
from hydra._internal.core_plugins.basic_sweeper import BasicSweeper
from hydra.types import HydraContext


def context(loader, config):
    """What Hydra makes of a configuration for those who launch its jobs. Private: `Callbacks`, what conf/ names."""
    return HydraContext(config_loader=loader, callbacks=Callbacks(config))


def jobs_of_sweep(overrides):
    """The overrides of each job of a sweep over all combinations, as lists. Private: `BasicSweeper`, which makes them.

    Args:
        overrides: of the command line and hydra.sweeper.params, parsed by Hydra.
    """
    return [job for batch in BasicSweeper.split_arguments(overrides, max_batch_size=None) for job in batch]
