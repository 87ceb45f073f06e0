"""MACHINERY. Is this the network the paper means? Asked of batches made up from the declared shapes: no data."""

import contextlib
import functools
import math

import numpy as np
from keras import layers, ops, tree

from .. import batches, probe
from ..network import Unwritten
from ..program import RANDOM_SAMPLES
from ..verdicts import Cause, Finding, failed, passed, skipped, warned
from . import heads, moving, reach

AFFINE = 1e-4  # bend of a network relative to its output: affine ones reach 1e-6, one relu 1e-2
UNREAD = 0.5  # share of an input that nothing reads; strides and pooling leave a border of at most 0.2
PASSIVE = (layers.Dropout, layers.BatchNormalization, layers.LayerNormalization, layers.Flatten, layers.Reshape)


class Measured:
    """What the rung looks at, each measured when first asked for."""

    def __init__(self, program):
        self.program, self.cfg = program, program.cfg

    def new(self):
        """The network as train.py compiles it; a schedule gets a number of steps as good as any, without the data."""
        steps = self.cfg.training.max_steps or 100 * self.cfg.training.epochs
        return self.program.compiled(plan=batches.Plan(None, 1, steps, 1))

    @functools.cached_property
    def unwritten(self):
        """What is still to be written, in words; empty where the network can be built."""
        try:
            self.model  # noqa: B018
        except Unwritten as error:
            return str(error)
        return ""

    @functools.cached_property
    def model(self):
        return self.new()

    @functools.cached_property
    def inputs(self):
        """A batch; of the size that the model insists on, if it does."""
        with contextlib.suppress(AttributeError, TypeError, ValueError):
            if fixed := tree.flatten(self.model.inputs)[0].shape[0]:
                return self.program.random_inputs(fixed)
        return self.program.random_inputs()

    @functools.cached_property
    def only_multiples(self):
        """The library's words, if a batch of a prime size breaks the network and one of 60 does not; else empty."""
        try:
            self.model(reach.tensors(self.inputs), training=False)
        except Exception as error:
            with contextlib.suppress(Exception):
                self.new()(reach.tensors(self.program.random_inputs(60)), training=False)
                return str(error).strip().splitlines()[0]
            raise
        return ""

    @functools.cached_property
    def calls(self):
        return self._calls[0]

    @functools.cached_property
    def _calls(self):
        return probe.calls(self.model, self.inputs)

    @functools.cached_property
    def layers(self):
        """The table: (name, kind, shape of the answer without the batch, parameters), in the order of the calls."""
        rows = {}
        for call in self.calls:
            shape = tuple(call.outputs[0].shape[1:]) if call.outputs else ()
            rows[call.layer.name] = (call.layer.name, type(call.layer).__name__, shape, call.layer.count_params())
        return list(rows.values())

    @functools.cached_property
    def answer(self):
        return self._calls[1]

    @functools.cached_property
    def repeated(self):
        """(distance of two calls in inference mode, the same with one seed for both)."""
        twice = [
            tree.map_structure(ops.convert_to_numpy, self.model(reach.tensors(self.inputs), training=False))
            for _ in range(2)
        ]
        seeded = [reach.predict(self.model, self.inputs) for _ in range(2)]
        return reach.moved(*map(tree.flatten, twice)), reach.moved(*seeded)

    @functools.cached_property
    def heads(self):
        """The outputs as heads.Head; empty where outputs and declared targets do not correspond."""
        predictions = reach.predict(self.model, self.inputs)
        spread = reach.spread(self.model, self.inputs)
        numbered = tree.pack_sequence_as(self.answer, list(range(len(predictions))))
        targets = self.program.targets
        losses = heads.loss_by_head(self.model, targets, self.loss_used)
        pairs = heads.paired(numbered, targets)
        return [
            heads.Head(name or "the output", target, loss, predictions[number], spread[number])
            for (name, number, target), loss in zip(pairs, losses, strict=False)
        ]

    @functools.cached_property
    def loss_used(self):
        """Whether training asks the configured loss: a train_step of one's own need not."""
        return not heads.own_step(self.model) or moving.asks_loss(self.new(), self.program, self.inputs)

    @functools.cached_property
    def recurrent(self):
        """Lengths of what recurrent layers read."""
        return [call.inputs[0].shape[1] for call in self.calls if isinstance(call.layer, layers.RNN) and call.inputs]

    @functools.cached_property
    def silent(self):
        """Names of layers that answer 0 to the whole batch."""
        answers = [(call.layer.name, ops.convert_to_numpy(out)) for call in self.calls for out in call.outputs]
        return [name for name, answer in answers if answer.dtype.kind == "f" and not answer.any()]

    @functools.cached_property
    def half(self):
        """Name of a layer or operation that answers in half precision; empty without one."""
        answers = [(call.layer.name, call.outputs) for call in self.calls]
        answers += [(part.name, tree.flatten(part.output)) for part in getattr(self.model, "operations", [])]
        return next((name for name, outs in answers for out in outs if "float16" in str(out.dtype)), "")

    @functools.cached_property
    def cut_tokens(self):
        """Names of Embeddings that get fractions: they cut them off without a word."""
        made = []
        with contextlib.suppress(Exception):
            probe.calls(self.model, self.inputs, made=made)
        given = [
            (call.layer.name, ops.convert_to_numpy(call.inputs[0]))
            for call in made
            if isinstance(call.layer, layers.Embedding) and call.inputs
        ]
        return [name for name, ids in given if ids.dtype.kind == "f" and np.any(ids % 1)]

    @functools.cached_property
    def rows_moved(self):
        return max(reach.rows_moved(self.model, self.inputs))

    @functools.cached_property
    def coupled(self):
        """Whether an axis of the output is the batch once more, as in a matrix of similarities."""
        few = reach.predict(self.model, tree.map_structure(lambda leaf: leaf[:5], self.inputs))
        many = reach.predict(self.model, self.inputs)
        return any(a.shape[1:] != b.shape[1:] for a, b in zip(few, many, strict=True))

    @functools.cached_property
    def steps(self):
        """Time steps, where input and output have one axis of them in common, and targets too; else None."""
        lengths = {leaf.shape[1] for leaf in tree.flatten(self.inputs) if 2 <= leaf.ndim <= 3}
        for head in self.heads:
            shape = head.target.shape
            if shape and shape[0] in lengths and head.prediction.shape[1:2] == shape[:1] and len(shape) <= 2:
                return shape[0]
        return None

    @functools.cached_property
    def causal_claims(self):
        """Where the program says that no step may see the future."""
        return reach.causal_claims(self.cfg, self.calls)

    @functools.cached_property
    def future(self):
        """The share by which early outputs move with later steps, of that input which shows it least: an encoder's
        whole input may be seen."""
        return min(reach.future_moves(self.model, self.inputs, self.steps).values(), default=0.0)

    @functools.cached_property
    def maps(self):
        """[(shape, how strongly the output answers to each value)] of each input; for a picture too."""
        return [part for part in reach.input_maps(self.model, self.inputs) if part is not None and part.size > 1]

    @functools.cached_property
    def bend(self):
        """(departure from f((a + b) / 2) = (f(a) + f(b)) / 2, weight layers one after the other); of logits."""
        rng = np.random.default_rng(2)
        one = tree.map_structure(lambda leaf: rng.normal(size=leaf.shape).astype(leaf.dtype), self.inputs)
        between = tree.map_structure(lambda a, b: (a + b) / 2, one, self.inputs)
        with reach.stirred(self.model, seed=0):
            a, b, middle = (linked(reach.predict(self.model, part)) for part in (one, self.inputs, between))
        size = max(np.abs(a - b).max(), 1e-12)
        return float(np.abs(middle - (a + b) / 2).max() / size), self.depth(one)

    def depth(self, one):
        """Weight layers in a row of an affine network: kernels times 2 give outputs times 2 ** depth."""
        slopes = []
        for factor in (1.0, 2.0):
            with reach.stirred(self.model, seed=0):
                for variable in self.model.trainable_variables:
                    if len(variable.shape) > 1:
                        variable.assign(factor * variable)
                slopes.append(linked(reach.predict(self.model, one)) - linked(reach.predict(self.model, self.inputs)))
        return float(np.log2(np.abs(slopes[1]).mean() / max(np.abs(slopes[0]).mean(), 1e-12)))

    @functools.cached_property
    def input_size(self):
        """Values a sample that go in."""
        return sum(math.prod(leaf.shape[1:]) for leaf in tree.flatten(self.inputs))

    @functools.cached_property
    def output_size(self):
        return sum(math.prod(leaf.shape[1:]) for leaf in tree.flatten(self.answer))

    @functools.cached_property
    def units(self):
        """The most units of an output."""
        return max(leaf.shape[-1] for leaf in tree.flatten(self.answer))

    @functools.cached_property
    def tabular(self):
        """Whether a sample is one row of floats, without neighbours."""
        return all(leaf.ndim == 2 and reach.floats(leaf) for leaf in tree.flatten(self.inputs))

    @functools.cached_property
    def largest_map(self):
        """Positions in the largest map that a convolution reads."""
        read = [call for call in self.calls if getattr(call.layer, "kernel_size", None) and call.inputs]
        return max((math.prod(spatial(call.layer, call.inputs[0].shape)) for call in read), default=0)

    @functools.cached_property
    def training(self):
        """A fresh network after some steps on made-up samples and targets: moving.Training."""
        fixed = len(tree.flatten(self.inputs)[0])
        number = moving.SAMPLES if fixed == RANDOM_SAMPLES else fixed
        return moving.Training(self.new(), self.program, number)

    @functools.cached_property
    def reshapes(self):
        """[(where, shape before, shape after)], without the batch axis, of each reshape that is seen."""
        return reach.reshapes(self.model, self.calls, self.inputs)

    @functools.cached_property
    def padding_moves(self):
        """How far predictions move with the embedding of the padding that a mask should hide; None without a mask."""
        return reach.padding_moves(self.model, self.inputs)


