from pathlib import Path

import pytest
from cookiecutter.main import cookiecutter

# They run in a generated project's own environment: test_project.py starts them there.
collect_ignore = ["machinery"]

TEMPLATE = Path(__file__).resolve().parents[1]
NAME = "paper_net"


def generate(folder, **answers):
    """Generates a project from these answers, the defaults for the others; returns its folder."""
    made = cookiecutter(
        str(TEMPLATE), no_input=True, default_config=True, output_dir=str(folder), extra_context=answers
    )
    return Path(made)


@pytest.fixture
def bake(tmp_path):
    return lambda **answers: generate(tmp_path, **answers)


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """One project, whose package is `paper_net`, for the tests of a module."""
    return generate(tmp_path_factory.mktemp("project"), project_slug="paper-net", package_name=NAME)
