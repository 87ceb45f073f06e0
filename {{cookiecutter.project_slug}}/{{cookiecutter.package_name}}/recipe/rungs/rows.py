"""MACHINERY. Questions to arrays whose first axis is the samples. NumPy alone."""

import itertools

import numpy as np

SMALL_AXIS = 4  # axes up to this length are channels, longer ones places


def chosen(number, most):
    """Indices of at most so many samples, drawn and in order."""
    if number <= most:
        return np.arange(number)
    return np.sort(np.random.default_rng(0).choice(number, most, replace=False))


def hashes(*leaves):
    """One number for each sample: equal where all its values are."""
    parts = [np.ascontiguousarray(leaf).reshape(len(leaf), -1) for leaf in leaves]
    return [hash(tuple(part[i].tobytes() for part in parts)) for i in range(len(parts[0]))]


def columns(array):
    """Float["b features"]: the last axis of sequences and images are features, measured at all places."""
    flat = array.reshape(-1, array.shape[-1]) if array.ndim > 1 else array[:, None]
    return flat.astype("float64")


def spread(table):
    """How far each feature reaches: from the 10th to the 90th percentile, or the deviation where that is 0."""
    low, high = np.percentile(table, [10, 90], axis=0)
    return np.where(high > low, (high - low) / 2.563, table.std(axis=0))


def entropy(labels):
    """Of a list of labels, in nats."""
    shares = np.unique(labels, return_counts=True)[1] / max(len(labels), 1)
    return float(-(shares * np.log(shares)).sum())


def batch_entropy(labels, size, draws=50):
    """The mean entropy of random batches of that size."""
    rng = np.random.default_rng(0)
    return float(np.mean([entropy(labels[rng.permutation(len(labels))[:size]]) for _ in range(draws)]))


def roughness(images, axis):
    """The mean step between neighbours along an axis, in deviations."""
    return float(np.abs(np.diff(images, axis=axis)).mean() / max(images.std(), 1e-12))


def torn_images(images):
    """How much smoother images are when their values are read in another order of the axes.

    An array of (channels, rows, columns) that was reshaped to (rows, columns, channels) is rough along rows and along
    columns; read as what it was it is smooth along both. Healthy images are smoother as they are.

    Args:
        images: Float["b …"], two or three axes a sample; axes longer than SMALL_AXIS are places.

    Returns:
        (ratio of the roughness as it is to that of the best other order, that order of lengths); at most 1 if healthy.
    """
    shape = images.shape[1:]
    places = sorted(length for length in shape if length > SMALL_AXIS)
    best = (0.0, shape)
    if len(places) < 2:
        return best
    here = {}
    for axis, length in enumerate(shape):
        if length > SMALL_AXIS:
            here.setdefault(length, []).append(roughness(images, axis + 1))
    for order in set(itertools.permutations(shape)) - {shape}:
        other = images.reshape(len(images), *order)
        there = {}
        for axis, length in enumerate(order):
            if length > SMALL_AXIS:
                there.setdefault(length, []).append(roughness(other, axis + 1))
        ratios = [max(a, 1e-12) / max(b, 1e-12) for n in here for a, b in zip(here[n], there[n], strict=True)]
        # Along each axis, since a mere swap of two smooth axes helps one and hurts the other.
        if min(ratios) > 0.95:
            best = max(best, (float(np.mean(ratios)), order))
    return best


def torn_sequences(series):
    """Whether (steps, channels) look like (channels, steps) cut into rows.

    Then the values run on smoothly across the ends of rows, and break where a channel of the other reading ends.

    Args:
        series: Float["b steps channels"].

    Returns:
        (roughness across the ends of rows as they are, and as read the other way, in units of the roughness within);
        None where nothing runs smoothly.
    """
    steps, channels = series.shape[1:]
    if min(steps, channels) < 2 or steps == channels:
        return None
    flat = series.reshape(len(series), -1)
    jumps = np.abs(np.diff(flat, axis=1)).mean(axis=0) / max(flat.std(), 1e-12)
    ends = np.arange(1, len(jumps) + 1)
    there = ends % steps == 0
    here = (ends % channels == 0) & ~there
    inside = jumps[~here & ~there]
    if not inside.size or not here.any() or inside.mean() > 0.5:
        return None
    within = max(inside.mean(), 1e-12)
    return float(jumps[here].mean() / within), float(jumps[there].mean() / within)


def betrayal(column, labels):
    """How a single feature gives classes away: "copy" where its values and the labels belong to each other one by one,
    "gap" where all classes lie apart by far more than they are wide, else ""."""
    values = np.unique(column)
    classes = np.unique(labels)
    if len(classes) < 2:
        return ""
    groups = [column[labels == label] for label in classes]
    if len(values) == len(classes) and all(np.ptp(group) == 0 for group in groups):
        return "copy"
    means = np.sort([group.mean() for group in groups])
    width = max(group.std() for group in groups)
    return "gap" if width > 0 and np.diff(means).min() > 8 * width else ""


def same_line(column, values):
    """How exactly values are a straight line in one feature: 1 - r²; 1 where one of them does not vary."""
    if column.std() == 0 or values.std() == 0:
        return 1.0
    return float(1 - np.corrcoef(column, values)[0, 1] ** 2)


def trailing(ids):
    """What integer sequences end in, if it is one number in runs of several lengths: (that number, share of rows that
    end in two of it or more); (0, 0.0) where there is no such number."""
    if ids.shape[1] < 4:
        return 0, 0.0
    numbers, counts = np.unique(ids[:, -1], return_counts=True)
    pad = numbers[counts.argmax()]
    runs = np.cumprod(ids[:, ::-1] == pad, axis=1).sum(axis=1)
    # Of a common word runs are short; padding has many lengths.
    return (pad, float(np.mean(runs >= 2))) if len(np.unique(runs)) > 3 else (0, 0.0)
