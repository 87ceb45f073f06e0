"""What measures is right; what it measures is no test: `make bench`."""

import subprocess
import sys

import pytest
from conftest import TEMPLATE
from test_project import PYTHON

sys.path.insert(0, str(TEMPLATE / "benchmarks"))

import growth  # noqa: E402
import last  # noqa: E402
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


RESULTS = """# What it costs

## Against the targets

| what | against | seconds: ours, theirs | measured | target | met |
| --- | --- | --- | --- | --- | --- |
| 16 jobs of 22 s, joblib on 2 cores | the same one by one in one process | 171, 350 | 2.00 × faster | ≥ 1.7 × | yes |
| `train` | a bare script | 1,200.0, 1,000.0 | 1.20 × | ≤ 1.1 × | **no** |

## Watching a training, in one process
"""


def test_each_row_stands_beside_the_last_one_of_its_words():
    rows = [
        timing.compared("`train`", "a bare script", 9.0, 10.0, most=1.1),
        timing.Row(
            "8 jobs of 15 s, joblib on 2 cores", "the same one by one in one process", "", "1.5 × faster", "", True
        ),
        timing.compared("`train`", "another script", 1.0, 1.0, most=1.1),
    ]
    lines = last.compared(RESULTS, rows).splitlines()[2:]
    assert [line.split(" | ")[2:] for line in lines] == [
        ["1.20 ×", "0.90 ×", "0.75 × |"],
        ["2.00 × faster", "1.5 × faster", "0.75 × |"],
        ["—", "1.00 ×", "new |"],
    ]


def test_the_results_that_are_kept_can_be_compared_with():
    found = last.measured((TEMPLATE / "benchmarks/RESULTS.md").read_text(encoding="utf-8"))
    assert len(found) >= 10 and all(last.number(measured) > 0 for measured in found.values())


def test_the_minutes_of_all_parts_are_summed_up():
    assert timing.summed({"climb": 1.25, "growth of jobs": 2.0}) == [
        ["climb", "1.2"],
        ["growth of jobs", "2.0"],
        ["all", "3.2"],
    ]


def test_measures_what_is_asked_for(project):
    command = [PYTHON, TEMPLATE / "benchmarks", project, "--tools", sys.executable]
    command += ["--repetitions", "1", "--only", "generation"]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "| generation | — |" in done.stdout
    assert "| generation | 0." in done.stdout  # the minutes that it took
    assert done.stdout.rpartition("\n\n")[2].count("| generation | — |") == 1  # beside the last time
