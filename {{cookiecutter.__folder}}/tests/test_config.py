"""Every option of every group composes and instantiates."""

import keras
import pytest
from conftest import compose, experiment, experiments, options
from hydra.utils import instantiate

from {{ cookiecutter.package_name }}.recipe.launch import refusals
from {{ cookiecutter.package_name }}.recipe.paper import paper_yaml
from {{ cookiecutter.package_name }}.recipe.prepare import network


@pytest.mark.parametrize("name", options("initializer"))
def test_every_initializer_makes_new_instances(name):
    factories = instantiate(compose(f"initializer={name}").initializer)
    first, second = factories.kernel(), factories.kernel()
    assert isinstance(first, keras.initializers.Initializer) and first is not second
    assert isinstance(network.Initializer(**factories).bias(fan_in=4), keras.initializers.Initializer)


@pytest.mark.parametrize("name", options("optimizer"))
def test_every_optimizer_instantiates(name):
    assert isinstance(instantiate(compose(f"optimizer={name}").optimizer), keras.optimizers.Optimizer)


@pytest.mark.parametrize("name", options("training"))
def test_the_metrics_of_every_training_instantiate(name):
    training = instantiate(compose(f"training={name}").training, _convert_="all")
    metrics = keras.tree.flatten(training["metrics"])  # of several outputs, under their names
    assert all(isinstance(metric, keras.metrics.Metric) for metric in metrics if metric)


@pytest.mark.parametrize("overrides", experiments())
def test_every_experiment_can_be_meant(overrides):
    assert refusals.by_configuration(experiment(*overrides)) is None


@pytest.mark.parametrize("name", options("tracker"))
def test_every_tracker_has_a_name_of_its_own(name):
    assert list(compose(f"tracker=[{name}]").tracker) == [name]


def test_what_the_paper_states_can_be_meant():
    cfg = compose(config="replicate")
    wrong = paper_yaml.refusal(cfg) or paper_yaml.unknown_key(cfg, cfg.paper)
    if wrong and (to_do := paper_yaml.of_the_example(cfg)):
        pytest.skip(f"{to_do[0]}; {wrong}")
    assert wrong is None
