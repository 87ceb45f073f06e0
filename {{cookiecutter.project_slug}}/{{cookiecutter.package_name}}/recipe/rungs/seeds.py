"""MACHINERY. Rung `seed`: run twice, the same? Other seeds, how far apart?"""

import functools
import statistics

import h5py
import numpy as np

from .. import history, samples
from ..verdicts import Cause, failed, passed

SEEDS = 5
TRAININGS = SEEDS + 1


def measure(program, rung):
    return Measured(program)


class Measured:
    """What the checks ask for, measured when it is first asked."""

    def __init__(self, program):
        self.program = program

    @functools.cached_property
    def first(self):
        return self.program.trained("first", ("seed", 0))

    @functools.cached_property
    def again(self):
        return self.program.trained("again", ("seed", 0))

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
    once = history.digest(m.program)
    samples._loaded.cache_clear()
    if once == history.digest(m.program):
        return passed("same-data", "identical when loaded again")
    words = "loaded twice in one process, the data differs: samples are drawn, split or ordered without a seed"
    return failed("same-data", "another digest", "identical", Cause("seed-not-fixed", words, "data.py"))


def same_seed(m):
    """Two trainings of one seed agree to the last digit, in every epoch and in every weight."""
    for row, other in zip(m.first.history, m.again.history, strict=False):
        for key, value in row.items():
            if value != other[key] and not (np.isnan(value) and np.isnan(other[key])):
                return differs(f"{key} of epoch {row['epoch']:.0f}: {value!r} and {other[key]!r}")
    other = weights(m.again)
    for path, array in weights(m.first).items():
        if not np.array_equal(array, other[path], equal_nan=True):
            return differs(f"the weights {path}")
    return passed("same-seed", f"{len(m.first.history)} epochs and all weights identical")


def differs(what):
    words = f"the first to differ between two runs of one seed: {what}"
    where = "generators of your own in data.py, model.py and train.py; training.deterministic"
    return failed("same-seed", what, "identical", Cause("seed-not-fixed", words, where))


def spread(m):
    """Mean and standard deviation over the seeds: for the eye, and for the claims; it cannot fail."""
    results = [training.result for training in m.seeds]
    figures = [key for key in results[0] if key.startswith("val/")]
    words = []
    for key in figures:
        values = [result[key] for result in results]
        words.append(f"{key} {statistics.mean(values):.4g} ± {statistics.stdev(values):.2g}")
    return passed("other-seeds", ", ".join(words) + f" over {SEEDS} seeds")


CHECKS = (same_data, same_seed, spread)
