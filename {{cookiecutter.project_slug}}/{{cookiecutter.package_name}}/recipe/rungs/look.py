"""MACHINERY. Do I know my data? Asked of the arrays, and of what train.py really hands to `fit`."""

import functools
from dataclasses import dataclass
from typing import Any

import numpy as np
from keras import layers, ops, tree

from .. import probe, samples
from ..verdicts import Cause, failed, passed, skipped, warned
from . import feeding, heads, reach, rows

MOST_ROWS = 3000  # of which statistics are taken
MOST_HASHED = 20_000  # of which duplicates are sought
ROWS_THROUGH = 256  # that are sent through the untrained network
MOST_FEATURES = 2000

LARGE = 20.0  # 99 % of a standardized feature lie below 10, whatever its distribution (Chebyshev); pixels reach 250
TINY = 0.02  # deviation of the widest feature: standardized 1, scaled pixels 0.2 to 0.4, scaled twice 0.002 to 0.01
UNLIKE, VERY_UNLIKE = 1.8, 2.5  # spread of validation to training; resampled splits stay below 1.3, 0 … 255 is 99
SHIFTED = 4.0  # of the training's spreads; resampled splits stay below 0.5
FEWEST = 50  # samples of a split, for its spread to mean something
RARE = 0.25  # entropy of the labels to that of equal classes: two classes of 96 to 4
SMOOTHER, FAR_SMOOTHER = 1.2, 1.5  # in another order of the axes; healthy images are at most 1
FAR_OFF = 50.0  # size of targets to that of the untrained predictions, or of a mean to the deviation; healthy about 1


@dataclass(frozen=True)
class Part:
    """One input or one target: its declaration and its samples; of targets also the loss, where Keras' own."""

    name: str
    declared: Any
    train: np.ndarray
    validation: np.ndarray | None
    loss: Any = None


class Measured:
    """What the rung looks at, each measured when first asked for."""

    def __init__(self, program):
        self.program, self.cfg = program, program.cfg

    @functools.cached_property
    def fed(self):
        """What `fit` gets: feeding.Fed, or None where train.py does not call it."""
        return feeding.fed(self.program)

    @functools.cached_property
    def train(self):
        """(inputs, targets) of some training samples."""
        split = self.program.data.train
        return arrays(samples.take(split, rows.chosen(samples.count(split), MOST_ROWS)))

    @functools.cached_property
    def held(self):
        """(inputs, targets) for validation, as `fit` gets them; None without any."""
        if self.fed is None:
            return self.program.data.validation
        return feeding.rows_of(self.fed.arguments["validation_data"], MOST_HASHED)

    @functools.cached_property
    def validation(self):
        """(inputs, targets) of some validation samples; None without any."""
        return self.held and arrays(samples.take(self.held, rows.chosen(samples.count(self.held), MOST_ROWS)))

    @functools.cached_property
    def model(self):
        """Untrained; as compiled where `fit` has been seen."""
        return self.fed.arguments["self"] if self.fed else self.program.compiled()

    @functools.cached_property
    def inputs(self):
        return self.parts(0, self.program.inputs, ())

    @functools.cached_property
    def targets(self):
        losses = heads.loss_by_head(self.model, self.program.targets)
        return self.parts(1, self.program.targets, losses)

    def parts(self, side, declared, losses):
        """[Part] of the inputs (side 0) or targets (1); empty where data and declarations are not nested alike."""
        if self.train[side] is None:
            return []
        train = heads.paired(self.train[side], declared)
        held = heads.paired(self.validation[side], declared) if self.validation else []
        losses = losses or [None] * len(train)
        return [
            Part(name or ("targets" if side else "inputs"), leaf, array, held[i][1] if held else None, losses[i])
            for i, (name, array, leaf) in enumerate(train)
        ]

    @functools.cached_property
    def not_finite(self):
        """{where: how many numbers} that are NaN or infinite, in all training and validation samples."""
        found = {}
        for split in ("train", "validation"):
            for side, name in enumerate(("inputs", "targets")):
                for leaf in samples.leaves(getattr(self.program.data, split)[side]):
                    if isinstance(leaf, np.ndarray) and leaf.dtype.kind == "f" and (bad := (~np.isfinite(leaf)).sum()):
                        found[f"{split} {name}"] = found.get(f"{split} {name}", 0) + int(bad)
        return found

    @functools.cached_property
    def calls(self):
        """The layers' calls for some training samples, with the largest integers among them; up to a crash."""
        inputs, made = self.train[0], []
        extreme = [int(leaf.reshape(len(leaf), -1).max(axis=1).argmax()) for leaf in samples.leaves(inputs)]
        some = np.unique([*extreme, *range(min(ROWS_THROUGH, samples.count((inputs,))))])
        try:
            _, answer = probe.calls(self.model, samples.take(inputs, some), made=made)
        except Exception:
            if not any(isinstance(call.layer, layers.Embedding) for call in made):
                raise
            answer = []
        self.untrained = [ops.convert_to_numpy(leaf) for leaf in tree.flatten(answer)]
        return made

    @functools.cached_property
    def entering(self):
        """[(layer, what enters it)]: the first layer with weights, and each that reads an input as it is."""
        found, first = [], True
        raw = [leaf for leaf in samples.leaves(self.train[0])]
        for call in self.calls:
            layer = call.layer
            whole = isinstance(layer, layers.RNN | layers.Bidirectional | layers.MultiHeadAttention)
            if not layer.weights or not call.inputs or (layer._layers and not whole):
                continue
            if isinstance(layer, layers.Normalization):
                continue
            given, table = ops.convert_to_numpy(call.inputs[0]), isinstance(layer, layers.Embedding)
            same = any(given.shape[1:] == leaf.shape[1:] and np.array_equal(given[0], leaf[0]) for leaf in raw)
            if (first or same) and not table:
                found.append((layer, given))
            first = False
        return found

    @functools.cached_property
    def embedded(self):
        """[(layer, what enters it)] of each Embedding."""
        return [
            (call.layer, ops.convert_to_numpy(call.inputs[0]))
            for call in self.calls
            if isinstance(call.layer, layers.Embedding) and call.inputs
        ]

    @functools.cached_property
    def causal_claims(self):
        return reach.causal_claims(self.cfg, self.calls)

    @functools.cached_property
    def padding(self):
        """What pads integer sequences, and what it does: (share of samples padded, how far predictions move with
        its embedding, whether steps are remembered or averaged); None where nothing pads."""
        if len(self.inputs) != 1 or self.inputs[0].train.dtype.kind not in "iu" or self.inputs[0].train.ndim != 2:
            return None
        ids = self.inputs[0].train
        pad, share = rows.trailing(ids)
        if share < 0.3 or len(self.embedded) != 1:
            return None
        moved = reach.embedding_moves(self.model, self.train[0], self.embedded[0][0], pad, 32)
        pooled = layers.RNN | layers.Bidirectional | layers.GlobalAveragePooling1D
        return share, moved, any(isinstance(call.layer, pooled) for call in self.calls)

    @functools.cached_property
    def overlap(self):
        """(share of validation samples that are training samples, share of training samples that occur twice there)."""
        data = self.program.data
        train = arrays(samples.take(data.train, rows.chosen(samples.count(data.train), MOST_HASHED)))
        ours = rows.hashes(*samples.leaves(train))
        theirs = rows.hashes(*samples.leaves(self.validation))
        number = {}
        for key in ours:
            number[key] = number.get(key, 0) + 1
        return float(np.mean([key in number for key in theirs])), float(np.mean([number[key] > 1 for key in ours]))

    @functools.cached_property
    def continuous(self):
        """Whether samples hold many numbers, each of many values: no two are alike by chance."""
        flat = [p.train.reshape(len(p.train), -1) for p in self.inputs if p.train.dtype.kind == "f" and p.train.size]
        values = [len(np.unique(column)) for part in flat for column in part.T[:50]]
        distinct = len(set(rows.hashes(*(part for part in flat)))) if flat else 0
        return len(values) >= 4 and np.median(values) >= FEWEST and distinct > 0.2 * len(self.train[0])

    @functools.cached_property
    def validated_on_all(self):
        """Whether validation has about as many samples as training."""
        return samples.count(self.held) > 0.9 * min(samples.count(self.program.data.train), MOST_HASHED)

    @functools.cached_property
    def spreads(self):
        """(deviation of the best prediction, size of the targets to it) … see targets_reachable."""
        self.calls  # noqa: B018
        return self.untrained

    @functools.cached_property
    def reach(self):
        """What each output can be, whatever the weights, on real samples: [Float["… "]]."""
        some = samples.take(self.train[0], slice(0, 16))
        return reach.spread(self.model, some)


