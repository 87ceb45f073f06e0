"""What measures is right; what it measures is no test: `make bench`."""

import subprocess
import sys

import pytest
from conftest import TEMPLATE
from test_project import PYTHON

sys.path.insert(0, str(TEMPLATE / "benchmarks"))

import growth  # noqa: E402
import timing  # noqa: E402


@pytest.mark.parametrize(("power", "told"), [(0, "0.00"), (1, "1.00"), (2, "2.00")])
def test_tells_flat_from_linear_and_quadratic(power, told):
    points = [growth.Point(size, {"climb": 3.0 * size**power}, 1.0) for size in (10, 100, 1_000)]
    assert f"{growth.slope(points, lambda point: point.seconds['climb']):.2f}" == told


@pytest.mark.parametrize(("ours", "met"), [(1.2, True), (1.4, False)])
def test_a_target_is_met_or_not(ours, met):
    assert timing.compared("train", "a bare script", ours, 1.0, most=1.3).met is met


def test_a_command_that_breaks_is_not_timed():
    with pytest.raises(RuntimeError, match="no_such_module"):
        timing.spent(sys.executable, "-m", "no_such_module")


def test_measures_what_is_asked_for(project):
    command = [PYTHON, TEMPLATE / "benchmarks", project, "--tools", sys.executable]
    command += ["--repetitions", "1", "--only", "generation"]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "| generation | — |" in done.stdout
