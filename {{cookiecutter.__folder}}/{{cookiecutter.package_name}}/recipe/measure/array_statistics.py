"""MACHINERY. Questions to arrays whose first axis is the samples."""

import itertools

import numpy as np
from scipy import stats

MOST_HASHED = 20_000  # samples among which duplicates are sought
DRAWS = 50  # of a random batch
FEW_VALUES = 20  # of a feature: its percentiles jump from one to another
MOST_ROWS = 3000  # among which a drift is sought
PADDED = 0.2  # share of the samples that are padded at least, where sequences are
EXACT = 1e-3  # of float32 that were divided by a deviation, some by that and a little more
UNEVEN = 5  # times the mean size of one feature that of another
DRIFT = 0.3  # rank correlation; of 50 rows in random order it is 0.28 one time in twenty
SMALL_AXIS = 4  # axes up to this length are channels, longer ones places


def hashes(*leaves):
    """One number for each sample: equal where all its values are."""
    parts = [np.ascontiguousarray(leaf).reshape(len(leaf), -1) for leaf in leaves]
    return [hash(tuple(part[i].tobytes() for part in parts)) for i in range(len(parts[0]))]


def whole(arrays):
    """Whether all of them hold whole numbers alone."""
    return all((array == np.round(array)).all() for array in arrays)


def columns(array):
    """Float["b features"]: the last axis of sequences and images are features, measured at all places."""
    flat = array.reshape(-1, array.shape[-1]) if array.ndim > 1 else array[:, None]
    return flat.astype("float64")


def widths(table):
    """How wide each feature is spread: the deviation, robustly from the 10th and 90th percentile where values are
    many."""
    low, high = np.percentile(table, [10, 90], axis=0)
    few = np.array([len(np.unique(column)) < FEW_VALUES for column in table.T])
    return np.where((high > low) & ~few, (high - low) / 2.563, table.std(axis=0))


def standardized_by_row(table):
    """Whether the rows of a table, each over its features, are standardized to the last digits, though the features
    are of different sizes; of one kind, as in a spectrum, they are so on purpose."""
    off = max(np.abs(table.mean(axis=1)).max(), np.abs(table.std(axis=1) - 1).max())
    sizes = np.abs(table).mean(axis=0)
    return table.shape[1] >= 4 and off < EXACT and sizes.max() > UNEVEN * max(sizes.min(), 1e-12)