def arrays(split):
    return tuple(None if part is None else tree.map_structure(np.asarray, part) for part in split)


def measure(program, rung):
    return Measured(program)


def values_finite(measured):
    name = "finite"
    if not measured.not_finite:
        return passed(name, "all", "no NaN, no infinity")
    where = ", ".join(f"{number:,} numbers of the {part}" for part, number in measured.not_finite.items())
    cause = Cause("data-not-finite", f"{where} are NaN or infinite", "data.py: load()")
    known = any(part.loss for part in measured.targets) or any("inputs" in part for part in measured.not_finite)
    # A loss of one's own may leave NaN targets out, as unknown ones.
    return (failed if known else warned)(name, where, "0", cause)


def as_declared(measured):
    name = "as-declared"
    look = "conf/data: shape, dtype; data.py: what load() returns"
    if not measured.inputs:
        return failed(
            name, "nested otherwise", "as in conf/data", reason="conf/data declares other inputs than load() returns"
        )
    for part in (*measured.inputs, *measured.targets):
        shape, declared = part.train.shape[1:], tuple(part.declared.shape)
        if len(shape) == len(declared) and all(b is None or a == b for a, b in zip(shape, declared, strict=True)):
            continue
        said = f"{part.name}: a sample has the shape {shape}, declared is {declared}"
        if part in measured.targets and {shape, declared} == {(), (1,)}:
            continue  # Keras aligns them
        ids = ("label-encoding-mismatch",) if part in measured.targets else ("reshape-where-transpose-meant",)
        return failed(name, str(shape), str(declared), *(Cause(cause, said, look) for cause in ids))
    for part in measured.inputs:
        if "float" in part.declared.dtype and cut_to_integers(part.train):
            because = (
                f"{part.name} are {part.train.dtype}, with the mean and the deviation of standardized values: cut off"
            )
            cause = Cause("integer-inputs", because, "data.py: astype, after the arithmetic")
            return failed(name, str(part.train.dtype), part.declared.dtype, cause)
    kinds = ", ".join(f"{part.train.dtype} {part.train.shape[1:]}" for part in measured.inputs)
    return passed(name, kinds, "as in conf/data")


