"""MACHINERY. The rung `look`: what is in the arrays, and whether declarations, loss and network suit it."""

import itertools

import numpy as np
from keras import layers, ops, tree

from .. import backend, contract, samples, sources
from ..verdicts import fails, fails_unless, passes, skips, warns, warns_unless
from . import heads, reach, rows

MOST_FEATURES = 2000
FEW = 64  # samples that a loss is asked about

LARGE = 20.0  # 99 % of a standardized feature lie below 10, whatever its distribution (Chebyshev); pixels reach 250
TINY = 0.02  # deviation of the widest feature: standardized 1, scaled pixels 0.2 to 0.4, scaled twice 0.002 to 0.01
FAR_OFF = 50.0  # a mean, in deviations; healthy about 1
WRAPPED = 0.75  # healthy up to 0.5, else 1 to 4: see rows.wrapped
SEES = 1e-4  # of a prediction's size, by which later steps may move it
SMOOTHER, FAR_SMOOTHER = 1.2, 1.5  # in another order of the axes; healthy images are at most 1


def as_declared(m):
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
        if "float" in part.declared.dtype and rows.cut_to_integers(part.train):
            kind = str(part.train.dtype)
            said = f"{part.name} are {kind}, with the mean and the deviation of standardized values: cut off"
            return fails(kind, part.declared.dtype, {"integer-inputs": said})
    return passes(", ".join(f"{part.train.dtype} {part.train.shape[1:]}" for part in m.inputs), "as in conf/data")


def finite(m):
    found = {}
    for split, pair in (("training", m.data.train), ("validation", m.data.validation)):
        few = rows.some(pair, rows.MOST_HASHED) if sources.streamed(pair) else pair
        for side, part, read in zip(("inputs", "targets"), pair, few, strict=True):
            both = zip(samples.leaves(part), samples.leaves(read), strict=True)
            arrays = [leaf if isinstance(leaf, np.ndarray) else known for leaf, known in both]
            floats = [array for array in arrays if array.dtype.kind == "f"]
            if number := sum(int((~np.isfinite(leaf)).sum()) for leaf in floats):
                found[f"{split} {side}"] = number
    where = ", ".join(f"{number:,} numbers of the {part}" for part, number in found.items())
    # A loss of one's own may leave NaN targets out, as unknown ones.
    wrong = fails if "inputs" in where or any(part.loss for part in m.targets) else warns
    return (
        wrong(where, "0", {"data-not-finite": f"{where} are NaN or infinite"})
        if where
        else passes("all", "no NaN, no infinity")
    )


def label_contract(m):
    """Certain for Keras' own losses without a class to ignore; another loss may want what looks wrong."""
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
    if low > 0:  # few samples may miss a class
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


def tokens(m):
    for layer, ids in m.embedded:
        if ids.dtype.kind == "f" and np.any(ids % 1):
            said = f"{layer.name} gets numbers such as {ids[ids % 1 != 0][0]:.3g}, and cuts off what follows the point"
            return fails("fractions", "integers", {"floats-into-embedding": said})
        low, high, last = int(ids.min()), int(ids.max()), layer.input_dim - 1
        if low < 0 or high > last:
            said = f"{layer.name} knows 0 to {last}; the data hold {low} to {high}"
            return fails(high, f"at most {last}", {"token-outside-vocabulary": said})
    return passes(high, f"at most {last}") if m.embedded else skips("no Embedding")


