"""MACHINERY. Rung `look`: what is in the arrays, and whether it is what the declarations and the loss say."""

import numpy as np

from ..measure import array_statistics, heads, reshapes
from ..prepare import samples, sources
from . import architecture, limits
from .check import CONTRACT, INDICATOR, check
from .verdicts import fails, passes, skips, warns, warns_unless

MOST_FEATURES = 2000  # of a table that are asked one by one whether they tell the target
FEW_IMAGES = 300  # among which neighbours are compared


@check("as-declared", CONTRACT, causes="label-encoding-mismatch reshape-where-transpose-meant integer-inputs")
def as_declared(m):
    """Whether load() returns the shapes and numbers that conf/data declares: the network is built for those."""
    if not m.inputs:
        reason = "conf/data declares other inputs than load() returns"
        return fails("nested otherwise", "as in conf/data", {}, reason)
    for part in (*m.inputs, *m.targets):
        shape, declared = part.train.shape[1:], tuple(part.declared.shape)
        if len(shape) == len(declared) and all(b in (None, a) for a, b in zip(shape, declared, strict=True)):
            continue
        if part in m.targets and {shape, declared} == {(), (1,)}:
            continue  # Keras aligns them
        cause = "label-encoding-mismatch" if part in m.targets else "reshape-where-transpose-meant"
        said = f"{part.name}: a sample has the shape {shape}, declared is {declared}"
        return fails(str(shape), str(declared), {cause: said})
    for part in m.inputs:
        if "float" in part.declared.dtype and array_statistics.cut_to_integers(part.train):
            kind = str(part.train.dtype)
            said = f"{part.name} are {kind}, with the mean and the deviation of standardized values: cut off"
            return fails(kind, part.declared.dtype, {"integer-inputs": said})
    return passes(", ".join(f"{part.train.dtype} {part.train.shape[1:]}" for part in m.inputs), "as in conf/data")


@check("finite", CONTRACT, causes="data-not-finite")
def finite(m):
    """Whether all numbers are finite: one NaN makes the loss NaN, and with it every weight."""
    found = {}
    for split, pair in (("training", m.data.train), ("validation", m.data.validation)):
        few = samples.some(pair, array_statistics.MOST_HASHED) if sources.streamed(pair) else pair
        for side, part, read in zip(("inputs", "targets"), pair, few, strict=True):
            both = zip(samples.leaves(part), samples.leaves(read), strict=True)
            arrays = [leaf if isinstance(leaf, np.ndarray) else known for leaf, known in both]
            floats = [array for array in arrays if array.dtype.kind == "f"]
            if number := sum(int((~np.isfinite(leaf)).sum()) for leaf in floats):
                found[f"{split} {side}"] = number
    if not found:
        return passes("all", "no NaN, no infinity")
    where = ", ".join(f"{number:,} numbers of the {part}" for part, number in found.items())
    # A loss of one's own may leave NaN targets out, as unknown ones.
    wrong = fails if "inputs" in where or any(part.loss for part in m.targets) else warns
    return wrong(where, "0", {"data-not-finite": f"{where} are NaN or infinite"})


@check(
    "label-contract",
    CONTRACT,
    causes="""
    crossentropy-on-real-target labels-not-from-zero fewer-units-than-classes more-units-than-classes
    softmax-for-multi-label label-encoding-mismatch class-labels-with-binary-crossentropy
""",
    refuted=True,
)
def label_contract(m):
    """Whether the labels are of the kind that the loss takes: of others it makes a number without complaint.

    Asked under Keras' own losses without a class to ignore; another loss may want what looks wrong.
    """
    judged = [part for part in m.targets if part.loss and part.loss.ignore_class is None]
    contracts = {heads.SPARSE: integers, heads.ONE_HOT: rows_sum_to_one, heads.BINARY: zeros_and_ones}
    for part in judged:
        for names, broken in contracts.items():
            if part.loss.name in names and (found := broken(part)):
                return found
    if not judged:
        return skips("no targets, or an own loss: what labels it wants is not known")
    return passes(", ".join(f"{part.train.min():.4g} to {part.train.max():.4g}" for part in judged))


