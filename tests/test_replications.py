"""The papers in replications/: two a day are climbed and replicated in short; the tables are those of the reports."""

import json
import random
import re
import subprocess
import sys
from datetime import date

import pytest
import yaml
from browser import CHROMIUM, WIDTHS, opens
from conftest import NAME, TEMPLATE, generate
from rungs import PYTHON
from served import command
from test_experiments import own_tests
from test_replicate import replicate, verdicts

sys.path.insert(0, str(TEMPLATE / "replications"))

import projects  # noqa: E402
import tables  # noqa: E402

PAPERS = {paper.name: paper for paper in tables.papers()}
OF_THE_DAY = random.Random(date.today().isoformat()).sample(sorted(PAPERS), 2)
EACH = [pytest.param(name, marks=[] if name in OF_THE_DAY else pytest.mark.thorough) for name in PAPERS]
UNTRAINED = ("parameters", "shape", "size")  # kinds of claims that a short form decides too


@pytest.fixture(scope="module")
def empty(tmp_path_factory):
    return generate(tmp_path_factory.mktemp("empty"), project_slug="paper-net", package_name=NAME, start="empty")


@pytest.fixture(scope="module", params=EACH)
def written(request, empty):
    """(a paper's folder, its project)."""
    paper = PAPERS[request.param]
    return paper, projects.laid(paper, empty, empty.parent / paper.name)


def backend(project):
    return yaml.safe_load((project / "conf/config.yaml").read_text())["backend"]


def test_a_papers_own_tests_pass_and_the_recipe_climbs_it(written):
    _, project = written
    own_tests(project)
    done = command(project, "recipe", backend=backend(project))
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_paper_is_replicated_in_short_and_its_page_leads_to_its_runs(written, tmp_path):
    paper, project = written
    done, report = replicate(project, "paper.seeds=1", "training.max_steps=20", backend=backend(project))
    assert done.returncode == 0, done.stderr
    claims = {claim["name"]: claim for claim in report["claims"]}
    assert "not tested" not in {claim["verdict"] for claim in claims.values()}, done.stdout
    assert all(claim["verdict"] == "replicated" for claim in claims.values() if claim["kind"] in UNTRAINED)
    projects.published(paper, max(project.glob("outputs/*/*/replication.html")).parent, tmp_path)
    html = (tmp_path / f"{paper.name}.html").read_text()
    links = re.findall(r'<a href="([^"]*)">seed', html)
    assert len(links) == sum(len(claim["runs"]) for claim in claims.values())
    assert all(json.loads((tmp_path / link).read_text())["status"] == "done" for link in links)


def test_attention_over_positions_that_are_learnt_gives_the_same_digits_on_two_threads(empty, tmp_path):
    """Where TensorFlow computes several operations at a time, the gradient of their embedding has other last digits."""
    project = projects.laid(PAPERS["induction"], empty, tmp_path / "twice")
    for name in ("one", "two"):
        asked = ["threads=2", "training.max_steps=200", f"hydra.run.dir=outputs/{name}"]
        subprocess.run([PYTHON, "-m", f"{NAME}.train", *asked], cwd=project, check=True, capture_output=True)
    first, second = ((project / "outputs" / name / "history.csv").read_bytes() for name in ("one", "two"))
    assert first == second != b""


@pytest.mark.thorough
def test_grokking_is_replicated_without_touching_the_machinery(empty, tmp_path):
    done, report = replicate(projects.laid(PAPERS["grokking"], empty, tmp_path / "whole"), "paper.seeds=3")
    assert done.returncode == 0, done.stderr
    found = {*verdicts(report).values()}
    assert "replicated" in found and not found & {"not replicated", "not tested"}, verdicts(report)


def test_the_tables_are_those_of_the_reports(empty):
    for path, text in tables.written(empty).items():
        assert path.read_text() == text, f"{path}: make replications writes it"


def test_each_paper_claims_three_things_of_trainings_and_shows_what_it_measured():
    for name, paper in PAPERS.items():
        found = tables.read(paper, paper)
        assert sum("(n = " in claim[2] for claim in found.claims) >= 3, name
        pictures = re.findall(r"^!\[.+\]\((.*)\)$", (paper / "replication.md").read_text(), re.MULTILINE)
        assert pictures and all((paper / picture).is_file() for picture in pictures), name


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")
@pytest.mark.parametrize("width", WIDTHS)
def test_the_sites_index_opens_without_a_complaint(empty, tmp_path, width):
    sys.path.insert(0, str(empty))
    tables.index(tmp_path / "index.html", empty)
    opens(tmp_path / "index.html", tmp_path, width)
