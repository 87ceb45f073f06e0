"""Every option of every group composes and instantiates; what cannot be meant is refused."""

import keras
import pytest
from conftest import CONF, compose, options
from hydra.utils import instantiate

from {{ cookiecutter.package_name }}.recipe.launch import refusals
from {{ cookiecutter.package_name }}.recipe.paper import paper_yaml
from {{ cookiecutter.package_name }}.recipe.prepare import network


def test_every_data_declares_its_inputs_and_targets(own_arrays):
    for name in options("data"):
        data = compose(f"data={name}", *(own_arrays if name == "npz" else [])).data
        inputs, targets = network.declared(data.inputs), network.declared(data.targets)
        assert inputs.shape and inputs.dtype and targets.kind in ("classes", "multilabel", "values", "none"), name


@pytest.mark.parametrize("name", options("initializer"))
def test_every_initializer_makes_new_instances(name):
    factories = instantiate(compose(f"initializer={name}").initializer)
    first, second = factories.kernel(), factories.kernel()
    assert isinstance(first, keras.initializers.Initializer) and first is not second
    assert isinstance(network.Initializer(**factories).bias(fan_in=4), keras.initializers.Initializer)


@pytest.mark.parametrize("name", options("optimizer"))
def test_every_optimizer_instantiates(name):
    assert isinstance(instantiate(compose(f"optimizer={name}").optimizer), keras.optimizers.Optimizer)


@pytest.mark.parametrize("name", options("loss"))
def test_every_loss_is_callable(name):
    assert callable(instantiate(compose(f"loss={name}").loss.function))


@pytest.mark.parametrize("name", options("training"))
def test_every_training_has_metrics(name):
    training = instantiate(compose(f"training={name}").training, _convert_="all")
    assert all(isinstance(metric, keras.metrics.Metric) for metric in training["metrics"].values())


@pytest.mark.parametrize("name", options("experiment"))
def test_every_experiment_composes(name):
    assert refusals.by_configuration(compose(f"experiment={name}")) is None


@pytest.mark.parametrize("name", options("tracker"))
def test_every_tracker_has_a_name_of_its_own(name):
    assert list(compose(f"tracker=[{name}]").tracker) == [name]


def test_no_tracker_is_a_choice():
    assert not compose("tracker=[]").get("tracker")


def test_what_the_paper_states_can_be_meant():
    cfg = compose(config="replicate")
    assert paper_yaml.refusal(cfg) is None and paper_yaml.unknown_key(cfg, cfg.paper) is None
    for claim in paper_yaml.claims(cfg.paper):
        assert compose(*claim.overrides), claim.name


def test_every_option_is_named_in_the_table_of_contents():
    contents = (CONF / "config.yaml").read_text()
    for group in ("data", "model", "initializer", "loss", "optimizer", "training", "tracker", "experiment"):
        for option in options(group):
            assert option in contents, f"conf/{group}/{option}.yaml"


REFUSED = [
    ("data.subset=0", "data.subset=0: expected a number of samples, 1 or more, or all"),
    ("data.subset=-1", "data.subset=-1: expected a number of samples, 1 or more, or all"),
    ("data.subset=10.5", "data.subset=10.5: expected a number of samples, 1 or more, or all"),
    ("data.subset=al", "data.subset=al: expected a number of samples, 1 or more, or all"),
    ("data.subset=true", "data.subset=True: expected a number of samples, 1 or more, or all"),
    ("data.samples=[3,3]", "data.samples=[3, 3]: sample 3 is named more than once"),
    ("data.samples=[]", "data.samples=[]: expected a list of sample indices, such as [17]"),
    ("data.samples=17", "data.samples=17: expected a list of sample indices, such as [17]"),
    ("seed=-1", "seed=-1: expected a whole number, 0 or more"),
    ("training.batch_size=0", "training.batch_size=0: expected a whole number, 1 or more"),
    ("training.epochs=many", "training.epochs=many: expected a whole number, 1 or more"),
    ("training.subset.target=1", "training.subset.target=1: expected a share between 0 and 1"),
    ("data=npz", "data.inputs.shape has no value yet: give it in conf/ or as data.inputs.shape=…"),
]


@pytest.mark.parametrize(("override", "message"), REFUSED)
def test_refuses_what_cannot_be_meant(override, message):
    assert refusals.by_configuration(compose(override)) == message


def test_refuses_a_subset_that_contradicts_its_samples():
    cfg = compose("data.subset=2", "data.samples=[17]")
    assert refusals.by_configuration(cfg) == "data.subset=2 contradicts data.samples, which names 1"


@pytest.mark.parametrize(
    ("override", "message"),
    [
        ("data.subset=3601", "data.subset=3601: there are 3600 training samples"),
        ("data.samples=[99999]", "data.samples=[99999]: the training samples are numbered 0 to 3599"),
        (
            "data.load.validation=4000",
            "data cannot be loaded: data.load.validation=4000: expected 0 to 3999 of the training samples",
        ),
    ],
)
def test_refuses_what_the_data_cannot_give(override, message):
    assert refusals.by_data(compose(override)) == message


@pytest.mark.parametrize("accepted", ["data.subset=1", "data.subset=3600", "data.samples=[0,3599]", "seed=0"])
def test_accepts_what_can_be_meant(accepted):
    cfg = compose(accepted)
    assert refusals.by_configuration(cfg) is None and refusals.by_data(cfg) is None