def measure(program, rung):
    return Measured(program)


def linked(predictions):
    """Predictions as one array of logits: what a last softmax or sigmoid bends is taken back."""
    parts = []
    for part in predictions:
        part = part.astype("float64")
        if heads.sums_to_one(part, -1, 1e-3) and part.min() > 0:
            part = np.log(part) - np.log(part).mean(axis=-1, keepdims=True)
        elif part.size and 0 < part.min() and part.max() < 1:
            part = np.log(part / (1 - part))
        parts.append(part.reshape(len(part), -1))
    return np.concatenate(parts, axis=1)


def blocks_written(measured):
    name = "blocks-written"
    if measured.unwritten:
        return failed(name, measured.unwritten, "all of model.py", reason="write these blocks, then climb again")
    return passed(name, "all", "all of model.py")


def tokens_are_integers(measured):
    name = "tokens"
    if not measured.cut_tokens:
        return passed(name, "no fractions enter an Embedding")
    because = f"{measured.cut_tokens[0]} looks up whole numbers, and gets floats with fractions"
    look = "conf/data: dtype of the inputs; data.py: numbers of words"
    return failed(name, "fractions", "integers", Cause("floats-into-embedding", because, look))


def batch_of_seven(measured):
    """Some reshapes merge samples so that only batches of certain sizes pass."""
    name = "any-batch-size"
    if not measured.only_multiples:
        return passed(name, "7 samples pass", "a batch of a prime size")
    because = f"7 samples break the network and 60 do not: an axis of the batch is merged ({measured.only_multiples})"
    look = "model.py: reshape(-1, …), transpose"
    return failed(name, "breaks", "a batch of 7", Cause("samples-mixed-across-batch", because, look))