def features_vary(m):
    """A pixel at the border may be empty in every sample: it is as low as the data go. Other constants are suspect,
    and so are more than half; only likely, since words may never occur, and sensors may be left out on purpose."""
    judged = [part for part in m.inputs if part.train.dtype.kind == "f" and len(part.train) > 10]
    for part in judged:
        flat = part.train.reshape(len(part.train), -1)
        constant, alike = np.ptp(flat, axis=0) == 0, np.ptp(flat, axis=1) == 0
        if np.isin(flat, (0, 1)).all():  # a mask, a graph: that something holds everywhere is no fault
            constant, alike = constant & (flat[0] == 0), alike & (flat[:, 0] == 0)
        empty = float(np.mean(alike)) if flat.shape[1] > 8 else 0.0
        said = f"{constant.sum()} of {len(constant)} features never change, {empty:.0%} of the samples are empty"
        if (constant.all() or empty > 0.5) and len(m.inputs) == 1:  # one of several may be missing most times
            return fails(said, "samples that differ", {"constant-features": said})
        ones = (flat[0] == 1) & (constant.sum() == 1)  # a column for the bias
        # A channel that says what is there: among padded rows the first ones always are.
        places = tuple(range(part.train.ndim - 1))
        flags = np.isin(part.train, (0, 1)).all(axis=places) & (np.ptp(part.train, axis=places) == 1)
        flagged = np.broadcast_to(flags, part.train.shape[1:]).ravel() & (part.train.ndim > 2)
        inside = constant & (flat[0] != flat.min()) & ~ones & ~flagged
        if inside.any() or constant.mean() > 0.5 or empty > 0.1:
            return warns(said, "features that vary", {"constant-features": said})
    return passes("they do", "but for the lowest value") if judged else skips("no floats, or too few samples")


def entering(m):
    """[(layer, what enters it)]: the first layer with weights, and each that reads an input as it is."""
    found, first = [], True
    for call in m.calls:
        layer = call.layer
        whole = isinstance(layer, layers.RNN | layers.Bidirectional | layers.MultiHeadAttention)
        if not layer.weights or not call.inputs or (layer._layers and not whole):
            continue
        if isinstance(layer, layers.Normalization):
            continue
        given = ops.convert_to_numpy(call.inputs[0])
        raw = any(np.array_equal(given[0], leaf[0]) for leaf in samples.leaves(m.train[0]))
        if (first or raw) and not isinstance(layer, layers.Embedding):
            found.append((layer, given))
        first = False
    return found


def scaled(m):
    """What enters the first weights, after any Rescaling or normalization of the model's. Large inputs are only likely
    to be wrong: behind a first layer without bias a normalization makes up for them."""
    judged = [(layer, rows.columns(x)) for layer, x in entering(m) if "Normalization" not in type(layer).__name__]
    if not judged:
        return skips("the first layer normalizes, or looks up integers")
    sizes = [np.percentile(np.abs(table), 99, axis=0).max() for _, table in judged]
    size, layer = float(max(sizes)), judged[int(np.argmax(sizes))][0]
    if size > LARGE:
        said = f"99 % of a feature that enters {layer.name} reach {size:.4g}"
        causes = {"inputs-not-scaled": said}
        if any(part.train.dtype.kind in "iu" for part in m.inputs):
            causes["integer-inputs"] = said
        return warns(size, f"at most {LARGE:g}", causes)
    widest = [table.std(axis=0).max() for _, table in judged]
    small, (layer, table) = float(min(widest)), judged[int(np.argmin(widest))]
    if not 0 < small < TINY:
        return passes(size, f"{TINY:g} to {LARGE:g}, 99 % of each feature")
    pixels = table.max() <= 1.001 / 255 and np.abs(table * 255**2 - np.round(table * 255**2)).max() < 1e-2
    off = np.abs(table.mean(axis=0)).min() > FAR_OFF * small and table.shape[1] >= 4
    said = f"no feature that enters {layer.name} deviates by more than {small:.2g} from its mean"
    said += ": pixels divided by 255 twice" if pixels else ", which is far from 0" if off else ""
    causes = {"inputs-scaled-twice": said}
    if not layer.trainable:  # frozen weights were learnt elsewhere, on inputs that did vary
        causes = {"backbone-preprocessing-mismatch": f"{said}; its weights are frozen"} | causes
    certain = pixels or off or not layer.trainable
    return (fails if certain else warns)(small, f"≥ {TINY:g}", causes)


def bytes_kept(m):
    """Whether arithmetic on bytes ran past 0 or 255. Only likely: hues and angles run round rightly."""
    judged = [part for part in m.inputs if part.train.ndim in (3, 4) and part.train.dtype.kind in "fu"]
    if not judged:
        return skips("no images or sequences")
    share = max(rows.wrapped(part.train[:300]) for part in judged)
    said = f"steps from end to end of the range, to those over half of it: {share:.2g}, as where bytes run past an end"
    return warns_unless(share < WRAPPED, share, f"< {WRAPPED:g}", {"integer-inputs": said})


