"""What the tests share: the shipped configuration, composed, never a copy of it."""

import os
from pathlib import Path

import hydra
from omegaconf import OmegaConf

PROJECT = Path(__file__).parents[1]
CONF = PROJECT / "conf"
os.environ.setdefault("KERAS_BACKEND", OmegaConf.load(CONF / "config.yaml").backend)


def options(group):
    """The options of a group in conf/."""
    return sorted(file.stem for file in (CONF / group).glob("[!.]*.yaml"))


def compose(*overrides, config="config"):
    """The configuration as a command gets it with these overrides; without trackers and pages unless they are named."""
    ours = [f"backend={os.environ['KERAS_BACKEND']}", "tracker=[]", "report=false"]
    with hydra.initialize_config_dir(str(CONF), version_base="1.3"):
        return hydra.compose(config, overrides=[*ours, *overrides])


def climbed(run_dir, *overrides):
    """The rungs that a climb came to, up to the first that failed."""
    from {{ cookiecutter.package_name }}.recipe.climb.climb import climb

    return climb(compose(*overrides, config="recipe"), run_dir)


def failures(rung):
    """What failed in a rung, in words."""
    from {{ cookiecutter.package_name }}.recipe.checks.verdicts import said

    return [f"{finding.check.name}: {said(finding)}" for finding in rung.checks if finding.status == "fail"]