def output_contract(measured):
    name = "output-contract"
    if not measured.heads:
        return skipped(name, "the network's outputs and the declared targets are not nested alike")
    for head in measured.heads:
        if head.target.kind != "none" and len(head.prediction) != len(tree.flatten(measured.inputs)[0]):
            because = (
                f"{len(tree.flatten(measured.inputs)[0])} samples went in, {len(head.prediction)} predictions came out"
            )
            cause = Cause("samples-mixed-across-batch", because, "model.py: reshape(-1, …), transpose")
            return failed(name, f"{len(head.prediction)} rows", "one prediction a sample", cause)
    wrong = [(head, heads.mismatch(head)) for head in measured.heads]
    wrong = [(head, fault) for head, fault in wrong if fault]
    if not wrong:
        if all(head.loss is None or head.target.kind == "none" for head in measured.heads):
            return skipped(name, "an own loss: what shape it wants is not known")
        return passed(name, shapes(measured.heads), "the declared targets")
    head, (expected, causes, certain) = wrong[0]
    if len(causes) > 1 and set(head.prediction.shape[1:-1]) & set(measured.recurrent):
        causes = sorted(causes, key=lambda cause: cause.cause != "wrong-timestep-pooled")
    return (failed if certain else warned)(name, str(head.prediction.shape[1:]), expected, *causes)


