"""What refuses input lets nothing pass where it breaks itself."""

import pytest
from paper_net.recipe.launch import guard, refusals
from paper_net.recipe.paper import paper_yaml


def test_a_refusal_that_breaks_refuses(monkeypatch, capsys):
    monkeypatch.setattr(refusals, "by_configuration", lambda cfg: cfg.seed.missing)
    with pytest.raises(SystemExit) as end:
        guard.refuse_any(None, [paper_yaml.compose([])])
    assert end.value.code == 2
    assert capsys.readouterr().err == "refused: AttributeError: 'int' object has no attribute 'missing'\n"


def test_what_can_be_meant_passes():
    configs = [paper_yaml.compose([]), paper_yaml.compose(["seed=1"])]
    assert guard.refuse_any(None, iter(configs)) == configs
