"""What checks have measured of healthy programs: a distribution beside each limit, for docs/checks.md.

    python tests/calibrate.py RESULTS.json …

The results are those of tests/suite.py; those of broken programs in them do not count. The machinery's file
checks/calibration.json is written, which recipe.explain reads.
"""

import json
import math
import statistics
import sys
from pathlib import Path

HERE = Path(__file__).parents[1] / "{{cookiecutter.__folder}}/{{cookiecutter.package_name}}/recipe/checks"
FEWEST = 10  # programs, for a distribution to say anything


def distributions(rows):
    """{rung/check: [number, quantiles of 0.05, 0.5 and 0.95]} of the numbers that healthy programs have."""
    found = {}
    for row in rows:
        for name, (_, measured) in row["asked"].items():
            if row["kind"] in ("healthy", "twin") and isinstance(measured, int | float) and math.isfinite(measured):
                found.setdefault(name, []).append(measured)
    return {
        name: [len(numbers), *(float(f"{cuts[i]:.3g}") for i in (0, 9, 18))]
        for name, numbers in sorted(found.items())
        if len(numbers) >= FEWEST and (cuts := statistics.quantiles(numbers, n=20, method="inclusive"))
    }


def main(paths):
    rows = [row for path in paths for row in json.loads(Path(path).read_text(encoding="utf-8"))]
    lines = [f'"{name}": {json.dumps(numbers)}' for name, numbers in distributions(rows).items()]
    (HERE / "calibration.json").write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