def neighbours(m):
    judged = [p for p in m.inputs if p.train.ndim in (3, 4) and p.train.dtype.kind in "fu" and p.train.std() > 0]
    ratio = 1.0
    for part in judged:
        few = part.train[:300].astype("float64")
        ratio, order = rows.torn_images(few)
        if ratio > SMOOTHER:
            said = f"read in the order {order}, neighbours are {ratio:.1f} times as alike as in {few.shape[1:]}"
            found = fails if ratio > FAR_SMOOTHER else warns
            return found(ratio, "at most 1", {"reshape-where-transpose-meant": said})
        here, there = rows.torn_sequences(few) if few.ndim == 3 else (1.0, 1.0)
        if here < 1.2 and there > 2:
            said = f"values run on across the ends of rows of {few.shape[2]}, and break every {few.shape[1]}: "
            said += f"they were stored as {few.shape[:0:-1]}"
            return fails(here, "> 1.2", {"reshape-where-transpose-meant": said})
    return passes(ratio, f"at most {SMOOTHER:g}") if judged else skips("no images or sequences of floats")


def target_hidden(m):
    """One feature that tells the target by itself. Data may be that easy: certain only where it copies the target."""
    tables = [p for p in m.inputs if p.train.ndim in (2, 3) and len(p.train) >= 30]
    tables = [p for p in tables if 1 < np.prod(p.train.shape[1:]) <= MOST_FEATURES]
    goals = [p for p in m.targets if p.one_class or p.declared.kind == "values"]
    # The first word may well name the class of a sequence, but no step holds a measured value by chance.
    pairs = [(table, goal) for table in tables for goal in goals if table.train.ndim == 2 or not goal.one_class]
    # As many values as go in are a reconstruction.
    pairs = [(t, g) for t, g in pairs if g.train.size == len(g.train) or 2 * g.train.size < t.train.size]
    for table, goal in pairs:
        targets = goal.train.reshape(len(goal.train), -1).T.astype("float64")
        tells = rows.betrayal if goal.one_class else rows.same_line
        found = [told(table, target, tells) for target in targets[[0, len(targets) // 2, -1]]]
        copies = [number for number, kind in found if kind == "copy"]
        if copies or len(targets) == 1 and found[0][1]:
            feature = copies[0] if copies else found[0][0]
            said = f"feature {feature} of the {table.name} tells the target by itself"
            said += ", one value for each" if copies else ""
            # A part of what is asked for may be known on purpose.
            judge = fails if len(copies) == len(found) else warns
            return judge(f"feature {feature}", "no feature alone", {"target-leaks-into-features": said})
    return passes("no feature alone") if pairs else skips("no table with one target a sample")


def told(table, target, tells):
    """(number, kind) of the first feature that tells a target; kind is "" where none does."""
    columns = table.train.reshape(len(target), -1).T.astype("float64")
    return next(((number, kind) for number, column in enumerate(columns) if (kind := tells(column, target))), (0, ""))


def targets_reachable(m):
    """What the output can be, whatever the weights, against what it should be. Certain under one of Keras' losses; of
    another it is asked only where that compares the two, as a margin between pairs does not."""
    known = [part.declared.kind == "values" for part in m.targets]
    reached = reach.spread(m.model, samples.take(m.train[0], slice(0, 16))) if any(known) else []
    if len(reached) != len(known) or not reached:
        return skips("no values to predict, or another output for them")
    extents = []
    for outputs, part in itertools.compress(zip(reached, m.targets, strict=True), known):
        known_loss = part.loss is not None and part.loss.name in heads.VALUES
        if outputs[0].size != part.train[0].size or not (known_loss or compares(m)):  # parameters of a density
            continue
        wrong = fails if known_loss else warns
        target = part.train.astype("float64")
        low, high = float(outputs.min()), float(outputs.max())
        bounded = heads.saturates(outputs, 0) or heads.saturates(outputs, -1)
        if bounded:  # the ends themselves are only neared
            low, high = round(low), 1.0
        margin = 0.02 * max(target.std(), 1e-12)
        below, above = float(np.mean(target < low - margin)), float(np.mean(target > high + margin))
        if bounded and below + above > 0.01:
            said = f"{below + above:.0%} of the targets lie outside of {low:.3g} … {high:.3g}, all the output can be"
            return wrong(below + above, "0", {"bounded-output-unbounded-target": said})
        negative = float(np.mean(target < -margin))
        if low >= 0 and negative > 0.01:
            said = f"{negative:.0%} of the targets are negative, and no weights make an output below {low:.3g}"
            return wrong(negative, "0", {"relu-on-signed-target": said})
        if heads.sums_to_one(outputs, -1) and not heads.sums_to_one(target, -1):
            said = "the outputs of a sample sum to 1, its targets do not"
            return wrong("sum 1", "free values", {"softmax-on-regression": said})
        extents.append(f"{low:.3g} to {high:.3g}")
    if not extents:
        return skips("the loss does not compare the outputs with the targets")
    return passes(", ".join(extents), "holds the targets")


def compares(m):
    """Whether the loss of values is least where predictions are the targets."""
    few = samples.take(m.train, slice(0, FEW))
    y_pred = tree.map_structure(backend.fresh, m.model(backend.tensors(few[0]), training=False))
    asked = contract.Contract(m.model, m.program.targets, few, y_pred)
    if set(asked.styles) != {"values"}:
        return False
    right, *wrong = (asked.ask(asked.made(0, side)) for side in (0, 1, -1))
    return right < min(wrong)


def next_step_hidden(m):
    """Where the target at a step is the next input, a network that sees it has nothing to learn."""
    few = samples.take(m.train[0], slice(0, 7))
    for target, given in [(target, given) for target in m.targets for given in m.inputs]:
        ahead = rows.steps_ahead(given.train, target.train)
        if ahead not in (0, 1):
            continue
        share = max(reach.future_moves(m.model, few, given.train.shape[1]).values(), default=0.0)
        causal = share < SEES or reach.causal_claims(m.cfg, m.calls)  # else it may be an autoencoder
        copied = ahead == 0 and target.declared.kind == "classes" and causal
        if copied and last_step_seen(m.model, few, given.train.shape[1:]):
            said = "each target is the input of its own step, which the model sees, and no later one"
            causes = dict.fromkeys(("target-leaks-into-features", "sequence-sees-future"), said)
            return fails("targets equal inputs", "the next step", causes)
        if ahead == 1:
            said = f"each target is the next input, and disturbing it moves the prediction by {share:.2g} of its size"
            return fails_unless(share < SEES, share, f"< {SEES:g} of the output", {"sequence-sees-future": said})
    return skips("targets are not the inputs of the next step")


def last_step_seen(model, inputs, shape):
    """Whether predictions of the last step move with its input: not, where the model itself shifts by one step."""

    def exchanged(x):
        return np.concatenate([x[:, :-1], np.roll(x[:, -1:], 1, axis=0)], axis=1) if x.shape[1:] == shape else x

    answers = [model(x, training=False) for x in (inputs, tree.map_structure(exchanged, inputs))]
    one, other = ([leaf[:, -1] for leaf in tree.flatten(a) if leaf.shape[1:2] == shape[:1]] for a in answers)
    return any(not np.array_equal(*map(ops.convert_to_numpy, pair)) for pair in zip(one, other, strict=True))


def padding(m):
    """Only likely: a network may live with padding, and a convolution has no mask."""
    sentences = len(m.inputs) == 1 and m.inputs[0].train.dtype.kind in "iu" and m.inputs[0].train.ndim == 2
    pad, share = rows.trailing(m.inputs[0].train) if sentences else (0, 0.0)
    if share < 0.3 or len(m.embedded) != 1:
        return skips("no integer sequences that end in padding")
    moved = reach.embedding_moves(m.model, m.train[0], m.embedded[0][0], pad, 32)
    gathers = layers.RNN | layers.Bidirectional | layers.GlobalAveragePooling1D
    gathered = any(isinstance(call.layer, gathers) for call in m.calls)
    said = f"{share:.0%} of the samples end in padding, whose embedding moves predictions by {moved:.2g} of their size"
    holds = moved < 1e-5 or not gathered
    return warns_unless(holds, moved, "0 where steps are remembered or averaged", {"padding-not-masked": said})
