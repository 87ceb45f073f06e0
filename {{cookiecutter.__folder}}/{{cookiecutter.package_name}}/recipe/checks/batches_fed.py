"""MACHINERY. Rung `look`: the batches that train.py really hands to `fit`, and what a network makes of them."""

import itertools

import numpy as np

from ..measure import array_statistics
from ..prepare import samples
from . import limits
from .check import CONTRACT, INDICATOR, check
from .verdicts import fails, fails_unless, passes, skips, warns

MOST_NUMBERS = 20_000_000  # in the images that are compared with their like
NO_FIT = "train.py does not call fit"
FEWEST_MET = 20  # samples in the batches that load() returned too, for pairs to be compared


def hashed(batches, *sides):
    """The samples' hashes, batch after batch; of the inputs (0), the targets (1) or both."""
    return [
        key for batch in batches for key in array_statistics.hashes(*samples.leaves([batch[side] for side in sides]))
    ]


@check("batches", CONTRACT, limits.DIFFERENT, "stale-or-ragged-batches")
def batches(m):
    """Whether the batches show most samples before one comes again: a stale source shows a few over and over.

    One batch may hold all samples; batches that balance rare classes repeat the rare.
    """
    if m.fed is None:
        return skips(NO_FIT)
    keys = [hashed([batch], 0, 1) for batch in m.fed.passes[0]]
    seen, again = [key for batch in keys for key in batch], sum(a == b for a, b in itertools.pairwise(keys))
    share = len(set(seen)) / len(set(hashed([samples.some(m.data.train, len(seen))], 0, 1)))
    said = f"of {len(seen)} samples in {len(keys)} batches only {len(set(seen))} differ"
    said += f", and {again} times a batch is the one before again" * (again > 0)
    holds = limits.DIFFERENT.holds(share) and (not again or limits.DIFFERENT_IF_REPEATED.holds(share))
    return fails_unless(holds, share, "about 1, each once", {"stale-or-ragged-batches": said})


@check("pairs-kept", CONTRACT, limits.WRONG_TARGETS, "labels-shuffled-against-inputs")
def pairs_kept(m):
    """Whether each training input reaches the network with its own target: shuffled apart they teach nothing."""
    if m.fed is None or len(m.targets) != 1:
        return skips(f"{NO_FIT}, or there is not one target")
    known = {}
    for key, goal in zip(hashed([m.many], 0), hashed([m.many], 1), strict=True):
        known.setdefault(key, set()).add(goal)
    seen = [batch for batch in m.fed.passes[0] if batch[1] is not None]
    met = [pair for pair in zip(hashed(seen, 0), hashed(seen, 1), strict=True) if pair[0] in known]
    if len(met) < FEWEST_MET:
        return skips("what reaches fit is not what load() returned, as under augmentation")
    wrong = float(np.mean([goal not in known[key] for key, goal in met]))
    # Made-up targets, such as smoothed ones, are new; shuffled ones are others'.
    new = {goal for _, goal in met} - set().union(*known.values())
    said = f"{wrong:.0%} of the samples in the batches have another sample's target"
    holds = new or limits.WRONG_TARGETS.holds(wrong)
    return fails_unless(holds, wrong, "0", {"labels-shuffled-against-inputs": said})


@check("shuffled", CONTRACT, limits.MIXED, "batches-not-shuffled")
def shuffled(m):
    """Whether batches mix the classes, in another order in each pass: from sorted ones the last class is learnt."""
    if m.fed is None or samples.count(m.fed.passes[0][0]) >= samples.count(m.data.train):
        return skips(f"{NO_FIT}, or a batch holds all")
    if m.fed.shuffling:
        return passes("by Keras", "another order in each pass")
    first, *second = m.fed.passes
    labels = [batch[1].ravel() for batch in first if isinstance(batch[1], np.ndarray)]
    if labels and len(m.targets) == 1 and m.targets[0].one_class and m.targets[0].loss:
        alone = float(np.mean([array_statistics.entropy(part) for part in labels]))
        drawn = array_statistics.batch_entropy(np.concatenate(labels), len(labels[0]))
        if drawn and not limits.MIXED.holds(alone / drawn):
            said = f"a batch holds labels of {alone:.2g} nats of entropy on average, {drawn:.2g} if drawn at random"
            return fails(alone / drawn, "about 1", {"batches-not-shuffled": said})
    if second and hashed(first[:3], 0, 1) == hashed(second[0][:3], 0, 1):
        said = "every pass shows the samples in the same order, batch by batch"
        return warns("one order", "another in each pass", {"batches-not-shuffled": said})
    return passes("another order", "another in each pass")


@check("moved-together", INDICATOR, limits.WRONG_MAPS, "augmentation-breaks-label-or-range")
def moved_together(m):
    """Whether a map that is to be predicted is flipped and turned as its image is: asked of samples that are others'
    images, flipped or turned, among those that load() returns and those that `fit` gets."""
    sides = [part.train for part in (*m.inputs, *m.targets)]
    if len(m.inputs) != 1 or len(sides) != 2 or min(side.ndim for side in sides) < 3:
        return skips("there is not one image with a map")
    if sides[0].shape[1:3] != sides[1].shape[1:3]:
        return skips("the map is of another size than the image")
    given = [tuple(samples.leaves(side)[0] for side in m.many)]
    fed = [batch for batch in m.fed.passes[0] if batch[1] is not None] if m.fed else []
    given += [tuple(samples.leaves(side)[0] for side in batch) for batch in fed]
    first, moved, wrong = {}, 0, 0
    pairs = itertools.chain.from_iterable(zip(*pair, strict=True) for pair in given)
    for image, goal in itertools.islice(pairs, max(FEWEST_MET, MOST_NUMBERS // sides[0][0].size)):
        original, its = first.setdefault(np.sort(image, axis=None).tobytes(), (image, goal))
        values = [np.sort(part, axis=None) for part in (its, goal, image)]
        # What is made of the same values in another order is to be put in order.
        if np.array_equal(original, image) or not np.array_equal(*values[:2]) or np.array_equal(*values[1:]):
            continue
        ways = zip(*map(array_statistics.turned, (original, its)), strict=True)
        maps = [turned for one, turned in ways if np.array_equal(one, image)]
        moved += bool(maps)
        wrong += bool(maps) and not any(np.array_equal(one, goal) for one in maps)
    if moved < FEWEST_MET:
        return skips("no images that are others', flipped or turned")
    share = wrong / moved
    said = (
        f"of {moved} images that are others', flipped or turned, {share:.0%} have a map that is not moved as they are"
    )
    holds = limits.WRONG_MAPS.holds(share)
    return fails_unless(holds, share, "0", {"augmentation-breaks-label-or-range": said})
