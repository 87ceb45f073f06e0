"""MACHINERY. What reaches what in a network, found by disturbing its inputs and drawing its weights anew."""

import contextlib

import keras
import numpy as np
from keras import ops, tree

from ..keras_side import backend

MOST_DRAWS = 12
MOST_POSITIONS = 128  # of integers that are disturbed one by one; floats have a gradient


def predict(model, inputs):
    """[each prediction as an array], see `predictions`."""
    return tree.flatten(predictions(model, inputs))


def predictions(model, inputs):
    """A nest of predictions in inference mode; what a model draws is drawn from one seed each time."""
    kept = [(variable, ops.copy(variable)) for variable in model.non_trainable_variables]
    keras.utils.set_random_seed(0)
    try:
        answer = backend.inference(model)(backend.tensors(inputs))
    finally:
        for variable, value in kept:
            variable.assign(value)
    return tree.map_structure(lambda leaf: ops.convert_to_numpy(leaf).astype("float32"), answer)


@contextlib.contextmanager
def stirred(model, seed, gain=1.0):
    """The model with weights drawn anew: a gate, a head or a scale that starts at zero hides nothing then.

    Kernels get the deviation that keeps what goes through them at its size, or their own where that is larger; a
    larger gain lets predictions reach further.
    """
    rng = np.random.default_rng(seed)
    with backend.unchanged(model):
        for variable in model.trainable_variables:
            value = ops.convert_to_numpy(variable).astype("float32")
            noise = rng.normal(size=value.shape).astype("float32")
            if value.ndim > 1:
                variable.assign(gain * noise * max(value.std(), np.prod(value.shape[:-1]) ** -0.5))
            else:
                variable.assign(value + 0.1 * gain * noise)
        yield


def possible(model, inputs):
    """What each output *can* be, whatever the weights: its finite predictions under several draws of them, with more
    distant inputs among these; Float["draws·b …"].

    One raw unit has one sign under a draw by chance one time in two, so a bound is believed after twelve.
    """
    larger = tree.map_structure(lambda leaf: 3 * leaf if floats(leaf) else leaf, inputs)
    answers = []
    for seed in range(MOST_DRAWS):
        with stirred(model, seed, gain=3.0):
            answers.append(predict(model, (inputs, larger)[seed % 2]))
    together = [np.concatenate(parts) for parts in zip(*answers, strict=True)]
    return [rows[np.isfinite(rows.reshape(len(rows), -1)).all(axis=1)] for rows in together]


def floats(leaf):
    return np.issubdtype(leaf.dtype, np.floating)


def disturbed(leaf, where, size=1.0):
    """The array with other values at an index: noise of a size on floats, the next id for integers."""
    leaf = leaf.copy()
    if floats(leaf):
        noise = np.random.default_rng(1).normal(size=leaf[where].shape).astype(leaf.dtype)
        leaf[where] = leaf[where] + size * (noise + np.sign(noise))
    else:
        leaf[where] = (leaf[where] + 1) % (leaf.max() + 1 if leaf.max() > 0 else 2)
    return leaf


def changed(inputs, index, where, size=1.0):
    """The inputs with one leaf disturbed."""
    leaves = list(tree.flatten(inputs))
    leaves[index] = disturbed(leaves[index], where, size)
    return tree.pack_sequence_as(inputs, leaves)


def gap(some, others):
    """The furthest that two lists of predictions lie apart; what is not a number does not count."""
    pairs = zip(some, others, strict=True)
    return max((float(np.nan_to_num(np.abs(a - b)).max(initial=0.0)) for a, b in pairs), default=0.0)


def relative(after, before, size):
    return gap([after], [before]) / max(float(size), 1e-12)


