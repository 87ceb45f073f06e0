"""Looking inside a network while it is trained moves nothing."""

import itertools
import time
from types import SimpleNamespace

import keras
import numpy as np
import pytest
from paper_net.recipe.keras_side import backend
from paper_net.recipe.prepare import samples
from paper_net.recipe.run.probe import Probe

RNG = np.random.default_rng(0)
X, Y = RNG.normal(size=(64, 6)).astype("float32"), RNG.normal(size=(64, 1)).astype("float32")
STEPS, EPOCHS = 4, 5


class TwoOptimizers(keras.Model):
    """As adversarial networks are trained: each half by an optimizer of its own."""

    def __init__(self):
        super().__init__()
        self.first, self.second = keras.layers.Dense(5, "tanh"), keras.layers.Dense(1)
        self.slow = keras.optimizers.Adam(1e-3)

    def call(self, x):
        return self.second(self.first(x))

    def train_step(self, data):
        x, y = data
        self(x)  # has its weights from here on
        first, second = (layer.trainable_variables for layer in (self.first, self.second))
        loss, slopes = backend.own.gradients(
            lambda _: keras.ops.mean((self(x, training=True) - y) ** 2), [], first + second
        )
        self.optimizer.apply(slopes[: len(first)], first)
        self.slow.apply(slopes[len(first) :], second)
        return {"loss": loss}


def sequential(*layers):
    return keras.Sequential([keras.Input((6,)), *layers, keras.layers.Dense(1)])


MODELS = {
    "plain": lambda: sequential(keras.layers.Dense(5, "relu")),
    "dropout": lambda: sequential(keras.layers.Dense(5, "relu"), keras.layers.Dropout(0.5)),
    "batchnorm": lambda: sequential(keras.layers.BatchNormalization(), keras.layers.Dense(5)),
    # On JAX a step returns what it changes, and Keras asks it for one optimizer's state.
    **({} if keras.backend.backend() == "jax" else {"two optimizers": TwoOptimizers}),
}
OPTIMIZERS = {
    "adam": lambda: keras.optimizers.Adam(1e-2),
    "averaging": lambda: keras.optimizers.SGD(1e-2, momentum=0.9, use_ema=True),
    "adagrad": lambda: keras.optimizers.Adagrad(1e-1),
    "accumulating": lambda: keras.optimizers.Adam(1e-2, gradient_accumulation_steps=2),
}


def trained(model, optimizer, looked_at):
    backend.start(0, deterministic=True)
    model = MODELS[model]()
    model.compile(OPTIMIZERS[optimizer](), "mse")
    data = samples.Data((X, Y), (X, Y), None, None, Y)
    plan = SimpleNamespace(epochs=EPOCHS, steps_per_epoch=STEPS, batches=SimpleNamespace(first=0))
    rows = []
    counting = keras.callbacks.LambdaCallback(
        on_epoch_end=lambda epoch, logs: rows.append({"step": (epoch + 1) * STEPS})
    )
    probe = Probe(SimpleNamespace(report=looked_at), data, plan, SimpleNamespace(open={}), rows)
    model.fit(X, Y, batch_size=16, epochs=EPOCHS, shuffle=False, verbose=0, callbacks=[counting, probe])
    return [keras.ops.convert_to_numpy(variable) for variable in model.variables], probe.readings


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
@pytest.mark.parametrize("model", MODELS)
def test_no_weight_is_moved(model, optimizer):
    unseen, none = trained(model, optimizer, looked_at=False)
    seen, readings = trained(model, optimizer, looked_at=True)
    assert not none and readings[0].step == 0 and readings[-1].step == STEPS * EPOCHS
    for one, other in zip(unseen, seen, strict=True):
        np.testing.assert_array_equal(one, other)


@pytest.mark.parametrize(("model", "steps"), [("plain", [0, 8, 16, 20]), ("recurrent", [0, 20])])
def test_how_often_it_looks_does_not_depend_on_the_clock(monkeypatch, model, steps):
    monkeypatch.setattr(time, "monotonic", itertools.count(0, 10).__next__)  # everything seems to take ten seconds
    monkeypatch.setitem(MODELS, "recurrent", lambda: sequential(keras.layers.Reshape((6, 1)), keras.layers.GRU(2)))
    _, looks = trained(model, "adam", looked_at=True)
    assert [look.step for look in looks] == steps


def test_what_is_seen_is_what_happens():
    # Plain SGD: what one step adds is the learning rate times the gradient.
    backend.start(0, deterministic=True)
    model = MODELS["plain"]()
    model.compile(keras.optimizers.SGD(0.5), "mse")
    gradients, added = backend.step_and_back(model, backend.batch((X, Y)))
    assert set(gradients) == {variable.path for variable in model.trainable_variables}
    for path, gradient in gradients.items():
        np.testing.assert_allclose(added[path], -0.5 * gradient, rtol=1e-4, atol=1e-7)


def test_a_reading_that_breaks_is_the_last_and_does_not_end_the_training(monkeypatch, caplog):
    monkeypatch.setattr(backend, "step_and_back", lambda *_: 1 / 0)
    _, readings = trained("plain", "adam", looked_at=True)
    assert not readings and caplog.text.count("no more looks inside the network") == 1


def test_a_row_of_predictions_has_the_target_of_its_own_output():
    targets = {"width": np.array([[1.0]]), "angle": np.array([[2.0]])}  # and Keras sorts outputs by their names
    probe = SimpleNamespace(fixed=(X, targets), step=0)
    answers = {"angle": np.array([[2.5]]), "width": np.array([[1.5]])}
    ((*_, true, said),) = Probe.predictions(probe, answers).rows
    assert ("1" in true) == ("1.5" in said)