def cut_to_integers(array):
    """Whether integers are spread as standardized floats are, in every feature: they have lost their fractions."""
    if array.dtype.kind != "i" or array.ndim != 2 or array.shape[1] < 4:
        return False
    deviation = array.std(axis=0)
    return bool(
        array.min() < 0 and deviation.min() > 0.3 and deviation.max() < 1.5 and np.abs(array.mean(axis=0)).max() < 0.5
    )


def labels_fit(measured):
    """Certain for Keras' own losses without a class to ignore; another loss may want what looks wrong."""
    name = "label-contract"
    judged = [part for part in measured.targets if part.loss and part.loss.ignore_class is None]
    if not judged:
        return skipped(name, "no targets, or an own loss: what labels it wants is not known")
    for part in judged:
        check = {heads.SPARSE: integers_fit, heads.ONE_HOT: rows_sum_to_one, heads.BINARY: zeros_and_ones}
        found = next((fit(part) for names, fit in check.items() if part.loss.name in names), None)
        if found:
            status, measured_words, expected, causes = found
            return status(name, measured_words, expected, *causes)
    return passed(name, ", ".join(f"{part.train.min():.4g} to {part.train.max():.4g}" for part in judged))


def integers_fit(part):
    labels, classes, look = part.train, part.declared.classes, "data.py: labels; conf/data: classes"
    every = np.concatenate([labels.ravel(), part.validation.ravel()]) if part.validation is not None else labels.ravel()
    low, high = every.min(), every.max()
    said = f"labels run from {low:.4g} to {high:.4g}, and {classes} classes are declared, 0 to {(classes or 0) - 1}"
    if labels.dtype.kind == "f" and np.any(every % 1):
        because = f"labels such as {every[every % 1 != 0][0]:.4g} are no whole numbers"
        return failed, "fractions", "integers", (Cause("crossentropy-on-real-target", because, look),)
    if classes is None:
        return None
    from_one = Cause("labels-not-from-zero", said, look)
    if low < 0 or (low == 1 and high == classes):
        return failed, f"{low:.4g} to {high:.4g}", f"0 to {classes - 1}", (from_one,)
    if high >= classes:
        causes = Cause("fewer-units-than-classes", said, look), from_one
        return failed, f"up to {high:.4g}", f"at most {classes - 1}", causes
    if low > 0:
        return warned, f"{low:.4g} to {high:.4g}", f"0 to {classes - 1}", (from_one,)
    if high == classes - 1 or every.size < 10 * classes:
        return None
    because = f"{said}: units that are never right"
    return (
        (warned, f"up to {high:.4g}", f"{classes - 1}", (Cause("more-units-than-classes", because, look),))
        if (len(np.unique(every)) < classes / 2)
        else None
    )


def rows_sum_to_one(part):
    sums = part.train.reshape(-1, part.train.shape[-1]).sum(axis=1)
    share = float(np.mean(np.abs(sums - 1) > 1e-3))
    if part.train.ndim < 2 or share == 0:
        return None
    because = f"the targets of {share:.0%} of the samples do not sum to 1: several labels hold, or none"
    ids = ("softmax-for-multi-label", "label-encoding-mismatch")
    return (
        failed,
        f"{share:.0%}",
        "rows that sum to 1",
        tuple(Cause(i, because, "conf/loss; data.py: labels") for i in ids),
    )


def zeros_and_ones(part):
    low, high = part.train.min(), part.train.max()
    if 0 <= low and high <= 1:
        return None
    because = f"targets run from {low:.4g} to {high:.4g}, and {part.loss.name} falls without end outside of 0 … 1"
    real = part.train.dtype.kind == "f" and np.any(part.train % 1)
    ids = ("crossentropy-on-real-target",) if real or part.declared.kind == "values" else ()
    causes = [Cause(i, because, "conf/loss; data.py: labels") for i in (*ids, "class-labels-with-binary-crossentropy")]
    return failed, f"{low:.4g} to {high:.4g}", "0 to 1", tuple(causes)


def tokens_known(measured):
    name = "tokens"
    if not measured.embedded:
        return skipped(name, "no Embedding")
    for layer, ids in measured.embedded:
        look = f"data.py: numbers of words; model.py: {layer.name}"
        if ids.dtype.kind == "f" and np.any(ids % 1):
            because = (
                f"{layer.name} gets numbers such as {ids[ids % 1 != 0][0]:.3g}, and cuts off what follows the point"
            )
            return failed(name, "fractions", "integers", Cause("floats-into-embedding", because, look))
        low, high = int(ids.min()), int(ids.max())
        if low < 0 or high >= layer.input_dim:
            because = f"{layer.name} knows 0 to {layer.input_dim - 1}; the data hold {low} to {high}"
            cause = Cause("token-outside-vocabulary", because, look)
            return failed(name, high, f"at most {layer.input_dim - 1}", cause)
    return passed(name, high, f"at most {layer.input_dim - 1}")