def rows_moved(model, inputs):
    """The furthest that a row's prediction moves when only *other* rows are disturbed; exactly 0 where samples stay
    apart."""
    furthest, number = 0.0, len(tree.flatten(inputs)[0])
    with stirred(model, seed=0):
        before = predict(model, inputs)
        for row, size in ((0, 1.0), (number // 2, 30.0), (number - 1, 1.0)):
            after = predict(model, tree.map_structure(lambda leaf, r=row, s=size: disturbed(leaf, r, s), inputs))
            others = np.arange(number) != row
            furthest = max(furthest, gap([part[others] for part in after], [part[others] for part in before]))
    return furthest


def place_moves(model, inputs):
    """How far predictions differ, relative to their size, when the same samples come in the reverse order: what is
    added by position along the batch moves no row when another one is disturbed. 0.0 of a model that draws: what it
    draws goes by place too."""
    twice = (model(backend.tensors(inputs), training=False) for _ in range(2))
    if gap(*([ops.convert_to_numpy(leaf) for leaf in tree.flatten(answer)] for answer in twice)):
        return 0.0
    with stirred(model, seed=0):
        before = predict(model, inputs)
        after = predict(model, tree.map_structure(lambda leaf: leaf[::-1].copy(), inputs))
    return max(relative(a[::-1], b, np.abs(b).max()) for a, b in zip(after, before, strict=True))


def future_moves(model, inputs, length):
    """How far outputs of the first time steps move when later steps are disturbed, relative to their size.

    Outputs (b, length, …) answer each time step. Returns a number for each input (b, length, …), disturbed alone.
    """
    with stirred(model, seed=0):
        before = predict(model, inputs)

        def moves(index, step):
            after = predict(model, changed(inputs, index, np.s_[:, step:]))
            pairs = [(a, b) for a, b in zip(after, before, strict=True) if b.shape[1:2] == (length,)]
            return max((relative(a[:, :step], b[:, :step], np.abs(b).max()) for a, b in pairs), default=0.0)

        steps, leaves = {1, length // 2, length - 1} - {0}, enumerate(tree.flatten(inputs))
        return [max(moves(i, step) for step in steps) for i, leaf in leaves if leaf.shape[1:2] == (length,)]


def read(model, inputs):
    """For each leaf of the inputs Bool["…"] of one sample's shape: which values any prediction depends on; None where
    too many would have to be disturbed one by one to know, and of one that is read in training alone."""
    maps = [np.zeros(leaf.shape[1:], bool) for leaf in tree.flatten(inputs)]
    for seed in range(MOST_DRAWS):  # more than one only where something is silent: narrow networks may be dead under it
        with stirred(model, seed):
            slopes = backend.slopes(model, inputs)[0]
        for part, slope in zip(maps, slopes, strict=True):
            if slope is not None:
                part |= np.any(np.nan_to_num(slope), axis=0)
        if all(part.all() or slope is None for part, slope in zip(maps, slopes, strict=True)):
            break
    for seed in (0, 1):  # integers and rounded values have no gradient
        with stirred(model, seed):
            before = predict(model, inputs)
            for index, part in enumerate(maps):
                if part is not None:
                    maps[index] = moving(model, inputs, index, part, before)
    silent = [part is not None and not part.any() and len(maps) > 1 for part in maps]
    return [None if quiet and is_taught(model, inputs, i) else maps[i] for i, quiet in enumerate(silent)]


def is_taught(model, inputs, index):
    """Whether the answers in training depend on an input, as on what a teacher says in the place of the network."""
    answers = []
    for given in (inputs, changed(inputs, index, slice(None), 3.0)):
        with stirred(model, seed=0):  # which puts back what draws
            answer = tree.flatten(model(backend.tensors(given), training=True))
            answers.append([ops.convert_to_numpy(part).astype("float32") for part in answer])
    return gap(*answers) > 0


def moving(model, inputs, index, part, before):
    """A map as `read` makes it, of whose silent places each has been disturbed."""

    def moves(where):
        return gap(predict(model, changed(inputs, index, (slice(None), *where), 3.0)), before) > 0

    silent = np.argwhere(~part)
    if len(silent) > MOST_POSITIONS:
        return None if moves(silent.T) else part
    for where in silent:
        part[tuple(where)] = moves(where)
    return part


def embedding_moves(model, inputs, layer, token, of_steps):
    """How far predictions for samples that hold a token move with its row of an Embedding, relative to their size.

    Args:
        of_steps: Bool["b t"], those that count where the model answers each step.
    """
    with stirred(model, seed=0):
        before = predict(model, inputs)
        table = ops.convert_to_numpy(layer.embeddings).copy()
        table[token] += table.std() + 1
        layer.embeddings.assign(table)
        after = predict(model, inputs)
    pairs = zip(after, before, strict=True)
    pairs = [(a[of_steps], b[of_steps]) if a.shape[:2] == of_steps.shape else (a, b) for a, b in pairs]
    return max(relative(a, b, np.abs(b).max()) for a, b in pairs)


def causal_claims(cfg, made):
    """Where a program says that no step may see the future: `causal: true` in conf/model, or layers that look back."""
    claims = ["conf/model: causal"] if cfg.model.get("causal") else []
    for call in made:
        if call.options.get("use_causal_mask"):
            claims.append(f"{call.layer.name}: use_causal_mask")
        if getattr(call.layer, "padding", None) == "causal":
            claims.append(f"{call.layer.name}: padding='causal'")
    return claims
