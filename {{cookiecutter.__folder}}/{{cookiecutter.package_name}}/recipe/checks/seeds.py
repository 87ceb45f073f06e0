"""MACHINERY. Rung `seed`: run twice, the same? Other seeds, how far apart?"""

import functools

import numpy as np

from ..keep import identical
from ..measure.measuring import Measuring
from ..prepare import samples
from ..prepare.digest import digest
from .check import CONTRACT, INDICATOR, check
from .verdicts import fails, fails_unless, passes

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


@check("same-data", CONTRACT, causes="seed-not-fixed")
def same_data(m):
    """Loaded twice, the data is the same: else no two runs learn from the same, and none can be run again."""
    once = digest(m.program.cfg)
    samples._loaded.cache_clear()
    again = digest(m.program.cfg)
    because = "loaded twice in one process, the data differs: samples are drawn, split or ordered without a seed"
    return fails_unless(once == again, "its digest", "the same again", {"seed-not-fixed": because})


@check("same-seed", CONTRACT, causes="seed-not-fixed")
def same_seed(m):
    """Two trainings of one seed agree to the last digit: else no figure can be told from chance."""
    if what := identical.difference(m.first.run_dir, m.again.run_dir):
        because = f"the first to differ between two runs of one seed: {what}"
        return fails(what, "identical", {"seed-not-fixed": because})
    return passes(f"{len(m.first.history)} epochs and all weights identical")


@check("other-seeds", INDICATOR)
def other_seeds(m):
    """How far the figures of several seeds lie apart: smaller differences between two programs mean nothing.

    It is for the eye, and for the paper's claims: it cannot fail.
    """
    results = [training.result for training in m.seeds]
    words = []
    for key in (key for key in results[0] if key.startswith("val/")):
        values = [result[key] for result in results]
        words.append(f"{key} {np.mean(values):.4g} ± {np.std(values, ddof=1):.2g}")
    return passes(", ".join(words), reason=f"{SEEDS} seeds")


CHECKS = (same_data, same_seed, other_seeds)