def classes_alike(measured):
    name = "classes-in-both"
    judged = [part for part in measured.targets if labelled(part) and part.validation is not None]
    if not judged:
        return skipped(name, "no single labels")
    for part in judged:
        known, held = part.train.ravel(), part.validation.ravel()
        share = float(np.mean(~np.isin(held, known)))
        if share == 0:
            seen, all_known = len(np.unique(held)), len(np.unique(known))
            few = seen == 1 and all_known > 2 and len(held) >= 30
            if not few or entropy_share(known) < RARE:
                continue
            because = f"all {len(held)} validation samples are of one class, of {all_known}"
        else:
            because = f"{share:.0%} of the validation samples are of classes that training never shows"
        cause = Cause("sorted-then-split", because, "data.py: shuffle before splitting")
        # A rare class may miss training by chance; where the loss is an own one, new classes may be the point.
        certain = (share == 0 or share > 0.1) and part.loss is not None
        return (failed if certain else warned)(name, because.split(" validation")[0], "the classes of training", cause)
    return passed(name, f"{len(np.unique(judged[0].train))} classes", "validation's are among training's")


def labelled(part):
    """Whether a target is one class a sample."""
    return part.declared.kind == "classes" and part.train.size == len(part.train)


def entropy_share(labels):
    number = len(np.unique(labels))
    return rows.entropy(labels.ravel()) / np.log(number) if number > 1 else 0.0


def classes_balanced(measured):
    name = "class-balance"
    judged = [part for part in measured.targets if labelled(part)]
    if not judged:
        return skipped(name, "no single labels")
    share, part = min(((entropy_share(part.train), part) for part in judged), key=lambda pair: pair[0])
    if share >= RARE or part.loss is None:  # an own loss may weigh the classes
        return passed(name, share, f"≥ {RARE:g} of the entropy of equal classes")
    counts = np.unique(part.train, return_counts=True)[1]
    because = f"{counts.max() / counts.sum():.1%} of the labels are one class: always naming it scores as much"
    cause = Cause("classes-imbalanced", because, "data.py; conf/training: metrics, class weights")
    return warned(name, share, f"≥ {RARE:g}", cause)


def inputs_scaled(measured):
    """What enters the first weights, after any Rescaling or normalization of the model's."""
    name = "scaled"
    judged = [(layer, given) for layer, given in measured.entering if not normalizes(layer)]
    if not judged:
        return skipped(name, "the first layer normalizes, or looks up integers")
    sizes = [(feature_size(given), layer, given) for layer, given in judged]
    size, layer, given = max(sizes, key=lambda item: item[0])
    whole = any(part.train.dtype.kind in "iu" for part in measured.inputs)
    look = "data.py: scale; or a Rescaling or Normalization layer in model.py"
    if size > LARGE:
        because = f"99 % of a feature that enters {layer.name} reach {size:.4g}"
        ids = ["inputs-not-scaled"] + ["integer-inputs"] * whole
        return warned(name, size, f"at most {LARGE:g}", *(Cause(i, because, look) for i in ids))
    small, layer, given = min(
        ((rows.columns(g).std(axis=0).max(), la, g) for la, g in judged), key=lambda item: item[0]
    )
    if 0 < small < TINY:
        table = rows.columns(given)
        pixels = table.max() <= 1.001 / 255 and np.abs(table * 255**2 - np.round(table * 255**2)).max() < 1e-2
        off = np.abs(table.mean(axis=0)).min() > FAR_OFF * small and table.shape[1] >= 4
        because = f"no feature that enters {layer.name} deviates by more than {small:.2g} from its mean"
        because += ": pixels divided by 255 twice" if pixels else ", which is far from 0" if off else ""
        twice = Cause("inputs-scaled-twice", because, look)
        # Frozen weights were learnt elsewhere, on inputs that did vary.
        backbone = Cause("backbone-preprocessing-mismatch", f"{because}; its weights are frozen", look)
        causes = (twice,) if layer.trainable else (backbone, twice)
        certain = pixels or off or not layer.trainable
        return (failed if certain else warned)(name, small, f"≥ {TINY:g}", *causes)
    return passed(name, size, f"{TINY:g} to {LARGE:g}, 99 % of each feature")


def normalizes(layer):
    return "Normalization" in type(layer).__name__


def feature_size(given):
    return float(np.percentile(np.abs(rows.columns(given)), 99, axis=0).max())


def features_vary(measured):
    """A pixel at the border may be empty in every sample: it is as low as the data go. Other constants are suspect."""
    name = "features-vary"
    judged = [part for part in measured.inputs if part.train.dtype.kind == "f" and len(part.train) > 10]
    if not judged:
        return skipped(name, "no floats, or too few samples")
    for part in judged:
        flat = part.train.reshape(len(part.train), -1)
        constant = np.ptp(flat, axis=0) == 0
        empty = float(np.mean(np.ptp(flat, axis=1) == 0)) if flat.shape[1] > 8 else 0.0
        look = "data.py: load()"
        if constant.all() or empty > 0.5:
            because = (
                "every sample is the same" if constant.all() else f"{empty:.0%} of the samples hold one number only"
            )
            return failed(name, because, "samples that differ", Cause("constant-features", because, look))
        inside = constant & (flat[0] != flat.min()) & ~((flat[0] == 1) & (constant.sum() == 1))
        if inside.any() or constant.mean() > 0.5 or empty > 0.1:
            because = f"{constant.sum()} of {len(constant)} features never change, {empty:.0%} of the samples are empty"
            return warned(name, because, "features that vary", Cause("constant-features", because, look))
    return passed(name, f"{int(constant.sum())} of {len(constant)} constant", "those only at the lowest value")