def shapes(some):
    return ", ".join(str(head.prediction.shape[1:]) for head in some)


def output_range(measured):
    name = "output-range"
    judged = [head for head in measured.heads if head.loss is not None]
    if not judged:
        return skipped(name, "an own loss: what it takes a prediction for is not known")
    for head in judged:
        if fault := heads.misread(head):
            what, causes, certain = fault
            return (failed if certain else warned)(name, what, f"what {head.loss.name} expects", *causes)
    extents = ", ".join(f"{head.prediction.min():.3g} to {head.prediction.max():.3g}" for head in judged)
    return passed(name, extents, "what the loss expects")


def outputs_finite(measured):
    """Only likely: made-up inputs may lie outside of what a root or a logarithm in the network is meant for."""
    name = "outputs-finite"
    broken = [
        call.layer.name
        for call in measured.calls
        if any(np.isnan(ops.convert_to_numpy(out).astype("float32")).any() for out in call.outputs)
    ]
    if not broken:
        return passed(name, "finite", "no NaN in any layer")
    return warned(name, f"NaN in {broken[0]}", "no NaN", reason="on random inputs; its real ones are seen later")


def repeatable(measured):
    name = "repeatable"
    apart, seeded = measured.repeated
    if apart == 0:
        return passed(name, 0, "two calls agree")
    dropping = [call.layer.name for call in measured.calls if drops(call)]
    if dropping:
        because = f"two predictions of one batch differ by {apart:.2g}: {dropping[0]} draws in inference too"
        return warned(name, apart, "0", Cause("dropout-misused", because, f"model.py: {dropping[0]}, training=True"))
    augmenting = [call.layer.name for call in measured.calls if type(call.layer).__name__.startswith("Random")]
    if augmenting:
        because = f"two predictions of one batch differ by {apart:.2g}: {augmenting[0]} augments in inference too"
        return failed(name, apart, "0", Cause("validation-augmented", because, f"model.py: {augmenting[0]}"))
    if seeded == 0:
        return Finding(
            "pass", apart, "0, or a model that samples", reason="the model draws; its seed is held below", check=name
        )
    return skipped(name, "the model draws in inference, from a generator that cannot be set back")


def drops(call):
    """Whether a call answers its input with some values set to 0 and the others enlarged, or with noise."""
    if not call.inputs or not call.outputs or call.inputs[0].shape != call.outputs[0].shape:
        return False
    before, after = (ops.convert_to_numpy(part[0]).astype("float32") for part in (call.inputs, call.outputs))
    if isinstance(call.layer, layers.GaussianNoise | layers.GaussianDropout | layers.AlphaDropout):
        return not np.array_equal(before, after)
    factors = after[before != 0] / before[before != 0]
    kept = factors[factors != 0]
    return bool(kept.size and kept.size < factors.size and kept.min() > 1.001 and np.ptp(kept) < 1e-3 * kept.max())