def integers(part):
    labels, classes = part.every.ravel(), part.declared.classes
    labels = labels if part.validation is None else np.concatenate([labels, part.validation.ravel()])
    if labels.dtype.kind == "f" and np.any(labels % 1):
        said = f"labels such as {labels[labels % 1 != 0][0]:.4g} are no whole numbers"
        return fails("fractions", "integers", {"crossentropy-on-real-target": said})
    if classes is None:
        return None
    low, high = labels.min(), labels.max()
    measured, expected = f"{low:.4g} to {high:.4g}", f"0 to {classes - 1}"
    said = f"labels run from {measured}, and {classes} classes are declared, {expected}"
    if low < 0 or (low == 1 and high == classes):
        return fails(measured, expected, {"labels-not-from-zero": said})
    if high >= classes:
        return fails(measured, expected, {"fewer-units-than-classes": said, "labels-not-from-zero": said})
    if low == 1:  # few samples may miss a class
        return warns(measured, expected, {"labels-not-from-zero": said})
    if labels.size >= 10 * classes and len(np.unique(labels)) < classes / 2 and high < classes - 1:
        return warns(measured, expected, {"more-units-than-classes": f"{said}: units that are never right"})
    return None


def rows_sum_to_one(part):
    share = float(np.mean(np.abs(part.train.sum(axis=-1) - 1) > 1e-3))
    if part.train.ndim < 2 or share == 0:
        return None
    said = f"the targets of {share:.0%} of the samples do not sum to 1: several labels hold, or none"
    causes = dict.fromkeys(("softmax-for-multi-label", "label-encoding-mismatch"), said)
    return fails(f"{share:.0%}", "rows that sum to 1", causes)


def zeros_and_ones(part):
    low, high = part.train.min(), part.train.max()
    if 0 <= low and high <= 1:
        return None
    said = f"targets run from {low:.4g} to {high:.4g}, and {part.loss.name} falls without end outside of 0 … 1"
    real = part.declared.kind == "values" or (part.train.dtype.kind == "f" and np.any(part.train % 1))
    causes = ("crossentropy-on-real-target",) * bool(real) + ("class-labels-with-binary-crossentropy",)
    return fails(f"{low:.4g} to {high:.4g}", "0 to 1", dict.fromkeys(causes, said))


@check("features-vary", INDICATOR, limits.CONSTANT, "constant-features", refuted=True)
def features_vary(m):
    """Whether features and samples differ: what is the same in all teaches nothing, and was often never filled.

    A pixel at the border may be empty in every sample: it is as low as the data go. Other constants are suspect, and
    so are more than half; only likely, since words may never occur, and sensors may be left out on purpose.
    """
    judged = [part for part in m.inputs if part.train.dtype.kind == "f" and len(part.train) > 10]
    for part in judged:
        flat = part.train.reshape(len(part.train), -1)
        constant, alike = np.ptp(flat, axis=0) == 0, np.ptp(flat, axis=1) == 0
        if np.isin(flat, (0, 1)).all():  # a mask, a graph: that something holds everywhere is no fault
            constant, alike = constant & (flat[0] == 0), alike & (flat[:, 0] == 0)
        empty = float(np.mean(alike)) if flat.shape[1] > 8 else 0.0
        said = f"{constant.sum()} of {len(constant)} features never change, {empty:.0%} of the samples are empty"
        nothing = constant.all() or not limits.MOSTLY_EMPTY.holds(empty)
        if nothing and len(m.inputs) == 1:  # one of several may be missing most times
            return fails(said, "samples that differ", {"constant-features": said})
        ones = (flat[0] == 1) & (constant.sum() == 1)  # a column for the bias
        # A channel that says what is there: among padded rows the first ones always are.
        places = tuple(range(part.train.ndim - 1))
        inside = constant & (flat[0] != flat.min()) & ~ones
        if part.train.ndim > 2:
            flags = np.isin(part.train, (0, 1)).all(axis=places) & (np.ptp(part.train, axis=places) == 1)
            inside &= ~np.broadcast_to(flags, part.train.shape[1:]).ravel()
        if inside.any() or not limits.CONSTANT.holds(constant.mean()) or not limits.EMPTY.holds(empty):
            return warns(said, "features that vary", {"constant-features": said})
    return passes("they do", "but for the lowest value") if judged else skips("no floats, or too few samples")


@check("bytes-kept", INDICATOR, limits.WRAPPED, "integer-inputs")
def bytes_kept(m):
    """Whether arithmetic on bytes has stayed within 0 … 255: beyond, a bright pixel turns dark.

    Only likely: hues and angles run round rightly.
    """
    judged = [part for part in m.inputs if part.train.ndim in (3, 4) and part.train.dtype.kind in "fu"]
    if not judged:
        return skips("no images or sequences")
    share = max(array_statistics.wrapped(part.train[:FEW_IMAGES]) for part in judged)
    said = f"steps from end to end of the range, to those over half of it: {share:.2g}, as where bytes run past an end"
    holds = limits.WRAPPED.holds(share)
    return warns_unless(holds, share, f"< {limits.WRAPPED.value:g}", {"integer-inputs": said})


