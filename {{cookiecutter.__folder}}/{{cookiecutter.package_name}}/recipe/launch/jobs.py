"""MACHINERY. Trainings that a command begins by itself, run as the jobs of a sweep are."""

from functools import partial
from pathlib import Path

from hydra.core.global_hydra import GlobalHydra
from hydra.core.hydra_config import HydraConfig
from hydra.core.plugins import Plugins
from hydra.types import RunMode

from ..keep import machine, project
from ..keras_side.hydra import context
from .application import job


def launch(jobs):
    """Trains by train.py under Hydra's launcher (hydra/launcher=…), one folder a job.

    Args:
        jobs: lists of overrides.
    """
    loader, here = GlobalHydra.instance().config_loader(), HydraConfig.get()
    # The record of each training names the command that would begin it alone.
    overrides = ["hydra.job.name=train", *here.overrides.hydra, *machine.overrides()]
    config = loader.load_configuration(here.job.config_name, overrides, run_mode=RunMode.MULTIRUN)
    launcher = Plugins.instance().instantiate_launcher(
        hydra_context=context(loader, config), task_function=partial(job, project.script().train), config=config
    )
    # Where a folder was named for all of them, those of an earlier call, or of a stopped command, stay what they are.
    taken = [int(path.name) for path in Path(config.hydra.sweep.dir).glob("*") if path.name.isdigit()]
    launcher.launch(jobs, initial_job_idx=max(taken, default=-1) + 1)