def samples_apart(measured):
    """Disturb one row: no other moves, exactly. Healthy networks show 0, mixed ones 4e-4 to 0.7."""
    name = "samples-apart"
    if measured.repeated[1] > 0:
        return skipped(name, "the model draws in inference, so that any two predictions differ")
    if measured.coupled:
        return skipped(name, "the output has the batch as a second axis: samples are compared on purpose")
    moved = measured.rows_moved
    if moved == 0:
        return passed(name, 0, "exactly 0")
    because = f"disturbing one sample moves the prediction of another by {moved:.2g}, in inference mode"
    look = "model.py: reshape, transpose, softmax or mean over axis 0"
    causes = Cause("samples-mixed-across-batch", because, look), Cause("softmax-over-wrong-axis", because, look)
    return failed(name, moved, "exactly 0", *causes)


def sees_no_future(measured):
    name = "sees-no-future"
    if measured.steps is None:
        return skipped(name, "targets are not one for each time step of the input")
    if not measured.causal_claims:
        return skipped(name, "nothing claims to be causal: say `causal: true` in conf/model to have it checked")
    if measured.repeated[1] > 0:
        return skipped(name, "the model draws in inference, so that any two predictions differ")
    if measured.future < 1e-4:  # rounding reaches 1e-6; a leak 1e-2 and more
        return passed(name, measured.future, "< 1e-4 of the output")
    because = (
        f"disturbing later steps moves earlier outputs by {measured.future:.2g} of their size, "
        f"though the model claims to look back only ({measured.causal_claims[0]})"
    )
    return failed(
        name, measured.future, "< 1e-4", Cause("sequence-sees-future", because, "model.py: masks, padding, shifts")
    )


def trains_whole_step(measured):
    """A train_step of one's own forgets easily what Keras' does."""
    name = "train-step"
    if not heads.own_step(measured.model):
        return skipped(name, "Keras' own train_step")
    states = measured.training.state_moved
    look = "model.py: train_step"
    if states and not any(states.values()):
        because = f"training steps leave {next(iter(states))} as it is: the network is called without training=True"
        return failed(name, "as in inference", "training=True", Cause("train-step-incomplete", because, look))
    if measured.training.penalties_ignored:
        because = "the gradients are the same with and without the layers' penalties: model.losses is not in the loss"
        return failed(name, "no penalties", "model.losses added", Cause("train-step-incomplete", because, look))
    return passed(name, "trains", "training=True, penalties, updates")


def weights_move(measured):
    """Every kernel moves within some tens of steps. A bias may cancel, a gate hold others back for a step or two."""
    name = "weights-move"
    training = measured.training
    if not training.finite:
        return skipped(name, "training on made-up targets is not finite; what the real ones do is seen later")
    if training.uncalled:
        because = f"{training.uncalled[0]} is made but never called"
        cause = Cause("weights-not-trained", because, f"model.py: {training.uncalled[0]}")
        return failed(name, ", ".join(training.uncalled), "every layer called", cause)
    still = training.still
    if not still:
        return passed(name, f"all {len(training.kernels)} kernels", f"within {moving.UPDATES} steps")
    free = [kernel for kernel in still if not kernel.frozen]
    if free:
        return failed(name, f"{len(free)} of {len(training.kernels)} stay", "all move", *why_still(measured, free))
    untrained = [kernel for kernel in still if kernel.random]
    if not untrained:
        return passed(name, f"all but {len(still)} frozen ones", "frozen weights are loaded ones")
    because = f"{untrained[0].path} is frozen, at numbers that were drawn, not loaded"
    cause = Cause("weights-not-trained", because, f"model.py: trainable of {untrained[0].path.rpartition('/')[0]}")
    every = len(untrained) == len(training.kernels)
    # Random features and reservoirs are frozen on purpose, so this alone is no certain fault.
    return (failed if every else warned)(name, f"{len(untrained)} frozen", "all move", cause)


