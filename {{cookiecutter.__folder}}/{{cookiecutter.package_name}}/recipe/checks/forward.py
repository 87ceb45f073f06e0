"""MACHINERY. Rung `forward`: is this the network the paper means? Asked of inputs made up from the declared shapes."""

import contextlib
import functools

import numpy as np
from keras import layers, ops, tree

from ..keras_side import backend
from ..measure import heads, layer_calls, perturb, training_steps
from ..measure.measuring import Measuring
from ..measure.misread import always_one
from ..prepare import batches, nested, samples
from ..run.program import RANDOM_SAMPLES
from . import architecture, as_claimed, by_hand, head_and_loss, model_meets_data, predictions_compared
from .check import CONTRACT, check
from .verdicts import fails, fails_unless, passes, skips, warns


class Measured(Measuring):
    """What several checks look at, each measured when first asked for."""

    def new(self):
        """The network as train.py compiles it; a schedule gets numbers of steps as good as any, without the data."""
        epochs, most = self.cfg.training.epochs, self.cfg.training.max_steps
        each = self.cfg.training.get("steps_per_epoch") or max(1, (most or 100 * epochs) // epochs)
        return self.program.compiled(plan=batches.Plan(None, None, None, epochs, each, 1))

    @functools.cached_property
    def model(self):
        return self.new()

    @functools.cached_property
    def fixed(self):
        """The number of samples that the model insists on; None if it takes any."""
        with contextlib.suppress(AttributeError, IndexError, TypeError, ValueError):  # a subclassed one does not say
            return tree.flatten(self.model.inputs)[0].shape[0]

    @functools.cached_property
    def inputs(self):
        return self.program.random_inputs(self.model, self.fixed or RANDOM_SAMPLES)

    @functools.cached_property
    def read(self):
        """Which values of each input any prediction depends on, as perturb.read."""
        return perturb.read(self.model, self.inputs)

    @functools.cached_property
    def called(self):
        """(the layers' calls, the answer, the exception of a crash or None), see layer_calls.until_crash."""
        return layer_calls.until_crash(self.model, self.inputs)

    @property
    def calls(self):
        return self.called[0]

    @property
    def answer(self):
        return self.called[1]

    @property
    def embedded(self):
        return layer_calls.embedded(self.calls)

    @functools.cached_property
    def heads(self):
        """The outputs as heads.Head; empty where outputs and declared targets are not nested alike."""
        targets, predictions = self.program.targets, perturb.predict(self.model, self.inputs)
        possible = perturb.possible(self.model, self.inputs)
        asked = not heads.own_step(self.model) or training_steps.asks_loss(self.new(), self.program, self.inputs)
        losses = heads.loss_by_head(self.model, targets, asked)
        pairs = nested.paired(tree.pack_sequence_as(self.answer, list(range(len(predictions)))), targets)
        return [
            heads.Head(name, target, loss, predictions[number], possible[number])
            for (name, number, target), loss in zip(pairs, losses, strict=False)
        ]

    @functools.cached_property
    def incomparable(self):
        """Why no two predictions can be compared, in words; empty where they can."""
        once, again = (perturb.predict(self.model, self.inputs) for _ in range(2))
        if perturb.gap(once, again):
            return "the model draws in inference, from a generator that cannot be set back"
        answers = [*once, *training_steps.arrays(out for call in self.calls for out in call.outputs)]
        # A relu may hide it from the predictions. Infinities are masks.
        odd = any(np.isnan(part.astype("float32")).any() for part in answers) or not np.isfinite(once[0]).all()
        return "of made-up inputs something is not a number" if odd else ""

    @property
    def steps(self):
        """Time steps, where input and output have one axis of them in common, and targets too; else None."""
        lengths = {leaf.shape[1] for leaf in tree.flatten(self.inputs) if 2 <= leaf.ndim <= 3}
        for head in self.heads:
            shape = head.target.shape
            if len(shape) in (1, 2) and shape[0] in lengths and head.prediction.shape[1:2] == shape[:1]:
                return shape[0]
        return None

    @functools.cached_property
    def training(self):
        """A fresh network after some steps on made-up samples and targets: training_steps.Training."""
        return training_steps.Training(self.new(), self.program, self.fixed or training_steps.SAMPLES)

    @functools.cached_property
    def some(self):
        """(inputs, targets) of some training samples; None where there are none yet."""
        with contextlib.suppress(Exception):  # what is wrong with the data, `look` says
            return samples.some(self.data.train, self.fixed or training_steps.SAMPLES)

    @functools.cached_property
    def still_on_data(self):
        """Places of the kernels that stay when the batch is the data's; None where there is none yet."""
        with contextlib.suppress(Exception):
            return self.some and training_steps.Training(self.new(), self.program, 0, self.some).places


@check("any-batch-size", CONTRACT, causes="samples-mixed-across-batch")
def any_batch_size(m):
    """Whether a batch of 7 samples passes: a reshape that merges samples lets only certain numbers of them through."""
    error = m.called[2]
    if error is None:
        return passes(f"{m.fixed or RANDOM_SAMPLES} samples pass")
    with contextlib.suppress(Exception):
        model = m.new()
        model(backend.tensors(m.program.random_inputs(model, 60)), training=False)  # which has many divisors
        message = str(error).strip().splitlines()[0]
        because = f"7 samples break the network and 60 do not: an axis of the batch is merged ({message})"
        return fails("breaks", "a batch of 7 passes", {"samples-mixed-across-batch": because})
    raise error


@check(
    "output-contract",
    CONTRACT,
    causes="""
    feature-map-not-flattened wrong-timestep-pooled fewer-units-than-classes more-units-than-classes
    softmax-on-one-unit-categorical class-labels-with-binary-crossentropy mse-for-classification
    label-encoding-mismatch samples-mixed-across-batch loss-broadcasts
""",
)
def output_contract(m):
    """Whether each output has the shape that its declared target and loss ask for: Keras may broadcast another one."""
    if not m.heads:
        return skips("the network's outputs and the declared targets are not nested alike")
    judged = [head for head in m.heads if head.loss and head.target.kind != "none"]
    if not judged:
        return skips("an own loss: what shape it wants is not known")
    number = len(tree.flatten(m.inputs)[0])
    recurrent = [call.inputs[0].shape[1] for call in m.calls if isinstance(call.layer, layers.RNN) and call.inputs]
    for head in judged:
        if len(head.prediction) != number:
            because = f"{number} samples went in, {len(head.prediction)} predictions came out"
            return fails(because, "one prediction a sample", {"samples-mixed-across-batch": because})
        if number in head.prediction.shape[1:] and number not in (*head.target.sizes, head.target.classes):
            because = (
                f"of {number} samples each has {head.prediction.shape[1:]} answers, one for each sample of the batch"
            )
            causes = dict.fromkeys(("samples-mixed-across-batch", "loss-broadcasts"), because)
            return fails(f"{head.name} {head.prediction.shape[1:]}".strip(), "answers to one sample", causes)
        if fault := head_and_loss.mismatch(head, recurrent):
            expected, causes, certain = fault
            return (fails if certain else warns)(f"{head.name} {head.prediction.shape[1:]}".strip(), expected, causes)
    return passes(", ".join(str(head.prediction.shape[1:]) for head in m.heads), "the declared targets")


@check("output-range", CONTRACT, causes=" ".join(sorted(head_and_loss.MISREAD_CAUSES)))
def output_range(m):
    """Whether each output is what its loss takes it for, logits or probabilities: else it learns badly, or nothing."""
    for head in m.heads:
        if always_one(head.possible):
            said = "every prediction is exactly 1, whatever goes in and whatever the weights: a softmax over one unit"
            return fails(f"{head.name} always 1".strip(), "what goes in shows", {head_and_loss.one_unit(head): said})
    judged = [head for head in m.heads if head.loss]
    if not judged:
        return skips("an own loss: what it takes a prediction for is not known")
    for head in judged:
        if fault := head_and_loss.misread(head):
            measured, causes, certain = fault
            judge, measured = fails if certain else warns, f"{head.name} {measured}".strip()
            return judge(measured, f"what {head.loss.name} expects", causes)
    extents = ", ".join(f"{head.prediction.min():.3g} to {head.prediction.max():.3g}" for head in judged)
    return passes(extents, "what the loss expects")


@check(
    "weights-move",
    CONTRACT,
    causes="""
    weights-not-trained symmetric-initialization dead-units wrong-timestep-pooled half-precision-overflow
    gradient-blocked train-step-incomplete vanishing-gradient wrong-mask term-missing
""",
)
def weights_move(m):
    """Whether some tens of training steps move every kernel: one that stays is frozen, unused or gets no gradient.

    A bias may rightly stay, and a gate may hold others back for a step or two.
    """
    training = m.training
    if not training.finite:
        return skips("training on made-up targets is not finite; what the real ones do is seen later")
    if training.uncalled:
        because = f"{training.uncalled[0]} is made but never called"
        return fails(", ".join(training.uncalled), "every layer called", {"weights-not-trained": because})
    free = [kernel for kernel in training.still if kernel.trainable]
    stay = m.still_on_data if free else set()  # a mask of made-up inputs may leave one step, a unit be silent to them
    if free and stay is not None:
        both = training.places & stay
        free = [kernel for place, kernel in enumerate(training.kernels) if place in both and kernel.trainable]
    if free:
        causes = why_still(m, free)
        unseen = stay is None and id(free[0]) not in training.sloped and not training.touches(free[0])
        judge = warns if unseen or next(iter(causes)) == "dead-units" else fails
        return judge(f"{len(free)} of {len(training.kernels)} kernels stay", "all move", causes)
    frozen = [kernel for kernel in training.still if not kernel.trainable]
    drawn = training.drawn(frozen) if frozen else []
    if not drawn:
        loaded = f", {len(frozen)} of them frozen as they were loaded or copied" if frozen else ""
        return passes(f"all {len(training.kernels)} kernels{loaded}", f"within {training_steps.UPDATES} steps")
    causes = {"weights-not-trained": f"{drawn[0].path} is frozen, at numbers that were drawn, not loaded"}
    # Random features, reservoirs and networks that train their normalizations alone are frozen on purpose.
    return (warns if training.model.trainable_variables else fails)(f"{len(drawn)} frozen", "all move", causes)


def why_still(m, still):
    """{cause: evidence} of kernels that do not move, the likeliest first."""
    training, first = m.training, still[0]
    sloped, touches, own_step = id(first) in training.sloped, training.touches(first), heads.own_step(m.model)
    equal = any(id(kernel) in training.sloped and np.ptp(ops.convert_to_numpy(kernel)) == 0 for kernel in still)
    early = "recurrent_kernel" in first.path and not touches
    answers = [(call.layer.name, call.outputs) for call in m.calls if call.outputs]
    zeros = next(
        (f"{name} answers 0 to all" for name, outs in answers if not any(map(np.any, training_steps.arrays(outs)))), ""
    )
    answers += [(part.name, tree.flatten(part.output)) for part in getattr(m.model, "operations", [])]
    kinds = [(name, str(out.dtype)) for name, outs in answers for out in outs]
    half = next((name for name, kind in kinds if "float16" in kind and "bfloat16" not in kind), "")
    overflow = f"{zeros}, and {half} computes in half precision, which ends at 65,504"
    untouched = "drawn anew it changes predictions, but no gradient reaches it"
    for holds, evidence, *causes in (
        (equal, "its numbers all are the same", "symmetric-initialization", "dead-units"),
        (early, "the output is taken before anything is remembered", "wrong-timestep-pooled", "weights-not-trained"),
        (zeros and half, overflow, "half-precision-overflow", "dead-units"),
        (zeros, zeros, "dead-units", "gradient-blocked"),
        (sloped and own_step, "predictions depend on it", "train-step-incomplete", "weights-not-trained"),
        (sloped and training.deaf, "the loss is the same whatever is predicted", "wrong-mask", "term-missing"),
        (sloped, "its gradient is 0", "dead-units", "vanishing-gradient"),
        (touches, untouched, "gradient-blocked", "weights-not-trained"),
        (True, "no prediction depends on it", "weights-not-trained", "gradient-blocked"),
    ):
        if holds:
            several = f" (and {len(still) - 1} more)" if len(still) > 1 else ""
            return dict.fromkeys(causes, f"{first.path}{several} stays for {training_steps.UPDATES} steps; {evidence}")


@check("train-step", CONTRACT, causes="train-step-incomplete")
def train_step(m):
    """Whether a train_step of one's own trains in training mode and with all penalties, as Keras' own does."""
    if not heads.own_step(m.model):
        return skips("Keras' own train_step")
    if m.training.stuck:
        because = f"training steps leave {m.training.stuck} as it is: the network is called without training=True"
        return fails("as in inference", "training=True", {"train-step-incomplete": because})
    because = "the gradients are the same without what the layers add to the loss: model.losses is not in it"
    ignored = m.training.ignores_penalties
    return fails_unless(not ignored, "no penalties" if ignored else "whole", "", {"train-step-incomplete": because})


CHECKS = (
    as_claimed.open_questions,
    by_hand.of_model,
    model_meets_data.tokens,
    any_batch_size,
    output_contract,
    output_range,
    predictions_compared.repeatable,
    predictions_compared.noise_fresh,
    predictions_compared.samples_apart,
    predictions_compared.sees_no_future,
    weights_move,
    train_step,
    predictions_compared.not_affine,
    architecture.hidden_softmax,
    predictions_compared.inputs_read,
    predictions_compared.reads_whole_input,
    architecture.maps_keep_size,
    architecture.batchnorm,
    architecture.dropout,
    architecture.reshapes_keep_axes,
    architecture.one_data_format,
    architecture.calls_differ,
    as_claimed.as_the_paper_says,
    as_claimed.symmetries,
)