def splits_alike(measured):
    name = "scaled-alike"
    judged = [
        part
        for part in measured.inputs
        if part.validation is not None
        and part.train.dtype.kind == "f"
        and min(len(part.train), len(part.validation)) >= FEWEST
    ]
    if not judged:
        return skipped(name, f"fewer than {FEWEST} samples, or no floats")
    factor = 1.0
    for part in judged:
        train, held = rows.columns(part.train), rows.columns(part.validation)
        ours, theirs = rows.spread(train), rows.spread(held)
        vary = (ours > 0) & (theirs > 0)
        if not vary.any():
            continue
        factor = float(np.exp(np.median(np.log(theirs[vary] / ours[vary]))))
        shift = float(np.median(np.abs(np.median(held, axis=0) - np.median(train, axis=0))[vary] / ours[vary]))
        apart = max(factor, 1 / factor)
        if apart > UNLIKE or shift > SHIFTED:
            because = (
                f"validation spreads {factor:.3g} times as far as training, and lies {shift:.2g} spreads beside it"
            )
            cause = Cause("validation-scaled-differently", because, "data.py: one transformation for all splits")
            augmented = Cause("augmentation-breaks-label-or-range", because, "data.py: augmentation")
            certain = apart > VERY_UNLIKE
            return (failed if certain else warned)(name, factor, "1", cause, augmented)
    return passed(name, factor, f"within a factor of {UNLIKE:g}")


def splits_apart(measured):
    name = "splits-apart"
    if measured.validation is None:
        because = "fit gets no validation data, so that nothing tells learning from memorising"
        return warned(name, "none", "a validation split", Cause("no-validation", because, "train.py: validation_data"))
    shared, twice = measured.overlap
    said = (
        f"{shared:.1%} of the validation samples, targets included, are training samples; {twice:.1%} occur twice there"
    )
    look = "data.py: how load() splits"
    overlap = Cause("train-and-validation-overlap", said, look)
    none = Cause("no-validation", said, f"{look}; train.py: validation_data")
    # Expected from the duplicates inside training: as many again, by chance somewhat more. Samples of many numbers that
    # hardly repeat are not twice there by chance, so among them there is nothing to expect.
    twice = 0.0 if measured.continuous else twice
    if shared > 0.95 and twice < 0.5:  # all of training again, or a part of it
        causes = (none, overlap) if measured.validated_on_all else (overlap, none)
        return failed(name, shared, f"about {twice:.1%}", *causes)
    if shared > 0.05 + 2 * twice:
        return failed(name, shared, f"about {twice:.1%}", overlap, none)
    if shared > 0.01 + 2 * twice and shared * len(samples.leaves(measured.validation)[0]) >= 3:
        return warned(name, shared, f"about {twice:.1%}", overlap)
    return passed(name, shared, f"about {twice:.1%}, as duplicates inside training lead one to expect")


def scaler_knew_training_only(measured):
    """All rows together standardized to the last digit, training alone not: likely, harmless most times."""
    name = "scaler"
    judged = [
        p for p in measured.inputs if p.train.ndim == 2 and p.train.dtype.kind == "f" and p.validation is not None
    ]
    data = measured.program.data
    judged = judged if len(measured.inputs) == 1 and isinstance(data.train[0], np.ndarray) else []
    if not judged or data.train[0].ndim != 2:
        return skipped(name, "no table of floats")
    train, held = (np.asarray(part[0], "float64") for part in (data.train, data.validation))
    rest = [np.asarray(data.test[0], "float64")] if data.test is not None else []
    for together in (np.concatenate([train, held]), np.concatenate([train, held, *rest])):
        vary = together.std(axis=0) > 0
        if (
            vary.any()
            and standard(together[:, vary]) < 1e-4 < 10 * standard(train[:, vary]) / 10
            and standard(train[:, vary]) > 1e-3
        ):
            because = (
                "mean and deviation of training and validation together are exactly 0 and 1, those of training not"
            )
            cause = Cause("scaler-fitted-on-all-rows", because, "data.py: fit the scaler on training alone")
            return warned(name, standard(train[:, vary]), "< 1e-4", cause)
        span = [
            np.abs(edge(table[:, vary], axis=0) - goal).max()
            for table in (together, train)
            for edge, goal in ((np.min, 0), (np.max, 1))
        ]
        if max(span[:2]) < 1e-6 and max(span[2:]) > 1e-3:
            because = "each feature of training and validation together spans exactly 0 to 1, that of training does not"
            cause = Cause("scaler-fitted-on-all-rows", because, "data.py: fit the scaler on training alone")
            return warned(name, max(span[2:]), "0", cause)
    return passed(name, "fitted on training, or not at all")


def standard(table):
    """How far the features are from mean 0 and deviation 1, at most."""
    return float(max(np.abs(table.mean(axis=0)).max(), np.abs(table.std(axis=0) - 1).max()))