def why_still(measured, still):
    """Causes of kernels that do not move, the likeliest first."""
    first = still[0]
    look = f"model.py: {first.path.rpartition('/')[0]}, and what comes after it"
    several = f" (and {len(still) - 1} more)" if len(still) > 1 else ""
    said = f"{first.path}{several} has not moved in {moving.UPDATES} steps"
    equal = [kernel for kernel in still if kernel.equal and kernel.sloped]
    zeros = Cause("symmetric-initialization", f"{said}; its numbers all are the same", "conf/initializer")
    blocked = Cause("gradient-blocked", f"{said}; drawn anew it changes predictions, but no gradient reaches it", look)
    unused = Cause("weights-not-trained", f"{said}; no prediction depends on it", look)
    left_out = Cause("train-step-incomplete", f"{said}, though predictions have a gradient with respect to it", look)
    silent = f"; {measured.silent[0]} answers 0 to every sample" if measured.silent else ""
    dead = Cause("dead-units", f"{said}{silent}", look)
    if not equal and "recurrent_kernel" in first.path and not first.touches:
        early = Cause("wrong-timestep-pooled", f"{said}: the output is taken before anything is remembered", look)
        return (early, unused)
    if equal:
        return (zeros, dead)
    if silent and measured.half:
        half = f"{said}{silent}, and {measured.half} computes in half precision, which ends at 65,504"
        return (Cause("half-precision-overflow", half, look), dead)
    if silent:
        return (dead, blocked)
    if first.sloped and heads.own_step(measured.model):
        return (left_out, Cause("weights-not-trained", said, look))
    if first.sloped:
        return (dead, zeros, Cause("vanishing-gradient", said, look))
    return (blocked, unused) if first.touches else (unused, blocked)


def bends(measured):
    name = "not-affine"
    if any(not reach.floats(leaf) for leaf in tree.flatten(measured.inputs)):
        return skipped(name, "integers go in: there is nothing between two of them")
    if measured.repeated[1] > 0:
        return skipped(name, "the model draws in inference")
    bend, depth = measured.bend
    if bend > AFFINE or not math.isfinite(bend):
        return passed(name, bend, f"> {AFFINE:g}")
    if depth < 1.5:
        return passed(name, "affine, in one weight layer", "a linear model, on purpose")
    narrow = min(row_units(measured), default=math.inf)
    ends = min(measured.input_size, measured.output_size)
    because = (
        f"{depth:.0f} weight layers in a row answer like a single one: f of a mean is the mean of f, to {bend:.0e}"
    )
    cause = Cause("no-nonlinearity", because, "model.py: activation of the hidden layers")
    if narrow < ends:  # a narrow middle is a choice: principal components, a product of two small matrices
        return passed(name, f"affine, through {narrow} units", "a bottleneck")
    return failed(name, bend, f"> {AFFINE:g}", cause)


def row_units(measured):
    """Values a sample that leave each weight layer but the last."""
    sizes = [math.prod(call.outputs[0].shape[1:]) for call in measured.calls if call.kernel and call.outputs]
    return sizes[:-1]


def hidden_softmax(measured):
    """A softmax whose answer is multiplied by weights again; inside attention or as a gate it is not."""
    name = "hidden-softmax"
    for index, call in enumerate(measured.calls):
        if not call.outputs or not (call.kernel or isinstance(call.layer, layers.Softmax | layers.Activation)):
            continue
        answer = ops.convert_to_numpy(call.outputs[0])
        if answer.ndim < 2 or not heads.sums_to_one(answer.astype("float32"), -1, 1e-3):
            continue
        reader = weighted_reader(measured.calls[index:], call.outputs[0])
        if reader:
            because = (
                f"{call.layer.name} answers {answer.shape[-1]} shares that sum to 1, and {reader} weighs them again"
            )
            cause = Cause("softmax-hidden-activation", because, f"model.py: activation of {call.layer.name}")
            # As many shares as outputs or fewer may be a mixture or a first guess; more are an activation.
            wide = answer.shape[-1] > measured.units
            return (failed if wide else warned)(name, call.layer.name, "no softmax between layers", cause)
    return passed(name, "none")


