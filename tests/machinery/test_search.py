"""What a search may choose is looked at before it begins, and a stopped one goes on with what is left of it."""

import json
import sqlite3

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


def test_the_study_of_a_stopped_search_is_told_what_its_process_had_no_time_to_tell(tmp_path):
    optuna = pytest.importorskip("optuna")
    optuna.logging.set_verbosity(optuna.logging.ERROR)
    storage = f"sqlite:///{tmp_path}/study.db"
    study = optuna.create_study(study_name="search", storage=storage)
    results = [("0", 0.5), ("1", None), ("0", 0.4), ("0", None), ("1", float("nan"))]  # of the seed that each tries
    for number, (seed, loss) in enumerate(results):
        study.enqueue_trial({"seed": seed})
        trial = study.ask({"seed": optuna.distributions.CategoricalDistribution(["0", "1"])})
        run = tmp_path / str(number)
        (run / ".hydra").mkdir(parents=True)
        (run / ".hydra/overrides.yaml").write_text(f"[seed={seed}]")
        if loss:
            (run / "result.json").write_text(json.dumps({"status": "done", "val/loss": loss}))
        if number == 0:
            study.tell(trial, loss)
    hydra = OmegaConf.create({"sweeper": {"direction": "minimize", "study_name": "search", "storage": storage}})
    # The second time there is nothing left to tell, the third time of several losses only one is known.
    for direction, loss in (("minimize", None), ("minimize", None), (["minimize", "maximize"], 0.3)):
        (tmp_path / "1/result.json").write_text(json.dumps({"status": "done", "val/loss": loss}))
        hydra.sweeper.direction = direction
        search.tell(tmp_path, hydra)
        values = [trial.value for trial in optuna.load_study(study_name="search", storage=storage).trials]
        assert values == [0.5, None, 0.4, None, None]


@pytest.mark.parametrize("kind", [OSError, sqlite3.OperationalError])
def test_of_a_study_that_cannot_be_written_the_disk_is_named(kind):
    guess = RuntimeError("An exception is raised during the commit.")
    guess.__cause__ = ValueError("wrapped")
    assert application.of_the_disk(guess) is guess
    guess.__cause__.__cause__ = kind("database or disk is full")
    assert str(application.of_the_disk(guess)) == "database or disk is full"


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
