"""The data of every configuration: as declared there, whole and cut to one sample."""

import pytest
from conftest import compose, options

from {{ cookiecutter.package_name }}.recipe.launch import refusals
from {{ cookiecutter.package_name }}.recipe.prepare import samples


@pytest.fixture(params=options("data"), scope="module")  # so that each is loaded once
def chosen(request):
    """An option of conf/data, as an override; one that still waits for values is left out."""
    if lacks := refusals.by_configuration(compose(f"data={request.param}")):
        pytest.skip(lacks)
    return f"data={request.param}"


def test_every_split_is_as_declared(chosen):
    cfg = compose(chosen)
    assert samples.count(samples.load(cfg).train) > 0
    # Shapes, finite numbers, labels among the classes.
    assert refusals.by_data(cfg) is None


def test_one_sample_can_be_taken_from_it(chosen):
    assert samples.count(samples.load(compose(chosen, "data.subset=1")).train) == 1
