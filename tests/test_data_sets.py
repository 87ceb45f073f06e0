"""The data sets of Keras' own loaders, by the command, with a cache that holds what they need or nothing."""

import gzip
import json
import os
import random
import subprocess

import pytest
from conftest import NAME
from rungs import PYTHON

TRAIN, TEST = 100, 20


@pytest.fixture
def train(project, tmp_path):
    """Trains with a cache of its own and without a network; returns what is left of the process."""

    def train(*arguments):
        nobody = "http://127.0.0.1:9"
        own = {"KERAS_HOME": str(tmp_path), "http_proxy": nobody, "https_proxy": nobody, "no_proxy": ""}
        command = [PYTHON, "-m", f"{NAME}.train", *arguments, "tracker=[]", "report=false", "training.epochs=2"]
        return subprocess.run(command, cwd=project, env={**os.environ, **own}, capture_output=True, text=True)

    return train


def written(folder):
    """Fashion-MNIST as it lies in the cache: the one of which Keras asks no digest, so that a few images will do."""
    folder.mkdir(parents=True)
    draw = random.Random(0)
    for split, number in (("train", TRAIN), ("t10k", TEST)):
        labels, images = bytes(i % 10 for i in range(number)), draw.randbytes(number * 28 * 28)
        (folder / f"{split}-labels-idx1-ubyte.gz").write_bytes(gzip.compress(bytes(8) + labels))
        (folder / f"{split}-images-idx3-ubyte.gz").write_bytes(gzip.compress(bytes(16) + images))


def test_what_lies_in_the_cache_is_trained_on(train, project, tmp_path):
    written(tmp_path / "datasets/fashion-mnist")
    done = train("data=fashion_mnist", "model=linear", "data.load.validation=20", f"hydra.run.dir={tmp_path / 'run'}")
    assert done.returncode == 0, done.stdout + done.stderr
    result = json.loads((tmp_path / "run/result.json").read_text())
    assert result["samples"] == TRAIN - 20 and {"train/loss", "val/loss", "test/accuracy"} <= {*result}


def test_what_is_not_there_is_refused_in_one_line_with_its_place(train, project, tmp_path):
    done = train("data=cifar10", "model=linear", f"hydra.run.dir={tmp_path / 'run'}")
    assert done.returncode == 2 and not (tmp_path / "run").exists()
    (line,) = done.stderr.splitlines()
    assert line.startswith(
        "refused: data cannot be loaded: cifar10 is not whole in Keras' cache and cannot be downloaded"
    )
    assert f"{tmp_path}/datasets/cifar-10-batches-py-target_archive (URL fetch failure on https://" in line
