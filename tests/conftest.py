from pathlib import Path

import pytest
from cookiecutter.main import cookiecutter

# They run in a generated project's own environment: test_project.py starts them there.
collect_ignore = ["machinery"]

TEMPLATE = Path(__file__).resolve().parents[1]


@pytest.fixture
def bake(tmp_path):
    """Generates a project from these answers, the defaults for the others; returns its folder."""

    def bake(**answers):
        return Path(
            cookiecutter(
                str(TEMPLATE),
                no_input=True,
                default_config=True,
                output_dir=str(tmp_path),
                extra_context=answers,
            )
        )

    return bake
