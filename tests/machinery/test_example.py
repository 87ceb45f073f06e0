"""The worked example that a project begins with: its data, networks, initializers and losses."""

import keras
import numpy as np
import pytest
from conftest import compose
from hydra.utils import instantiate
from paper_net import train
from paper_net.recipe.keep.project import CONF
from paper_net.recipe.keras_side import backend  # noqa: F401
from paper_net.recipe.paper import paper_yaml  # noqa: F401
from paper_net.recipe.prepare import network, samples, sources  # noqa: F401

CLASSES = 10
PRIME = 7  # no axis of a network has this size by chance
GROUPS = ("data", "model", "initializer", "loss", "optimizer", "training", "tracker", "experiment")


@pytest.mark.parametrize("group", GROUPS)
def test_every_option_is_named_in_the_table_of_contents(group):
    contents = (CONF / "config.yaml").read_text(encoding="utf-8")
    assert [file.stem for file in (CONF / group).glob("[!.]*.yaml") if file.stem not in contents] == []


@pytest.mark.parametrize("name", ["mnist1d", "digits"])
def test_training_and_validation_share_no_sample(name):
    data = samples.load(compose(f"data={name}"))
    train, validation = ({sample.tobytes() for sample in split[0]} for split in (data.train, data.validation))
    assert not train & validation


def test_mnist1d_has_the_papers_sizes():
    data = samples.load(compose("data=mnist1d"))
    assert [samples.count(split) for split in (data.train, data.validation, data.test)] == [3600, 400, 1000]


def test_the_papers_protocol_validates_on_the_test_split_and_says_so(caplog):
    data = samples.load(compose("experiment=paper_protocol"))
    assert samples.count(data.train) == 4000
    np.testing.assert_array_equal(data.validation[0], data.test[0])
    assert "validating on the test split" in caplog.text


def test_a_folder_of_arrays_is_the_same_as_their_file_and_is_not_read(own_arrays, tmp_path):
    of_file = samples.load(compose("data=npz", *own_arrays))
    for split, pair in (("train", of_file.train), ("validation", of_file.validation)):
        for side, array in zip("xy", pair, strict=True):
            np.save(tmp_path / f"{side}_{split}.npy", array)
    of_folder = samples.load(compose("data=npz", *own_arrays[1:], f"data.load.path={tmp_path}"))
    assert sources.streamed(of_folder.train) and not sources.streamed(of_file.train)
    for one, other in zip(samples.take(of_folder.train, slice(0, 99)), of_file.train, strict=True):
        np.testing.assert_array_equal(one, other)


@pytest.fixture(params=["cnn", "linear"])
def model(request):
    return network.build(compose(f"model={request.param}"))


def random_inputs(model, number=PRIME):
    return np.random.default_rng(0).normal(size=(number, *model.input_shape[1:])).astype("float32")


def test_gives_one_logit_a_class(model):
    assert model(random_inputs(model)).shape == (PRIME, CLASSES)


def test_the_papers_network_has_its_number_of_parameters():
    # (5·1 + 1)·25 + 2·(3·25 + 1)·25 + (5·25 + 1)·10 = 150 + 3,800 + 1,260
    assert network.build(compose()).count_params() == 5210


def test_every_kernel_moves(model):
    before = [np.asarray(weight) for weight in model.trainable_weights]
    model.compile(optimizer="adam", loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True))
    for _ in range(20):
        model.train_on_batch(random_inputs(model), np.arange(PRIME))
    for was, weight in zip(before, model.trainable_weights, strict=True):
        assert np.any(was != np.asarray(weight)), weight.path


def test_an_initializer_reaches_every_layer():
    model = network.build(compose("model=cnn", "initializer=normal", "initializer.kernel.stddev=3"))
    kernels = [weight for weight in model.weights if weight.name == "kernel"]
    assert len(kernels) == 4
    for kernel in kernels:
        np.testing.assert_allclose(np.std(kernel), 3, rtol=0.3)  # 125 weights estimate it to about 6 %


def test_torch_default_bounds_kernel_and_bias_by_the_kernels_fan_in():
    model = network.build(compose("model=cnn", "initializer=torch_default"))
    for layer, fan_in in (("conv1", 5), ("conv2", 75), ("conv3", 75), ("logits", 125)):
        for weight in model.get_layer(layer).weights:
            assert 0.7 * fan_in**-0.5 < np.max(np.abs(weight)) <= fan_in**-0.5, weight.path


@pytest.mark.parametrize("name", ["glorot_uniform", "he_normal", "normal", "torch_default"])
def test_two_layers_of_one_shape_start_different(name):
    model = network.build(compose("model=cnn", f"initializer={name}"))
    first, second = (np.asarray(model.get_layer(layer).kernel) for layer in ("conv2", "conv3"))
    assert first.shape == second.shape and np.any(first != second)


def test_a_bias_that_needs_the_fan_in_says_so():
    with pytest.raises(ValueError, match="fan_in"):
        network.Initializer(None, network.UniformByFanIn).bias()


def test_focal_says_which_shapes_it_got():
    loss = instantiate(compose("loss=focal").loss.function)
    with pytest.raises(ValueError, match=r"Received y_true.shape=\(2, 1\), y_pred.shape=\(2, 3\)"):
        loss(np.zeros((2, 1), int), np.zeros((2, 3), "float32"))


def test_focal_refuses_a_gamma_whose_gradient_is_infinite():
    loss = instantiate(compose("loss=focal", "loss.function.gamma=0.5").loss.function)
    with pytest.raises(ValueError, match="gamma must be 1 or more. Received gamma=0.5"):
        loss(np.zeros(2, int), np.zeros((2, 3), "float32"))


def test_metrics_stand_in_a_list_and_those_of_several_outputs_under_their_names():
    assert train.by_output({"accuracy": "a", "recall": None}) == ["a"]
    given = {"form": {"accuracy": "a", "recall": None}, "frequency": {"r2": "r"}, "other": {}}
    assert train.by_output(given) == {"form": ["a"], "frequency": ["r"]}