def target_hidden(measured):
    """One feature that tells the target by itself. Data may be that easy: certain only where it copies the target."""
    name = "target-hidden"
    tables = [
        p for p in measured.inputs if p.train.ndim == 2 and 1 < p.train.shape[1] <= MOST_FEATURES and len(p.train) >= 30
    ]
    goals = [p for p in measured.targets if p.train.size == len(p.train) and p.declared.kind in ("classes", "values")]
    if not tables or not goals:
        return skipped(name, "no table with one target a sample")
    for table in tables:
        for goal in goals:
            target = goal.train.ravel().astype("float64")
            for number, column in enumerate(table.train.T.astype("float64")):
                found = rows.betrayal(column, target) if labelled(goal) else copied(column, target)
                if found:
                    because = f"feature {number} of the {table.name} tells the target by itself"
                    because += ", one value for each" if found == "copy" else ""
                    cause = Cause("target-leaks-into-features", because, "data.py: which columns are features")
                    return (failed if found == "copy" else warned)(name, f"feature {number}", "no feature alone", cause)
    return passed(name, "no feature alone")


def copied(column, target):
    """A feature on a straight line with the target, to rounding; or nearly."""
    off = rows.same_line(column, target)
    return "copy" if off < 1e-6 else "near" if off < 1e-3 else ""


def neighbours_together(measured):
    name = "neighbours"
    judged = [p for p in measured.inputs if p.train.ndim in (3, 4) and p.train.dtype.kind in "fu" and p.train.std() > 0]
    if not judged:
        return skipped(name, "no images or sequences of floats")
    for part in judged:
        some = part.train[:300].astype("float64")
        ratio, order = rows.torn_images(some)
        look = "data.py: reshape; np.transpose or np.moveaxis moves axes"
        if ratio > SMOOTHER:
            because = (
                f"read in the order {order}, neighbouring values are {ratio:.1f} times as alike as in {some.shape[1:]}"
            )
            cause = Cause("reshape-where-transpose-meant", because, look)
            return (failed if ratio > FAR_SMOOTHER else warned)(name, ratio, "at most 1", cause)
        ends = rows.torn_sequences(some) if some.ndim == 3 else None
        if ends and ends[0] < 1.2 and ends[1] > 2:
            because = (
                f"values run on across the ends of rows of {some.shape[2]}, and break every {some.shape[1]}: "
                f"they were stored as {some.shape[:0:-1]}"
            )
            return failed(name, ends[0], "> 1.2", Cause("reshape-where-transpose-meant", because, look))
    return passed(name, ratio, f"at most {SMOOTHER:g}: no other order of the axes is smoother")


def targets_reachable(measured):
    """What the output can be, whatever the weights, against what it should be. Keras' own losses of values only."""
    name = "targets-reachable"
    judged = [
        (i, p)
        for i, p in enumerate(measured.targets)
        if p.loss and p.loss.name in heads.VALUES and p.declared.kind == "values"
    ]
    if not judged or len(measured.reach) != len(measured.targets):
        return skipped(name, "no values under one of Keras' own losses")
    for index, part in judged:
        low, high = float(measured.reach[index].min()), float(measured.reach[index].max())
        target = part.train.astype("float64")
        margin = 0.02 * max(target.std(), 1e-12)
        below, above = float(np.mean(target < low - margin)), float(np.mean(target > high + margin))
        bounded = heads.saturates(measured.reach[index], 0) or heads.saturates(measured.reach[index], -1)
        look = "model.py: activation of the last layer; data.py: scale of the targets"
        if bounded and below + above > 0.01:
            because = f"{below + above:.0%} of the targets lie outside of {low:.3g} … {high:.3g}, all the output can be"
            return failed(name, below + above, "0", Cause("bounded-output-unbounded-target", because, look))
        if low >= 0 and below > 0.01:
            because = f"{below:.0%} of the targets are negative, and no weights make an output below {low:.3g}"
            return failed(name, below, "0", Cause("relu-on-signed-target", because, look))
        sums = measured.reach[index]
        if heads.sums_to_one(sums, -1) and not heads.sums_to_one(target, -1):
            because = "the outputs of a sample sum to 1, its targets do not"
            return failed(name, "sum 1", "free values", Cause("softmax-on-regression", because, look))
    return passed(name, f"{low:.3g} to {high:.3g}", "holds the targets")


def targets_scaled(measured):
    name = "targets-scaled"
    judged = [
        (i, p)
        for i, p in enumerate(measured.targets)
        if p.loss and p.loss.name in heads.VALUES and p.declared.kind == "values"
    ]
    if not judged or len(measured.spreads) != len(measured.targets):
        return skipped(name, "no values under one of Keras' own losses")
    for index, part in judged:
        size = float(np.sqrt(np.mean(part.train.astype("float64") ** 2)))
        answers = max(1.0, float(np.sqrt(np.mean(measured.spreads[index].astype("float64") ** 2))))
        if size > FAR_OFF * answers:
            because = f"targets are of the size {size:.4g}, the untrained network's predictions of {answers:.2g}"
            cause = Cause("targets-not-scaled", because, "data.py: scale the targets; or the model's last layer")
            return warned(name, size / answers, f"at most {FAR_OFF:g}", cause)
    return passed(name, size / answers, f"at most {FAR_OFF:g} times the untrained predictions")


