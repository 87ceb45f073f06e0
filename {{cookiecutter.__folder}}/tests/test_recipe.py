"""The first rungs of the recipe as tests: they turn red where the replication breaks."""

import json

import pytest
from conftest import compose

from {{ cookiecutter.package_name }}.recipe.checks.verdicts import said
from {{ cookiecutter.package_name }}.recipe.climb.climb import climb

RUNGS = ["forward", "look", "loss", "one"]


@pytest.fixture(scope="module")
def climbed(tmp_path_factory):
    run_dir = tmp_path_factory.mktemp("climb")
    rungs = climb(compose(f"rungs=[{','.join(RUNGS)}]", config="recipe"), run_dir)
    assert json.loads((run_dir / "verdicts.json").read_text())["schema"] == 1
    return {rung.rung: rung for rung in rungs}


@pytest.mark.parametrize("rung", RUNGS)
def test_rung(rung, climbed):
    if rung not in climbed:
        pytest.skip("an earlier rung failed")
    failed = [f"{finding.check}: {said(finding)}" for finding in climbed[rung].checks if finding.status == "fail"]
    assert not failed, failed
