"""Every model in conf/model: its shapes, and that it computes what a model of single samples must."""

import inspect

import keras
import numpy as np
import pytest
from conftest import compose, options
from keras import ops

from {{ cookiecutter.package_name }} import model as blocks
from {{ cookiecutter.package_name }}.recipe import skeleton
from {{ cookiecutter.package_name }}.recipe.prepare import network

PRIME = 7  # no axis of a network has this size by chance


@pytest.fixture(params=options("model"))
def model(request):
    return network.build(compose(f"model={request.param}"))


def random_inputs(model, number=PRIME):
    return np.random.default_rng(0).normal(size=(number, *model.input_shape[1:])).astype("float32")


def test_gives_one_logit_a_class(model):
    assert model(random_inputs(model)).shape == (PRIME, 10)


def test_the_papers_network_has_its_number_of_parameters():
    # (5·1 + 1)·25 + 2·(3·25 + 1)·25 + (5·25 + 1)·10 = 150 + 3,800 + 1,260
    assert network.build(compose()).count_params() == 5210


def test_samples_stay_apart(model):
    inputs = random_inputs(model)
    other = inputs.copy()
    other[3] += 1
    before, after = (ops.convert_to_numpy(model(x, training=False)) for x in (inputs, other))
    changed = np.any(before != after, axis=1)
    assert changed.tolist() == [row == 3 for row in range(PRIME)]


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


@pytest.mark.parametrize("name", [name for name in options("initializer") if name != "zeros"])
def test_two_layers_of_one_shape_start_different(name):
    model = network.build(compose("model=cnn", f"initializer={name}"))
    first, second = (np.asarray(model.get_layer(layer).kernel) for layer in ("conv2", "conv3"))
    assert first.shape == second.shape and np.any(first != second)


def test_a_bias_that_needs_the_fan_in_says_so():
    with pytest.raises(ValueError, match="fan_in"):
        network.Initializer(None, network.UniformByFanIn).bias()


def test_the_emptied_example_lists_what_is_still_to_write():
    source = inspect.getsource(blocks)
    text, names = skeleton.emptied(source, keep={"cnn", "linear"})
    assert names and names == skeleton.unwritten(text)
    assert {name for name, _ in skeleton.functions(text)} == {*names, "cnn", "linear"}
    compile(text, "model.py", "exec")


def test_whoever_builds_an_unwritten_model_gets_the_list(monkeypatch):
    def unwritten(*_):
        raise NotImplementedError

    monkeypatch.setattr(blocks, "encoder", unwritten)
    monkeypatch.setattr(network.inspect, "getsource", lambda _: "def encoder(x):\n    raise NotImplementedError\n")
    with pytest.raises(network.Unwritten, match="^still to write: encoder$"):
        network.build(compose())
