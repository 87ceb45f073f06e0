"""Batches divided among two devices, which are one processor's here."""

import csv
import json
import os
import subprocess

import pytest
from conftest import NAME, TEMPLATE, generate
from rungs import PYTHON

BACKENDS = ("tensorflow", "jax")
SMALL = ["tracker=[]", "data.load.validation=3400", "training.epochs=3", "training.batch_size=20"]
DIVIDED = "training.distribution=data_parallel"

# A network that notes how many of a batch's samples reach one device: sums in another order may be equal by chance.
TOYS = """
from pathlib import Path

import keras
from keras import layers


def note(rows):
    with Path("rows.txt").open("a") as file:
        print(int(rows), file=file)


class Noting(layers.Layer):
    def call(self, x, training=False):
        if training and keras.backend.backend() == "jax":
            import jax
            jax.debug.inspect_array_sharding(x, callback=lambda sharding: note(sharding.shard_shape(x.shape)[0]))
        elif training:
            import tensorflow as tf
            tf.numpy_function(note, [tf.shape(x)[0]], [])
        return x


def noted(inputs, targets, initializer, **_):
    values = keras.Input(inputs.shape)
    x = layers.Dense(16, activation="relu")(Noting()(layers.Flatten()(values)))
    return keras.Model(values, layers.Dense(10)(x))
"""

# Two devices of one processor: JAX is told by its environment, TensorFlow before it begins.
RUNNER = """
import json, os, sys
from pathlib import Path
sys.path[:0] = [str(Path.cwd()), sys.argv[1]]
import backends, commands

backends.only_this()


def two_devices():
    if os.environ["KERAS_BACKEND"] == "tensorflow":
        import tensorflow as tf
        one = tf.config.list_physical_devices("CPU")[0]
        tf.config.set_logical_device_configuration(one, [tf.config.LogicalDeviceConfiguration()] * 2)


for arguments in json.loads(sys.argv[2]):
    (done,) = commands.run("paper_net.train", arguments, ".", broken=two_devices)
    noted = Path("rows.txt")
    done["rows"] = sorted({int(line) for line in noted.read_text().split()}) if noted.exists() else []
    noted.unlink(missing_ok=True)
    print("@" + json.dumps(done), flush=True)
"""


def trainings(folder, backend, *asked):
    """What each of these trainings ended with and said, and how many samples of a batch came to a device."""
    project = generate(folder, project_slug="paper-net", package_name=NAME)
    (project / NAME / "toys.py").write_text(TOYS, encoding="utf-8")
    here = {**os.environ, "KERAS_BACKEND": backend, "XLA_FLAGS": "--xla_force_host_platform_device_count=2"}
    command = [PYTHON, "-c", RUNNER, TEMPLATE / "tests", json.dumps([[*SMALL, *arguments] for arguments in asked])]
    run = subprocess.run(command, cwd=project, env=here, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr[-3000:]
    return [json.loads(line[1:]) for line in run.stdout.splitlines() if line.startswith("@")]


@pytest.mark.parametrize("backend", BACKENDS)
def test_two_devices_learn_as_one_does_and_what_does_not_divide_is_said(tmp_path, backend):
    own = f"model._target_={NAME}.toys.noted"
    one, two, uneven = trainings(
        tmp_path,
        backend,
        [own, "report=false", f"hydra.run.dir={tmp_path}/one"],
        [own, "report=true", DIVIDED, f"hydra.run.dir={tmp_path}/two"],
        [DIVIDED, "training.batch_size=25"],
    )
    assert (one["status"], two["status"]) == (0, 0), one["stderr"] + two["stderr"]
    assert one["rows"] == [20]
    assert 10 in two["rows"] and 20 not in two["rows"]  # what is shown of layers has batches of its own, undivided
    histories = [list(csv.DictReader((tmp_path / name / "history.csv").open())) for name in ("one", "two")]
    alone, divided = ([[float(cell) for cell in row.values()] for row in rows] for rows in histories)
    assert divided == [pytest.approx(row, rel=1e-4) for row in alone]

    said = "600 training samples in batches of 25 leave one of 25, which 2 devices cannot divide"
    assert (uneven["status"], uneven["stdout"]) == (1, "")
    assert f"failed: ValueError: training.distribution: {said}\n" in uneven["stderr"]


def test_keras_divides_nothing_on_pytorch(project):
    command = [PYTHON, "-m", f"{NAME}.train", "backend=torch", DIVIDED]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True)
    said = "refused: training.distribution=data_parallel: Keras divides no batch on PyTorch\n"
    assert (done.returncode, done.stderr) == (2, said)
