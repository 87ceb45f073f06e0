"""Batches divided among two devices, which are one processor's here."""

import csv
import os
import subprocess

import pytest
from test_project import PYTHON

# Two devices of one processor: JAX is told by its environment, TensorFlow before it begins.
RUNNER = """
import os, sys
if os.environ["KERAS_BACKEND"] == "tensorflow":
    import tensorflow as tf
    one = tf.config.list_physical_devices("CPU")[0]
    tf.config.set_logical_device_configuration(one, [tf.config.LogicalDeviceConfiguration()] * 2)
import runpy
runpy.run_module("paper_net.train", run_name="__main__", alter_sys=True)
"""
SMALL = ["tracker=[]", "data.load.validation=3400", "training.epochs=3", "training.batch_size=20"]


def train(project, backend, *overrides):
    here = {**os.environ, "KERAS_BACKEND": backend, "XLA_FLAGS": "--xla_force_host_platform_device_count=2"}
    command = [PYTHON, "-c", RUNNER, *SMALL, *overrides]
    return subprocess.run(command, cwd=project, env=here, capture_output=True, text=True)


@pytest.mark.parametrize("backend", ["tensorflow", "jax"])
def test_two_devices_learn_as_one_does(project, tmp_path, backend):
    rows = []
    for distribution, report in (("null", "false"), ("data_parallel", "true")):
        place = tmp_path / distribution
        asked = [f"training.distribution={distribution}", f"report={report}"]
        done = train(project, backend, *asked, f"hydra.run.dir={place}")
        assert done.returncode == 0, done.stderr
        rows.append([[float(cell) for cell in row.values()] for row in csv.DictReader((place / "history.csv").open())])
    one, two = rows
    assert two == [pytest.approx(row, rel=1e-4) for row in one]
    assert one != two  # sums in another order: it was divided


@pytest.mark.parametrize("backend", ["tensorflow", "jax"])
def test_what_does_not_divide_is_said(project, backend):
    done = train(project, backend, "training.distribution=data_parallel", "training.batch_size=25")
    said = "600 training samples in batches of 25 leave one of 25, which 2 devices cannot divide"
    assert (done.returncode, done.stdout) == (1, "")
    assert f"failed: ValueError: training.distribution: {said}\n" in done.stderr


def test_keras_divides_nothing_on_pytorch(project):
    done = train(project, "torch", "training.distribution=data_parallel")
    said = "refused: training.distribution=data_parallel: Keras divides no batch on PyTorch\n"
    assert (done.returncode, done.stderr) == (2, said)