def drifting(table):
    """Bool["features"]: whether a feature rises or falls with the number of the row, as measurements in order do."""
    some = table[:: max(1, len(table) // MOST_ROWS)]
    order, vary = np.arange(len(some)), np.ptp(some, axis=0) > 0
    pairs = zip(some.T, vary, strict=True)
    return np.array([bool(v) and abs(stats.spearmanr(order, column).statistic) > DRIFT for column, v in pairs])


def entropy(labels):
    """Of a list of labels, in nats."""
    return float(stats.entropy(np.unique(labels, return_counts=True)[1]))


def batch_entropy(labels, size):
    """The mean entropy of random batches of that size."""
    rng = np.random.default_rng(0)
    return float(np.mean([entropy(labels[rng.permutation(len(labels))[:size]]) for _ in range(DRAWS)]))


def cut_to_integers(array):
    """Whether integers are spread as standardized floats are, in every feature: they have lost their fractions."""
    if array.dtype.kind != "i" or array.ndim != 2 or array.shape[1] < 4 or array.min() >= 0:
        return False
    # Two thirds of a bell are cut to 0, and its ends reach 3; boards of -1, 0, 1 and answers from -2 to 2 do not.
    if np.mean(array == 0) < 0.5 or np.abs(array).max() < 3:
        return False
    mean, deviation = np.abs(array.mean(axis=0)), array.std(axis=0)
    return bool(deviation.min() > 0.3 and deviation.max() < 1.5 and mean.max() < 0.5)


def places(shape):
    """The axes of images or sequences that are places, the shorter first; counted with the samples' axis."""
    return [axis for n, axis in sorted((n, axis) for axis, n in enumerate(shape) if axis and n > SMALL_AXIS)]


def turned(image):
    """An image "h w …" in all the ways in which flips and quarter turns leave it, itself first."""
    return [np.rot90(one, k) for one in (image, image[::-1]) for k in range(4)]


def wrapped(images):
    """How many neighbours lie at opposite ends of the range, to those that lie half of it apart.

    Where bytes run past an end, small steps go from end to end: 1 to 4. Photographs have 0.003, white noise 0.06,
    strokes 0.12; if steps of all sizes were as many, 0.5. Values at the ends may have been cut off there: left out.
    Images ["b …"] that are no bytes, on a grid of 100 to 256 levels, scaled or not, have 0.
    """
    values, height = np.unique(images).astype("float64"), images.astype("float64") - images.min()
    levels = np.ptp(values) / max(np.diff(values).min(initial=np.inf), 1e-12) + 1
    if not 100 <= len(values) <= round(levels) <= 256:
        return 0.0
    height, steps = height / height.max(), []
    for axis in places(images.shape):
        a, b = height.swapaxes(0, axis)[:-1], height.swapaxes(0, axis)[1:]
        steps.append(np.abs(a - b)[(0 < a) & (a < 1) & (0 < b) & (b < 1)])
    steps = np.concatenate([[], *steps])
    return float(np.sum(steps > 7 / 8) / max(np.sum(np.abs(steps - 1 / 2) < 1 / 8), 1e-3 * steps.size, 1))


def roughness(images):
    """The mean step between neighbours along each axis of places, in deviations."""
    steps = [np.abs(np.diff(images, axis=axis)).mean() for axis in places(images.shape)]
    return np.maximum(steps, 1e-12) / max(images.std(), 1e-12)


def torn_images(images):
    """How much smoother images are when their values are read in another order of the axes.

    An array of (channels, rows, columns) that was reshaped to (rows, columns, channels) is rough along rows and along
    columns; read as what it was it is smooth along both. Healthy images are smoother as they are.

    Returns:
        (roughness of the images, Float["b …"], to that in the best other order, that order of lengths).
    """
    shape = images.shape[1:]
    best = (0.0, shape)
    if len(places(images.shape)) < 2:
        return best
    for order in set(itertools.permutations(shape)) - {shape}:
        ratios = roughness(images) / roughness(images.reshape(len(images), *order))
        # Along each axis, since a mere swap of two smooth axes helps one and hurts the other.
        if ratios.min() > 0.95:
            best = max(best, (float(ratios.mean()), order))
    return best


def torn_sequences(series):
    """The mean jumps across the ends of rows, and where a channel ends if (steps, channels) were (channels, steps) cut
    into rows; in units of all other jumps, (1, 1) where nothing runs smoothly.

    In a series that was reshaped in place of transposed, values run on across the first ends and break at the second.
    """
    steps, channels = series.shape[1:]
    jumps = np.abs(np.diff(series.reshape(len(series), -1))).mean(axis=0) / max(series.std(), 1e-12)
    ends = np.arange(1, len(jumps) + 1)
    there = ends % steps == 0
    here = (ends % channels == 0) & ~there
    inside = jumps[~here & ~there]
    if steps == channels or not (inside.size and here.any() and there.any()) or not 0 < inside.mean() <= 0.5:
        return 1.0, 1.0
    return float(jumps[here].mean() / inside.mean()), float(jumps[there].mean() / inside.mean())


def betrayal(column, labels):
    """How a single feature gives classes away: "copy" where its values and the labels belong to each other one by one,
    "cut" where thresholds alone tell all classes apart, else ""."""
    groups = [column[labels == label] for label in np.unique(labels)]
    if len(groups) < 2:
        return ""
    if len(np.unique(column)) == len(groups) and all(np.ptp(group) == 0 for group in groups):
        return "copy"
    ends = np.array(sorted((group.min(), group.max()) for group in groups))
    edges = ends[1:, 0][ends[1:, 0] == ends[:-1, 1]]  # values that two classes share, where the feature is rounded
    apart = np.all(ends[1:, 0] >= ends[:-1, 1]) and np.isin(column, edges).mean() < 0.01
    return "cut" if apart and len(column) >= 200 else ""  # a few dozen samples may be as easy by chance


def same_line(column, values):
    """Whether one feature tells values: "copy" where they are a straight line in it to rounding, "near" by 1 - r² <
    1e-3, or where they rise and fall with it, such as the logarithm of a price; else ""."""
    if column.std() == 0 or values.std() == 0:
        return ""
    off = 1 - np.corrcoef(column, values)[0, 1] ** 2
    if off < 1e-6:
        return "copy"
    return "near" if off < 1e-3 or 1 - abs(stats.spearmanr(column, values).statistic) < 1e-5 else ""


def contained(inputs, targets, most=3):
    """Whether those of the targets' values that vary most stand in the inputs as they are, each at one place."""
    given, wanted = (array.reshape(len(array), -1) for array in (inputs, targets))
    vary = np.argsort(wanted.std(axis=0))[-most:]
    columns = wanted[:, vary].T
    return bool(np.ptp(columns, axis=1).all()) and all((given.T == column).all(axis=1).any() for column in columns)


def steps_ahead(inputs, targets):
    """How far targets are ahead of inputs, 0 or 1 steps; None where they are something else."""
    inputs, targets = (a[..., 0] if a.ndim == 3 and a.shape[2] == 1 else a for a in (inputs, targets))
    if inputs.ndim != 2 or inputs.shape != targets.shape or inputs.shape[1] < 3:
        return None
    values, counts = np.unique(targets, return_counts=True)
    busy = targets != values[counts.argmax()]  # elsewhere both may be silent, or padded
    same = np.isclose(inputs, targets)[busy]
    later = np.isclose(inputs[:, 1:], targets[:, :-1])[busy[:, :-1]]
    return next((n for n, part in enumerate((same, later)) if part.size and part.mean() > 0.99), None)


def padded(sequences):
    """Where sequences of different lengths are filled up: Bool["b t"]; None where none are.

    Args:
        sequences: "b t …", of which the steps before or after a sequence all are one value, the same in each.
    """
    if sequences.ndim < 2 or sequences.shape[1] < 3:
        return None
    steps = sequences.reshape(*sequences.shape[:2], -1)
    for backwards in (False, True):
        ordered = steps[:, ::-1] if backwards else steps
        ends, numbers = np.unique(ordered[:, -1], axis=0, return_counts=True)
        value = ends[numbers.argmax()]
        same = (ordered == value).all(axis=-1)
        run = np.cumprod(same[:, ::-1], axis=1)[:, ::-1].astype(bool)  # from each step to the end
        lengths = run.sum(axis=1)
        if np.ptp(value) == 0 and np.mean(lengths > 1) > PADDED and len(np.unique(lengths)) > 2:
            return run[:, ::-1] if backwards else run
    return None