def next_step_hidden(measured):
    """Where the target at a step is the next input, a network that sees it has nothing to learn."""
    name = "next-step-hidden"
    for part in measured.targets:
        for given in measured.inputs:
            if part.declared.kind == "classes" and equal(given.train, part.train) and measured.causal_claims:
                because = (
                    f"each target is the input of its own step, which the model sees ({measured.causal_claims[0]})"
                )
                ids = "sequence-sees-future", "target-leaks-into-features"
                causes = (Cause(i, because, "data.py: targets are inputs shifted by one step") for i in ids)
                return failed(name, "targets equal inputs", "the next step", *causes)
            if shifted(given.train, part.train):
                length = given.train.shape[1]
                some = samples.take(measured.train[0], slice(0, 7))
                share = max(reach.future_moves(measured.model, some, length).values(), default=0.0)
                if share < 1e-4:
                    return passed(name, share, "< 1e-4 of the output")
                because = (
                    f"each target is the next input, and disturbing it moves the prediction by {share:.2g} of its size"
                )
                cause = Cause("sequence-sees-future", because, "model.py: masks, padding, direction, shifts")
                return failed(name, share, "< 1e-4", cause)
    return skipped(name, "targets are not the inputs of the next step")


def equal(inputs, targets):
    return inputs.ndim == 2 and inputs.shape == targets.shape and bool(np.mean(inputs == targets) > 0.99)


def padding_masked(measured):
    """Only likely: a network may live with padding, and a convolution has no mask."""
    name = "padding"
    if measured.padding is None:
        return skipped(name, "no integer sequences that end in padding")
    share, moved, pooled = measured.padding
    if moved < 1e-5 or not pooled:
        return passed(name, moved, "0 where steps are remembered or averaged")
    because = (
        f"{share:.0%} of the samples end in padding, and its embedding moves predictions by {moved:.2g} of their size"
    )
    cause = Cause("padding-not-masked", because, "model.py: mask_zero, a Masking layer, or the lengths")
    return warned(name, moved, "0", cause)


def shifted(inputs, targets):
    """Whether targets are the inputs one step later."""
    if targets.ndim < 2 or inputs.ndim < 2 or targets.shape[1] < 3 or inputs.shape[1] != targets.shape[1]:
        return False
    inputs, targets = (a[..., 0] if a.ndim == 3 and a.shape[2] == 1 else a for a in (inputs, targets))
    if inputs.shape != targets.shape or inputs.ndim != 2:
        return False
    same = np.isclose(inputs[:, 1:], targets[:, :-1])
    return bool(same.mean() > 0.99) and not bool(np.isclose(inputs, targets).mean() > 0.99)


def batches_whole(measured):
    name = "batches"
    if measured.fed is None:
        return skipped(name, "train.py does not call fit")
    first = measured.fed.passes[0]
    sizes = [samples.count(batch) for batch in first]
    number = samples.count(measured.program.data.train)
    keys = [hash(tuple(rows.hashes(*samples.leaves(batch)))) for batch in first]
    look = "train.py: what fit is fed with; data.py: a source's __getitem__"
    stale = [i for i in range(1, len(keys)) if keys[i] == keys[i - 1] and len(keys) > 2]
    if stale:
        because = f"batch {stale[0]} is batch {stale[0] - 1} again, {len(stale)} times in {len(keys)} batches"
        return failed(name, f"{len(stale)} stale", "0", Cause("stale-or-ragged-batches", because, look))
    shapes = {tuple(leaf.shape[1:] for leaf in samples.leaves(batch)) for batch in first}
    if len(shapes) > 1 and not open_axes(measured):
        because = f"samples change their shape from batch to batch: {' or '.join(map(str, sorted(shapes)))}"
        return failed(name, "ragged", "one shape", Cause("stale-or-ragged-batches", because, look))
    rows_seen = [key for batch in first for key in rows.hashes(*samples.leaves(batch))]
    distinct = len(set(rows_seen)) / max(len(rows_seen), 1)
    if distinct < 0.5 * expected_distinct(measured, len(rows_seen)):
        because = f"of {len(rows_seen)} samples in a pass only {len(set(rows_seen))} differ"
        return failed(name, distinct, "each once", Cause("stale-or-ragged-batches", because, look))
    planned = measured.cfg.training.max_steps or np.inf
    if measured.fed.complete and len(first) < planned and sum(sizes) < 0.9 * number:
        because = f"a pass shows {sum(sizes)} of {number} training samples"
        return failed(name, sum(sizes), f"{number}", Cause("stale-or-ragged-batches", because, look))
    return passed(name, f"{len(first)} batches, {sum(sizes)} samples", f"{number} samples in a pass")


def open_axes(measured):
    return any(None in tuple(part.declared.shape) for part in (*measured.inputs, *measured.targets))


def expected_distinct(measured, number):
    keys = rows.hashes(*samples.leaves(measured.train))[:number]
    return len(set(keys)) / max(len(keys), 1)


def pairs_kept(measured):
    """A training input that reaches the network must come with its own target."""
    name = "pairs-kept"
    if measured.fed is None or len(measured.targets) != 1:
        return skipped(name, "train.py does not call fit, or there is not one target")
    data = measured.program.data.train
    some = arrays(samples.take(data, rows.chosen(samples.count(data), MOST_HASHED)))
    known = {}
    for key, goal in zip(rows.hashes(*samples.leaves(some[0])), rows.hashes(*samples.leaves(some[1])), strict=True):
        known.setdefault(key, set()).add(goal)
    seen = [batch for batch in measured.fed.passes[0] if batch[1] is not None]
    right = [
        goal in known[key]
        for inputs, targets in seen
        for key, goal in zip(rows.hashes(*samples.leaves(inputs)), rows.hashes(*samples.leaves(targets)), strict=True)
        if key in known
    ]
    if len(right) < 20 or any(
        leaf.dtype != a.dtype for leaf, a in zip(samples.leaves(seen[0][1]), samples.leaves(some[1]), strict=False)
    ):
        return skipped(name, "what reaches fit is not what load() returned, as under augmentation")
    wrong = 1 - float(np.mean(right))
    # Made-up targets, such as smoothed ones, are all different; shuffled classes agree by chance.
    if 0.2 < wrong and {goal for b in seen for goal in rows.hashes(*samples.leaves(b[1]))} <= set().union(
        *known.values()
    ):
        because = f"{wrong:.0%} of the samples in the batches have another sample's target"
        cause = Cause(
            "labels-shuffled-against-inputs", because, "train.py, data.py: shuffle inputs and targets together"
        )
        return failed(name, wrong, "0", cause)
    return passed(name, wrong, "0")