def weighted_reader(later, tensor):
    """Name of the layer with weights that a tensor reaches through layers without."""
    reached = {id(tensor)}
    for call in later[1:]:
        if any(id(part) in reached for part in call.inputs):
            if isinstance(call.layer, layers.Dense) or "Conv" in type(call.layer).__name__:
                return call.layer.name
            if isinstance(call.layer, PASSIVE):
                reached |= {id(part) for part in call.outputs}
    return None


def reads_whole_input(measured):
    name = "reads-whole-input"
    if measured.repeated[1] > 0:
        return skipped(name, "the model draws in inference")
    if not measured.maps:
        return skipped(name, "too many integers to disturb one by one")
    if not any(part.any() for part in measured.maps):
        because = "no prediction depends on anything that goes in, whatever the weights"
        return failed(
            name, "nothing", "every input", Cause("gradient-blocked", because, "model.py: between input and output")
        )
    read = min(measured.maps, key=lambda part: np.mean(part != 0)) != 0
    share = f"{read.mean():.0%}"
    if read.all():
        return passed(name, share, "most of the input")
    steps = np.flatnonzero(read.reshape(len(read), -1).any(axis=1))
    late = len(read) - 1 - steps.max() if len(steps) else len(read)
    if measured.steps is None and read.ndim <= 2 and not measured.tabular and late >= UNREAD * len(read):
        because = f"the last {late} of {len(read)} time steps change no prediction: the output is taken too early"
        cause = Cause("wrong-timestep-pooled", because, "model.py: return_sequences, the step that is picked")
        return failed(name, share, "the last steps too", cause)
    if 1 - read.mean() < UNREAD and not measured.tabular:
        return passed(name, share, "most of the input")
    because = f"{1 - read.mean():.0%} of the input's values change no prediction"
    causes = (
        Cause("gradient-blocked", because, "model.py"),
        Cause("feature-map-shrunk-away", because, "model.py: strides"),
    )
    return warned(name, share, "most of the input", *causes)


def maps_keep_size(measured):
    """A kernel wider than the map it reads multiplies zeros with most of its weights."""
    name = "maps-keep-size"
    for call in measured.calls:
        size = getattr(call.layer, "kernel_size", None)
        if not size or "Transpose" in type(call.layer).__name__ or not call.inputs:
            continue
        space = spatial(call.layer, call.inputs[0].shape)
        if math.prod(space) == 1 and math.prod(size) > 1 and measured.largest_map > 8:
            because = f"{call.layer.name} has a kernel of {size} on a map of size {space}: only its middle meets values"
            cause = Cause("feature-map-shrunk-away", because, "model.py: strides and pooling before it")
            return failed(name, str(space), "a map larger than 1", cause)
    return passed(name, "no kernel outgrows its map")


def spatial(layer, shape):
    return tuple(shape[2:] if getattr(layer, "data_format", "") == "channels_first" else shape[1:-1])


