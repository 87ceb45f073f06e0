"""The data of every experiment: as declared in conf/data, whole and cut to one sample."""

import pytest
from conftest import experiment, experiments, if_written

from {{ cookiecutter.package_name }}.recipe.launch import refusals
from {{ cookiecutter.package_name }}.recipe.prepare import samples


@pytest.fixture(params=experiments("data"), scope="module")  # so that each is loaded once
def chosen(request):
    return request.param


def test_every_split_is_as_declared(chosen):
    cfg = experiment(*chosen)
    with if_written():
        assert samples.count(samples.load(cfg).train) > 0
    # Shapes, finite numbers, labels among the classes.
    assert refusals.by_data(cfg) is None


def test_one_sample_can_be_taken_from_it(chosen):
    cfg = experiment(*chosen, "data.subset=1")
    with if_written():
        assert samples.count(samples.load(cfg).train) == 1
