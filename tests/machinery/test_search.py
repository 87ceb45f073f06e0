"""What a search may choose is looked at before it begins, and a stopped one goes on with what is left of it."""

import json

import pytest
from hydra.core.override_parser.overrides_parser import OverridesParser
from omegaconf import OmegaConf
from paper_net.recipe.launch import application, resume, search


def test_tries_each_choice_and_both_ends_of_what_lies_between():
    overrides = ["epochs=5", "model=cnn,linear,mlp", "rate=tag(log,interval(1e-4,1e-1))", "seed=range(0,9)"]
    assert search.probes(OverridesParser.create().parse_overrides(overrides)) == [
        ["epochs=5", "model=cnn", "rate=0.0001", "seed=0"],
        ["epochs=5", "model=linear", "rate=0.1", "seed=9"],  # Optuna's plugin reaches the end of a range
        ["epochs=5", "model=mlp", "rate=0.1", "seed=9"],
    ]


def stopped(folder, trials):
    """The folder of a search with these trials: the number of each, and whether it is over."""
    for number, over in trials.items():
        (folder / str(number) / ".hydra").mkdir(parents=True)
        (folder / str(number) / ".hydra/overrides.yaml").write_text("[seed=1]")
        if over:
            (folder / str(number) / "result.json").write_text(json.dumps({"status": "failed"}))
    return folder


@pytest.mark.parametrize(
    ("trials", "left", "first"),
    [({}, 5, 0), ({0: True}, 4, 1), ({0: True, 1: False, 3: True}, 3, 4), (dict.fromkeys(range(11), True), 0, 11)],
)
def test_goes_on_with_the_trials_that_are_left_numbered_on(tmp_path, trials, left, first):
    hydra = OmegaConf.create({"sweeper": {"n_trials": 5, "sampler": {"seed": 7}}})
    assert search.further(stopped(tmp_path, trials), hydra) == [
        f"hydra.sweeper.n_trials={left}",
        f"hydra.sweep.subdir='${{after:{first},${{hydra.job.num}}}}'",
        f"hydra.sweeper.sampler.seed={7 + first}",  # 7 would choose the same again
    ]


def test_a_sampler_without_a_seed_is_left_so(tmp_path):
    hydra = OmegaConf.create({"sweeper": {"n_trials": 5, "sampler": {}}})
    assert len(search.further(tmp_path, hydra)) == 2


def test_an_engine_that_is_not_installed_is_refused_with_what_installs_it(tmp_path, monkeypatch):
    (tmp_path / "hydra/launcher").mkdir(parents=True)
    (tmp_path / "hydra/launcher/rocket.yaml").write_text("_target_: rocket.Launcher")
    monkeypatch.setattr(application, "CONF", tmp_path)
    application.own_engines(["seed=1"])
    with pytest.raises(resume.Refused, match=r"hydra/launcher=rocket is not installed here: .*'\.\[rocket\]'"):
        application.own_engines(["hydra/launcher=rocket"])


def test_a_resumed_search_is_held_to_what_its_trials_were(tmp_path):
    now = OverridesParser.create().parse_overrides(["model=cnn,linear", "seed=2", "report=false"])
    folder = stopped(tmp_path, {0: True})
    assert [list(trial) for trial in search.again(now, folder)] == [["seed=1", "seed=2", "report=False"]]