def batchnorm_fits(measured):
    name = "batchnorm"
    norms = [call for call in measured.calls if isinstance(call.layer, layers.BatchNormalization)]
    if not norms:
        return skipped(name, "no BatchNormalization")
    for call in norms:
        axis, rank = call.layer.axis, len(call.inputs[0].shape)
        maker = next((c for c in measured.calls if any(out is call.inputs[0] for out in c.outputs)), None)
        if maker and maker.kernel and getattr(maker.layer, "data_format", "channels_last") == "channels_last":
            if rank > 2 and axis % rank != rank - 1 and not isinstance(maker.layer, layers.MultiHeadAttention):
                because = (
                    f"{call.layer.name} normalizes along axis {axis}, {maker.layer.name}'s channels are the last one"
                )
                cause = Cause("batchnorm-wrong-axis", because, f"model.py: axis of {call.layer.name}")
                return failed(name, f"axis {axis}", "axis -1", cause)
        if rank == 2 and measured.cfg.training.batch_size == 1:
            because = f"{call.layer.name} normalizes batches of one sample, so that it answers a constant in training"
            cause = Cause("batchnorm-on-one-sample", because, "conf/training: batch_size")
            return failed(name, "batches of 1", "several samples", cause)
    biased = [c.layer.name for c in measured.calls if getattr(c.layer, "use_bias", False) and feeds(c, norms)]
    if biased:
        # Very common, and without harm: said, not warned of (spurious-bias).
        note = f"the bias of {', '.join(biased[:3])} does nothing before a BatchNormalization"
        return Finding("pass", f"{len(norms)} layers", "over channels", reason=note, check=name)
    return passed(name, f"{len(norms)} layers", "over channels")


def feeds(call, readers):
    return any(out is part for out in call.outputs for reader in readers for part in reader.inputs)


def dropout_fits(measured):
    name = "dropout"
    drops = [call for call in measured.calls if isinstance(call.layer, layers.Dropout) and call.layer.rate > 0]
    if not drops:
        return skipped(name, "no Dropout")
    ends = {id(leaf) for leaf in tree.flatten(measured.answer)}
    last = [call.layer.name for call in drops if any(id(out) in ends for out in call.outputs)]
    if last:
        because = f"{last[0]} is the last layer: in training it sets predictions to 0"
        certain = any(head.loss is not None for head in measured.heads)
        cause = Cause("dropout-misused", because, f"model.py: {last[0]}")
        return (failed if certain else warned)(name, last[0], "not on the output", cause)
    rate, most = max((call.layer.rate, call.layer.name) for call in drops)
    if rate > 0.8:  # published rates end at 0.8; 0.9 is most often meant as what is kept
        because = f"{most} drops {rate:.0%} of its units; some libraries state the share that is kept"
        return warned(name, rate, "at most 0.8", Cause("dropout-misused", because, f"model.py: {most}"))
    return passed(name, rate, "at most 0.8")


def reshapes_keep_axes(measured):
    """Equal lengths may meet by chance, so this is a hint; `look` sees torn data, `samples-apart` torn batches."""
    name = "reshapes-keep-axes"
    torn = [(where, a, b) for where, a, b in measured.reshapes if reach.torn_axes(a, b)]
    if not torn:
        return passed(name, f"{len(measured.reshapes)} reshapes")
    where, before, after = torn[0]
    because = f"{where} makes {after} of {before}: the same lengths in another order, and values cut out of their rows"
    cause = Cause("reshape-where-transpose-meant", because, f"model.py: {where}; ops.transpose or Permute moves axes")
    return warned(name, f"{before} → {after}", "axes that stay together", cause)


def padding_hidden(measured):
    name = "padding-hidden"
    moved = measured.padding_moves
    if moved is None:
        return skipped(name, "no layer masks padding")
    if moved < 1e-5:
        return passed(name, moved, "0")
    because = (
        f"mask_zero is set, and yet the numbers that stand for padding move predictions by {moved:.2g} of their size"
    )
    cause = Cause("padding-not-masked", because, "model.py: a layer behind the Embedding drops the mask")
    return warned(name, moved, "0", cause)


CHECKS = (
    blocks_written,
    tokens_are_integers,
    batch_of_seven,
    output_contract,
    output_range,
    outputs_finite,
    repeatable,
    samples_apart,
    sees_no_future,
    weights_move,
    trains_whole_step,
    bends,
    hidden_softmax,
    reads_whole_input,
    maps_keep_size,
    batchnorm_fits,
    dropout_fits,
    reshapes_keep_axes,
    padding_hidden,
)
