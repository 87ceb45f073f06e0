"""What refuses input lets nothing pass where it breaks itself."""

import pytest
from paper_net.recipe import guard, paper, refusals


def test_a_refusal_that_breaks_refuses(monkeypatch, capsys):
    monkeypatch.setattr(refusals, "by_configuration", lambda cfg: cfg.seed.missing)
    with pytest.raises(SystemExit) as end:
        guard.refuse_any([paper.compose([])])
    assert end.value.code == 2
    assert capsys.readouterr().err == "refused: AttributeError: 'int' object has no attribute 'missing'\n"


def test_what_can_be_meant_passes():
    configs = [paper.compose([]), paper.compose(["seed=1"])]
    assert guard.refuse_any(iter(configs)) == configs