def batches_shuffled(measured):
    name = "shuffled"
    if measured.fed is None or len(measured.fed.passes[0]) < 2:
        return skipped(name, "train.py does not call fit, or a pass is one batch")
    if measured.fed.shuffling:
        return passed(name, "by Keras", "another order in each pass")
    first, second = measured.fed.passes
    look = "train.py: what fit is fed with (fit's own shuffle does nothing for a dataset)"
    labels = [batch[1] for batch in first if isinstance(batch[1], np.ndarray)]
    if labels and labelled_all(measured):
        alone = float(np.mean([rows.entropy(part.ravel()) for part in labels]))
        drawn = rows.batch_entropy(np.concatenate([part.ravel() for part in labels]), len(labels[0]))
        if drawn > 0 and alone < 0.5 * drawn:
            because = (
                f"a batch holds labels of an entropy of {alone:.2g} nats on average, {drawn:.2g} if drawn at random"
            )
            return failed(name, alone / drawn, "about 1", Cause("batches-not-shuffled", because, look))
    if first is not second and all(same_batch(a, b) for a, b in zip(first[:3], second[:3], strict=False)):
        because = "every pass shows the samples in the same order, batch by batch"
        return warned(name, "one order", "another in each pass", Cause("batches-not-shuffled", because, look))
    return passed(name, "another order", "another in each pass")


def labelled_all(measured):
    return len(measured.targets) == 1 and labelled(measured.targets[0])


def same_batch(one, other):
    return all(np.array_equal(a, b) for a, b in zip(samples.leaves(one), samples.leaves(other), strict=True))


def augmentation_in_range(measured):
    """What random layers of the model, or what fit is fed with, make of the inputs."""
    name = "augmentation"
    rng_layers = []
    _, found = None, []
    probe.calls(measured.model, samples.take(measured.train[0], slice(0, 64)), training=True, made=found)
    for call in found:
        if not type(call.layer).__name__.startswith("Random") or not call.outputs:
            continue
        before, after = (ops.convert_to_numpy(part[0]).astype("float64") for part in (call.inputs, call.outputs))
        rng_layers.append(call.layer.name)
        shown = broken_range(before, after)
        if shown:
            cause = Cause(
                "augmentation-breaks-label-or-range", f"{call.layer.name} {shown}", f"model.py: {call.layer.name}"
            )
            return failed(name, shown, "the range of the inputs", cause)
    if measured.fed:
        for number, part in enumerate(measured.inputs):
            batches = [samples.leaves(batch[0])[number] for batch in measured.fed.passes[0][:20]]
            shown = broken_range(part.train.astype("float64"), np.concatenate(batches).astype("float64"))
            if shown and part.train.dtype.kind == "f":
                cause = Cause("augmentation-breaks-label-or-range", f"what fit is fed with {shown}", "train.py")
                return failed(name, shown, "the range of the inputs", cause)
    return passed(name, ", ".join(rng_layers) or "none", "the range of the inputs is kept")


def broken_range(before, after):
    """In words, how augmentation left the range of its inputs; empty where it did not. Healthy: at most twice."""
    spread = max(before.std(), 1e-12)
    factor, shift = after.std() / spread, abs(after.mean() - before.mean()) / spread
    if 0.2 < factor < 4 and shift < 3:
        return ""
    return f"spreads {factor:.2g} times as far as the inputs, and lies {shift:.2g} deviations beside them"


def validation_steady(measured):
    name = "validation-steady"
    given = measured.fed.arguments["validation_data"] if measured.fed else None
    if given is None or isinstance(given, tuple | list):
        return passed(name, "arrays", "the same in each pass") if given is not None else skipped(name, "not seen")
    twice = [set(rows.hashes(*samples.leaves(feeding.rows_of(given, MOST_ROWS)))) for _ in range(2)]
    share = len(twice[0] & twice[1]) / max(len(twice[0]), 1)
    if share > 0.5:
        return passed(name, share, "the same samples in each pass")
    because = (
        f"two passes over validation have {share:.0%} of their samples in common: something random is applied to them"
    )
    return failed(name, share, "1", Cause("validation-augmented", because, "train.py: validation_data; data.py"))


CHECKS = (
    as_declared,
    values_finite,
    labels_fit,
    tokens_known,
    classes_alike,
    splits_apart,
    splits_alike,
    features_vary,
    inputs_scaled,
    neighbours_together,
    target_hidden,
    targets_reachable,
    targets_scaled,
    next_step_hidden,
    padding_masked,
    batches_whole,
    pairs_kept,
    batches_shuffled,
    validation_steady,
    augmentation_in_range,
    classes_balanced,
    scaler_knew_training_only,
)
