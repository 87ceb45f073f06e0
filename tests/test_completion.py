"""completion.bash, asked as bash asks it at a TAB."""

import os
import subprocess

import pytest
from conftest import NAME
from test_project import PYTHON

ASK = """
source completion.bash
COMP_LINE=$1 COMP_POINT=${#1}
_overrides
printf '%s\\n' "${COMPREPLY[@]}"
"""


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        (f"python -m {NAME}.train initializer=he", ["initializer=he_normal"]),
        (f"python -m {NAME}.train -m data.subset=1,10 loss=", ["loss=focal", "loss=mean_squared_error"]),
        (f"python3 -m {NAME}.recipe see", ["seed="]),
        (f"python -m {NAME}.train data=digits data.load.", ["data.load._target_="]),
        ("python -m http.server ", [""]),
        (f"python -m {NAME}.tr", [""]),
    ],
)
def test_offers_what_hydra_knows(project, line, offered):
    here = {**os.environ, "PATH": f"{PYTHON.parent}:{os.environ['PATH']}"}
    asked = subprocess.run(["bash", "-c", ASK, "ask", line], cwd=project, env=here, capture_output=True, text=True)
    assert asked.stderr == ""
    assert {*offered} <= {*asked.stdout.rstrip("\n").split("\n")}, asked.stdout