@check("neighbours", INDICATOR, limits.SMOOTHER, "reshape-where-transpose-meant")
def neighbours(m):
    """Whether neighbours in images and sequences are alike: a reshape in place of a transpose tears them apart."""
    judged = [p for p in m.inputs if p.train.ndim in (3, 4) and p.train.dtype.kind in "fu" and p.train.std() > 0]
    ratio = 1.0
    for part in judged:
        few = part.train[:FEW_IMAGES].astype("float64")
        ratio, order = array_statistics.torn_images(few)
        if not limits.SMOOTHER.holds(ratio):
            said = f"read in the order {order}, neighbours are {ratio:.1f} times as alike as in {few.shape[1:]}"
            judge = warns if limits.FAR_SMOOTHER.holds(ratio) else fails
            return judge(ratio, "at most 1", {"reshape-where-transpose-meant": said})
        here, there = array_statistics.torn_sequences(few) if few.ndim == 3 else (1.0, 1.0)
        if not limits.RUNS_ON.holds(here) and not limits.BREAKS.holds(there):
            said = f"values run on across the ends of rows of {few.shape[2]}, and break every {few.shape[1]}: "
            said += f"they were stored as {few.shape[:0:-1]}"
            return fails(there, "about 1", {"reshape-where-transpose-meant": said})
    return passes(ratio, f"at most {limits.SMOOTHER.value:g}") if judged else skips("no images or sequences of floats")


@check("loaded-in-rows", INDICATOR, causes="reshape-where-transpose-meant")
def loaded_in_rows(m):
    """Whether each reshape in the file of load() keeps axes together: of x and y that lie in two rows, a reshape to two
    columns makes points of two x or two y; a transpose is meant."""
    return architecture.kept(reshapes.of_loader(m.cfg.data.load))


@check("target-hidden", CONTRACT, causes="target-leaks-into-features")
def target_hidden(m):
    """Whether no feature tells the target by itself: it may be a copy that is not known when one has to predict.

    Data may be that easy: certain only where the feature copies the target.
    """
    inputs = [p for p in m.inputs if len(p.train) >= 30]
    tables = [p for p in inputs if p.train.ndim in (2, 3) and 1 < np.prod(p.train.shape[1:]) <= MOST_FEATURES]
    goals = [p for p in m.targets if p.one_class or p.declared.kind == "values"]
    images = [(part, goal) for part in inputs for goal in goals if part.train.ndim > 3]
    images = [(part, goal) for part, goal in images if 2 * goal.train.size < part.train.size]
    for part, goal in images:
        if array_statistics.contained(part.train, goal.train):
            said = f"the {part.name} hold the target as it is, value by value"
            return fails("a copy", "no copy", {"target-leaks-into-features": said})
    # The first word may well name the class of a sequence, but no step holds a measured value by chance.
    pairs = [(table, goal) for table in tables for goal in goals if table.train.ndim == 2 or not goal.one_class]
    # As many values as go in are a reconstruction.
    pairs = [(t, g) for t, g in pairs if g.train.size == len(g.train) or 2 * g.train.size < t.train.size]
    for table, goal in pairs:
        targets = goal.train.reshape(len(goal.train), -1).T.astype("float64")
        tells = array_statistics.betrayal if goal.one_class else array_statistics.same_line
        found = [told(table, target, tells) for target in targets[np.unique([0, len(targets) // 2, len(targets) - 1])]]
        copies = [number for number, kind in found if kind == "copy"]
        if copies or len(targets) == 1 and found[0][1]:
            feature = copies[0] if copies else found[0][0]
            said = f"feature {feature} of the {table.name} tells the target by itself"
            said += ", one value for each" if copies else ""
            # A part of what is asked for may be known on purpose.
            judge = fails if len(copies) == len(found) else warns
            return judge(f"feature {feature}", "no feature alone", {"target-leaks-into-features": said})
    return passes("no feature alone") if pairs or images else skips("no table or images with one target a sample")


def told(table, target, tells):
    """(number, kind) of the first feature that tells a target; kind is "" where none does."""
    columns = table.train.reshape(len(target), -1).T.astype("float64")
    return next(((number, kind) for number, column in enumerate(columns) if (kind := tells(column, target))), (0, ""))
