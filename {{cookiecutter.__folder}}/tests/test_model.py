"""Every network of an experiment, asked the questions of the rung `forward`: its shapes, its size, what reaches what.

What the paper says of its size and its shapes is a claim in conf/paper.yaml.
"""

import pytest
from conftest import climbed, experiments, failures

ASKED_OF = ("model", "initializer", "loss", "data.inputs", "data.targets")


@pytest.mark.parametrize("overrides", experiments(*ASKED_OF))
def test_every_network_is_what_data_and_loss_declare(overrides, tmp_path):
    (rung,) = climbed(tmp_path, "rungs=[forward]", *overrides)
    assert not failures(rung)
