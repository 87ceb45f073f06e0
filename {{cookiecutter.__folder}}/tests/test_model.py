"""Every model in conf/model, asked the questions of the rung `forward`: its shapes, its size, what reaches what.

What the paper says of its size and its shapes is a claim in conf/paper.yaml.
"""

import pytest
from conftest import climbed, failures, options


@pytest.mark.parametrize("name", options("model"))
def test_every_model_is_what_data_and_loss_declare(name, tmp_path):
    (rung,) = climbed(tmp_path, "rungs=[forward]", f"model={name}")
    assert not failures(rung)
