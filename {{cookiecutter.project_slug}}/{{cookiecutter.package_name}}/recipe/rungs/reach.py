"""MACHINERY. What reaches what in a network, found by disturbing its inputs and drawing its weights anew."""

import contextlib

import keras
import numpy as np
from keras import ops, tree

from .. import backend

MOST_DRAWS = 12
MOST_POSITIONS = 128  # of integers that are disturbed one by one; floats have a gradient


def tensors(inputs):
    return tree.map_structure(ops.convert_to_tensor, inputs)


def predict(model, inputs):
    """Predictions in inference mode, each as an array; what a model draws is drawn from one seed each time."""
    kept = [(variable, ops.copy(variable)) for variable in model.non_trainable_variables]
    keras.utils.set_random_seed(0)
    try:
        answer = backend.inference(model)(tensors(inputs))
    finally:
        for variable, value in kept:
            variable.assign(value)
    return [ops.convert_to_numpy(leaf).astype("float32") for leaf in tree.flatten(answer)]


@contextlib.contextmanager
def stirred(model, seed, gain=1.0):
    """The model with weights drawn anew: a gate, a head or a scale that starts at zero hides nothing then.

    Kernels get the deviation that keeps what goes through them at its size, or their own where that is larger.

    Args:
        model: built.
        seed: of the draw.
        gain: the larger, the further the predictions spread.
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


def spread(model, inputs, draws=12):
    """Predictions under several draws of the weights: what the output *can* be, whatever the weights.

    One raw unit has one sign under a draw by chance one time in two, so a bound is believed after twelve.

    Returns:
        For each output, Float["draws·b …"]; finite rows only.
    """
    answers = []
    for seed in range(draws):
        with stirred(model, seed, gain=3.0):
            answers.append(predict(model, scaled(inputs, (1.0, 3.0)[seed % 2])))
    together = [np.concatenate(parts) for parts in zip(*answers, strict=True)]
    return [rows[np.isfinite(rows.reshape(len(rows), -1)).all(axis=1)] for rows in together]


def scaled(inputs, factor):
    """Floats times a factor; integers as they are."""
    return tree.map_structure(lambda leaf: leaf * leaf.dtype.type(factor) if floats(leaf) else leaf, inputs)


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


def rows_moved(model, inputs):
    """The furthest that a row's prediction moves when only *other* rows are disturbed; exactly 0 where samples stay
    apart. One number an output."""
    furthest = None
    number = len(tree.flatten(inputs)[0])
    with stirred(model, seed=0):
        before = predict(model, inputs)
        for row, size in ((0, 1.0), (number // 2, 30.0), (number - 1, 1.0)):
            after = predict(model, tree.map_structure(lambda leaf, r=row, s=size: disturbed(leaf, r, s), inputs))
            others = np.arange(number) != row
            moved = [float(np.abs(a[others] - b[others]).max()) for a, b in zip(after, before, strict=True)]
            furthest = moved if furthest is None else np.maximum(furthest, moved).tolist()
    return furthest


def future_moves(model, inputs, length):
    """How far predictions of the first steps move when later steps are disturbed, relative to their own size.

    Args:
        model: its outputs (b, length, …) answer each time step.
        inputs: a batch; each leaf of shape (b, length, …) is disturbed alone.
        length: time steps.

    Returns:
        {number of the leaf: the largest share}.
    """
    leaves = tree.flatten(inputs)
    shares = {}
    with stirred(model, seed=0):
        before = predict(model, inputs)
        for index, leaf in enumerate(leaves):
            if leaf.shape[1:2] != (length,):
                continue
            shares[index] = 0.0
            for step in sorted({1, length // 2, length - 1} - {0}):
                later = np.s_[:, step:]
                changed = [*leaves[:index], disturbed(leaf, later), *leaves[index + 1 :]]
                after = predict(model, tree.pack_sequence_as(inputs, changed))
                for a, b in zip(after, before, strict=True):
                    if b.shape[1:2] == (length,):
                        moved = np.abs(a[:, :step] - b[:, :step]).max() / max(np.abs(b).max(), 1e-12)
                        shares[index] = max(shares[index], float(moved))
    return shares


def input_maps(model, inputs):
    """How strongly the output answers to each value of the input.

    Returns:
        For each leaf, Float["…"] of one sample's shape, 0 where nothing depends on it; None where too many values would
        have to be disturbed one by one to know.
    """
    leaves = tree.flatten(inputs)
    maps = [np.zeros(leaf.shape[1:], "float32") for leaf in leaves]
    for seed in range(MOST_DRAWS):  # more than one only where something is silent: narrow networks may be dead under it
        if all(part.all() for part, leaf in zip(maps, leaves, strict=True) if floats(leaf)):
            break
        with stirred(model, seed):
            for index, gradient in backend.input_gradients(model, inputs).items():
                maps[index] += np.abs(np.nan_to_num(gradient)).mean(axis=0)
    for seed in (0, 1):
        with stirred(model, seed):
            before = predict(model, inputs)
            for index, part in enumerate(maps):
                if part is not None and not part.all():
                    maps[index] = disturbed_map(model, inputs, index, part, before)
    return maps


def disturbed_map(model, inputs, index, part, before):
    """A map whose zeros have been tried by disturbing the input there: a rounded value has no gradient."""
    silent, leaf, part = np.argwhere(part == 0), tree.flatten(inputs)[index], part.copy()
    if len(silent) > MOST_POSITIONS:
        together = disturbed(leaf, (slice(None), *silent.T), 3.0)
        return None if moved(predict(model, with_leaf(inputs, index, together)), before) else part
    for position in silent:
        other = disturbed(leaf, (slice(None), *position), 3.0)
        part[tuple(position)] = moved(predict(model, with_leaf(inputs, index, other)), before)
    return part


def with_leaf(inputs, index, leaf):
    leaves = tree.flatten(inputs)
    return tree.pack_sequence_as(inputs, [*leaves[:index], leaf, *leaves[index + 1 :]])


def moved(after, before):
    """The mean distance of two lists of predictions."""
    return float(sum(np.abs(np.nan_to_num(a - b)).mean() for a, b in zip(after, before, strict=True)))


def torn_axes(before, after):
    """Whether a reshape moves an axis that it should keep: (4, 8) -> (8, 4), or (6, 8) -> (2, 6, 4).

    An axis stays what it was when as many values lie behind it as before. One whose length occurs once on both sides
    and that has others behind it has been torn, unless two equal lengths meet by chance: likely, not certain.
    """

    def behind(shape):
        return {n: int(np.prod(shape[i + 1 :])) for i, n in enumerate(shape) if n > 1 and shape.count(n) == 1}

    kept, got = behind(tuple(before)), behind(tuple(after))
    if len([n for n in before if n > 1]) < 2 or len([n for n in after if n > 1]) < 2:
        return []
    return [n for n in kept if n in got and kept[n] != got[n]]


def reshapes(model, made, inputs):
    """[(where, shape before, shape after)], without the batch axis, of the reshapes in a network.

    Args:
        model: functional models show their graph; of others `keras.ops.reshape` is listened to.
        made: the Calls of one batch.
        inputs: that batch.
    """
    found = [
        (call.layer.name, tuple(call.inputs[0].shape[1:]), tuple(call.outputs[0].shape[1:]))
        for call in made
        if isinstance(call.layer, keras.layers.Reshape) and call.inputs and call.outputs
    ]
    listened = []
    reshape = ops.reshape

    def listening(x, newshape):
        answer = reshape(x, newshape)
        listened.append(("a reshape in model.py", tuple(x.shape[1:]), tuple(answer.shape[1:])))
        return answer

    keras.ops.reshape = listening
    try:
        model(tensors(inputs), training=False)
    finally:
        keras.ops.reshape = reshape
    for operation in getattr(model, "operations", []):
        if type(operation).__name__ == "Reshape" and not isinstance(operation, keras.layers.Reshape):
            shapes = tuple(operation.input.shape[1:]), tuple(operation.output.shape[1:])
            found.append((operation.name, *shapes))
    return found + listened


def padding_moves(model, inputs):
    """How far predictions move with the embedding of id 0 behind a sequence's end; None where no layer masks it.

    `mask_zero=True` says that padding does not count. Where an answer belongs to each step, the padded ones' are left
    out.
    """
    embeddings = [layer for layer in model._flatten_layers() if getattr(layer, "mask_zero", False)]
    leaves = tree.flatten(inputs)
    if not embeddings or any(floats(leaf) or leaf.ndim != 2 or leaf.shape[1] < 4 for leaf in leaves):
        return None
    half = leaves[0].shape[1] // 2
    padded = [np.concatenate([np.ones_like(leaf[:, :half]), 0 * leaf[:, half:]], axis=1) for leaf in leaves]
    return max(
        embedding_moves(model, tree.pack_sequence_as(inputs, padded), layer, 0, None, half) for layer in embeddings
    )


def embedding_moves(model, inputs, layer, token, number=None, seen=None):
    """How far predictions move with the embedding of one token, relative to their size.

    Args:
        model: built.
        inputs: samples that hold it.
        layer: the Embedding.
        token: its number.
        number: samples to look at; None for all.
        seen: where an answer belongs to each step, the first steps that count.
    """
    inputs = tree.map_structure(lambda leaf: leaf[:number], inputs)
    length = tree.flatten(inputs)[0].shape[1]
    with stirred(model, seed=0):
        before = predict(model, inputs)
        table = ops.convert_to_numpy(layer.embeddings).copy()
        table[token] += table.std() + 1
        kept = ops.copy(layer.embeddings)
        layer.embeddings.assign(table)
        after = predict(model, inputs)
        layer.embeddings.assign(kept)
    pairs = [
        (a[:, :seen], b[:, :seen]) if a.shape[1:2] == (length,) else (a, b) for a, b in zip(after, before, strict=True)
    ]
    return max(float(np.abs(a - b).max() / max(np.abs(b).max(), 1e-12)) for a, b in pairs)


def causal_claims(cfg, made):
    """Where a program says that no step may see the future: `causal: true` in conf/model, or layers that look back."""
    claims = ["conf/model: causal"] if cfg.model.get("causal") else []
    for call in made:
        if call.options.get("use_causal_mask"):
            claims.append(f"{call.layer.name}: use_causal_mask")
        if getattr(call.layer, "padding", None) == "causal":
            claims.append(f"{call.layer.name}: padding='causal'")
    return claims
