"""What refuses input lets nothing pass where it breaks itself."""

import pytest
from omegaconf import OmegaConf
from paper_net.recipe.keep import project, run_files
from paper_net.recipe.launch import guard, lock, refusals, resume


def test_a_refusal_that_breaks_refuses(monkeypatch, capsys):
    monkeypatch.setattr(refusals, "by_configuration", lambda cfg: cfg.seed.missing)
    with pytest.raises(SystemExit) as end:
        guard.refuse_any(None, [project.compose([])])
    assert end.value.code == 2
    assert capsys.readouterr().err == "refused: AttributeError: 'int' object has no attribute 'missing'\n"


def test_what_can_be_meant_passes():
    configs = [project.compose([]), project.compose(["seed=1"])]
    assert guard.refuse_any(None, iter(configs)) == configs


def begun_with(folder, threads, over=()):
    """The folder of a sweep, whose jobs have begun with so many threads each."""
    for name, number in threads.items():
        (folder / name).mkdir()
        run_files.write_json(folder / name / "record.json", {"machine": {"threads": number}})
        if name in over:
            run_files.write_json(folder / name / "result.json", {"status": "done"})
    return folder, ["0", "1", "2", "not begun"]


@pytest.mark.parametrize(
    ("threads", "over", "found"),
    [({}, (), None), ({"0": 2, "1": 2}, (), 2), ({"0": 2, "1": 4}, ("0",), 4), ({"0": 2}, ("0",), None)],
)
def test_a_resumed_sweep_computes_with_the_threads_of_its_unfinished_jobs(tmp_path, threads, over, found):
    assert guard.threads_of(*begun_with(tmp_path, threads, over)) == found


def test_jobs_of_a_resumed_sweep_that_began_with_different_threads_are_refused(tmp_path, capsys):
    with pytest.raises(SystemExit) as end:
        guard.threads_of(*begun_with(tmp_path, {"0": 2, "1": 4}))
    said = f"job 0 with 2, job 1 with 4 threads: resume each by itself, as resume={tmp_path}/0"
    assert end.value.code == 2 and capsys.readouterr().err == f"refused: resume={tmp_path}: {said}\n"


def test_what_another_process_holds_is_refused(tmp_path, monkeypatch, capsys):
    def held(folder):
        raise lock.Held("process 7 is still at it")

    monkeypatch.setattr(lock, "take", held)
    with pytest.raises(SystemExit) as end:
        guard.take(tmp_path)
    assert end.value.code == 2 and capsys.readouterr().err == f"refused: {tmp_path}: process 7 is still at it\n"


def test_a_torn_configuration_of_a_run_that_would_go_on_is_named(tmp_path):
    cfg, kept = project.compose([]), tmp_path / ".hydra/config.yaml"
    kept.parent.mkdir()
    for content in (b"seed: [0", b"\xff\xfe\x00"):
        kept.write_bytes(content)
        said = f"{kept} is torn: delete it, and the job goes on as this command says"
        assert resume.difference(cfg, tmp_path) == said
    kept.write_text(OmegaConf.to_yaml(project.compose(["seed=1"])))
    assert resume.difference(cfg, tmp_path) == "the configuration is another one now: seed 1 → 0"
    kept.unlink()
    assert resume.difference(cfg, tmp_path) == ""
