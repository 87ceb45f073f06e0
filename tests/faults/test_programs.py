from pathlib import Path

import pytest
import yaml
from broken import BROKEN
from cookiecutter.main import cookiecutter
from programs import CAUSES, PAPERS, STRANGERS, TASKS, Program, mistakes, of_strangers, prepare

TEMPLATE = Path(__file__).resolve().parents[2]
TASK_NAMES = sorted(path.parent.name for path in TASKS.glob("*/overrides.txt"))
OF_STRANGERS = of_strangers()
HEALTHY = {program.fixed.name: program.fixed for program in (*BROKEN, *OF_STRANGERS)}


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    answers = {"project_slug": "paper-net", "package_name": "paper_net"}
    folder = str(tmp_path_factory.mktemp("baked"))
    return cookiecutter(str(TEMPLATE), no_input=True, default_config=True, output_dir=folder, extra_context=answers)


def test_names_are_unique():
    names = [*HEALTHY, *(program.name for program in BROKEN)]
    assert len(set(names)) == len(names)


def test_the_vocabulary_has_every_cause_once():
    assert len(CAUSES) == len(set(CAUSES)) == 97


def test_every_program_has_causes_of_the_vocabulary():
    assert all(program.causes for program in BROKEN)
    assert {cause for program in BROKEN for cause in program.causes} <= set(CAUSES)


def test_the_readme_counts_them():
    said = " ".join((TEMPLATE / "README.md").read_text(encoding="utf-8").split())
    strangers = len(mistakes())
    assert f"{len(BROKEN)} broken programs, {strangers} of them mistakes of strangers" in said
    assert f"{len(OF_STRANGERS)} healthy ones of strangers" in said


def test_at_least_seventy_faults_are_built():
    assert len({program.causes[0] for program in BROKEN}) >= 70


def test_every_task_is_broken_somewhere_and_there_are_three_or_more():
    papers = {path.parent.name for path in PAPERS.glob("*/mistakes.yaml")}
    strangers = {path.parent.relative_to(STRANGERS).as_posix() for path in STRANGERS.glob("*/*/mistakes.yaml")}
    assert {*TASK_NAMES} | papers | strangers == {program.task for program in BROKEN}
    assert len(TASK_NAMES) >= 3


def test_a_program_and_its_twin_differ():
    for program in BROKEN:
        fixed = program.fixed
        assert (program.edits, program.overrides) != (fixed.edits, fixed.overrides), program.name


@pytest.mark.parametrize("program", [*HEALTHY.values(), *BROKEN], ids=lambda program: program.name)
def test_is_laid_over_a_project_and_stays_readable(program, project, tmp_path):
    overrides = prepare(program, project, tmp_path / "project")
    for path in (tmp_path / "project" / "paper_net").glob("*.py"):
        compile(path.read_text(encoding="utf-8"), path, "exec")
    for path in (tmp_path / "project" / "conf").glob("*/*.yaml"):
        assert yaml.safe_load(path.read_text(encoding="utf-8")), path
    assert all("=" in override for override in overrides)


def test_an_overlay_chooses_configurations_that_exist(project, tmp_path):
    for name in (*TASK_NAMES, *(program.task for program in OF_STRANGERS)):
        overrides = prepare(Program(name, name), project, tmp_path / name)
        groups = dict(override.split("=", 1) for override in overrides)
        for group, choice in groups.items():
            if "." not in group:
                assert (tmp_path / name / "conf" / group / f"{choice}.yaml").is_file()


def test_an_edit_whose_text_is_missing_is_refused(project, tmp_path):
    program = Program("wrong", "tabular", (("paper_net/data.py", "no such text", ""),))
    with pytest.raises(ValueError, match="wrong: .* exactly once in paper_net/data.py; it occurs 0"):
        prepare(program, project, tmp_path / "project")


def test_an_edit_whose_text_is_there_twice_is_refused(project, tmp_path):
    program = Program("wrong", "tabular", (("paper_net/data.py", "validation", ""),))
    with pytest.raises(ValueError, match="exactly once"):
        prepare(program, project, tmp_path / "project")


def test_a_task_that_is_not_there_is_refused(project, tmp_path):
    with pytest.raises(ValueError, match="tasks/, strangers/ and replications/ have no nothing"):
        prepare(Program("wrong", "nothing"), project, tmp_path / "project")


def test_a_programs_override_replaces_the_tasks(project, tmp_path):
    program = Program("own", "tabular", overrides=("optimizer.learning_rate=1",))
    chosen = prepare(program, project, tmp_path / "project")
    assert [o for o in chosen if o.startswith("optimizer.learning_rate")] == ["optimizer.learning_rate=1"]
