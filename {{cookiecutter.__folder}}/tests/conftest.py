"""What the tests share: the shipped configuration, composed, never a copy of it."""

import contextlib
import os
from pathlib import Path

import hydra
import pytest
from hydra.errors import HydraException
from omegaconf import OmegaConf

from {{ cookiecutter.package_name }}.recipe.launch import guard

PROJECT = Path(__file__).parents[1]
CONF = PROJECT / "conf"
CONFIGURED = OmegaConf.load(CONF / "config.yaml")
os.environ.setdefault("KERAS_BACKEND", CONFIGURED.backend)
guard.compute_with(CONFIGURED.get("threads"))  # before Keras is imported, as a command does


def options(group):
    """The options of a group in conf/."""
    return sorted(file.stem for file in (CONF / group).glob("[!.]*.yaml"))


def compose(*overrides, config="config"):
    """The configuration as a command gets it with these overrides; without trackers and pages unless they are named."""
    ours = [f"backend={os.environ['KERAS_BACKEND']}", "tracker=[]", "report=false"]
    with hydra.initialize_config_dir(str(CONF), version_base="1.3"):
        return hydra.compose(config, overrides=[*ours, *overrides])


def experiments(*keys):
    """The overrides of the configured experiment, of those in conf/experiment and of those that the paper's claims are
    about; of several that agree in some keys of the configuration the first."""
    from {{ cookiecutter.package_name }}.recipe.paper import paper_yaml

    found = {}
    claimed = (claim.overrides for claim in paper_yaml.claims(paper_yaml.read({})))
    for overrides in ((), *((f"experiment={name}",) for name in options("experiment")), *claimed):
        try:
            kind = OmegaConf.to_yaml(OmegaConf.masked_copy(compose(*overrides), keys))
        except HydraException:  # which the test of it shows
            kind = overrides
        found.setdefault(kind, pytest.param(overrides, id=" ".join(overrides) or "as configured"))
    return list(found.values())


def experiment(*overrides, config="config"):
    """The configuration of an experiment; a test of one that has no values yet is skipped."""
    from {{ cookiecutter.package_name }}.recipe.launch import refusals

    cfg = compose(*overrides, config=config)
    if missing := sorted(OmegaConf.missing_keys(cfg) | refusals.unanswered(cfg)):
        pytest.skip(f"no value yet: {', '.join(missing)}")
    return cfg


@contextlib.contextmanager
def if_written():
    """Skips a test of functions that are still to be written."""
    from {{ cookiecutter.package_name }}.recipe.prepare.blocks import Unwritten

    try:
        yield
    except Unwritten as unwritten:
        pytest.skip(str(unwritten))


def climbed(run_dir, *overrides):
    """The rungs that a climb came to, up to the first that failed."""
    from {{ cookiecutter.package_name }}.recipe.climb.climb import climb

    return climb(experiment(*overrides, config="recipe"), run_dir)


def failures(rung):
    """What failed in a rung, in words; a test of what is still to be written is skipped."""
    from {{ cookiecutter.package_name }}.recipe.checks.verdicts import said

    failed = [finding for finding in rung.checks if finding.status == "fail"]
    if failed and "unwritten" in failed[0].causes:
        pytest.skip(said(failed[0]))
    return [f"{finding.check.name}: {said(finding)}" for finding in failed]
