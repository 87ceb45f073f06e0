"""MACHINERY. Rung `seed`: run twice, the same? Other seeds, how far apart?"""

import functools
import statistics

import h5py
import numpy as np

from .. import record, samples
from ..verdicts import fails, fails_unless, passes
from . import Measuring

SEEDS = 5
TRAININGS = SEEDS + 1


class Measured(Measuring):
    """What the checks ask for, measured when it is first asked."""

    @functools.cached_property
    def first(self):
        return self.program.trained("first", ("seed", 0))

    @functools.cached_property
    def again(self):
        return self.program.trained("again", ("seed", 0), anew=True)

    @functools.cached_property
    def seeds(self):
        """The Trainings of seeds 0 … 4."""
        return [self.first, *(self.program.trained(f"seed-{s}", ("seed", s)) for s in range(1, SEEDS))]


def weights(training):
    """{path: array} of the weights on disk."""
    arrays = {}
    with h5py.File(training.run_dir / "model.weights.h5") as file:
        file.visititems(lambda path, node: arrays.update({path: node[()]}) if isinstance(node, h5py.Dataset) else None)
    return arrays


def same_data(m):
    """Loaded twice, the data is the same."""
    once = record.digest(m.program.cfg)
    samples._loaded.cache_clear()
    because = "loaded twice in one process, the data differs: samples are drawn, split or ordered without a seed"
    return fails_unless(
        once == record.digest(m.program.cfg), "its digest", "the same again", {"seed-not-fixed": because}
    )


def same_seed(m):
    """Two trainings of one seed agree to the last digit, in every epoch and in every weight."""
    for what in differences(m):
        because = f"the first to differ between two runs of one seed: {what}"
        return fails(what, "identical", {"seed-not-fixed": because})
    return passes(f"{len(m.first.history)} epochs and all weights identical")


def differences(m):
    """What two trainings of one seed do not agree in, in words."""
    for row, other in zip(m.first.history, m.again.history, strict=False):
        for key, value in row.items():
            if value != other[key] and not (np.isnan(value) and np.isnan(other[key])):
                yield f"{key} of epoch {row['epoch']:.0f}: {value!r} and {other[key]!r}"
    other = weights(m.again)
    for path, array in weights(m.first).items():
        if not np.array_equal(array, other[path], equal_nan=True):
            yield f"the weights {path}"


def other_seeds(m):
    """Mean and standard deviation over the seeds: for the eye, and for the claims; it cannot fail."""
    results = [training.result for training in m.seeds]
    words = []
    for key in (key for key in results[0] if key.startswith("val/")):
        values = [result[key] for result in results]
        words.append(f"{key} {statistics.mean(values):.4g} ± {statistics.stdev(values):.2g}")
    return passes(", ".join(words), reason=f"{SEEDS} seeds")


CHECKS = (same_data, same_seed, other_seeds)
