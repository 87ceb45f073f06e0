"""MACHINERY. What can be changed from outside to see whether a cause is the cause.

A mend takes one cause away. A treatment helps against much, as another optimizer does: that it helps says on which side
the fault lies, and proves nothing.
"""

import logging

from . import arrays, layers, settings

log = logging.getLogger(__name__)
MENDS = {
    # Loss and output head
    "softmax-twice": (settings.other_logits, layers.fitting_head),
    "sigmoid-twice": (settings.other_logits, layers.fitting_head),
    "logits-taken-as-probabilities": (settings.other_logits, layers.fitting_head),
    "unbounded-output-with-binary-crossentropy": (settings.other_logits, layers.fitting_head),
    "softmax-on-one-unit": (layers.fitting_head,),
    "softmax-on-one-unit-categorical": (layers.question_head,),
    "softmax-on-regression": (layers.fitting_head,),
    "relu-on-signed-target": (layers.fitting_head,),
    "bounded-output-unbounded-target": (layers.fitting_head,),
    "sigmoid-for-single-label": (layers.fitting_head,),
    "softmax-for-multi-label": (layers.fitting_head,),
    "relu-before-softmax": (layers.fitting_head,),
    "softmax-over-wrong-axis": (layers.fitting_head,),
    "fewer-units-than-classes": (layers.units_of_classes,),
    "more-units-than-classes": (layers.units_of_classes,),
    "class-labels-with-binary-crossentropy": (layers.classes_head,),
    "labels-not-from-zero": (arrays.labels_from_zero,),
    "mse-for-classification": (settings.loss_of_classes,),
    "crossentropy-on-real-target": (settings.loss_of_values,),
    "label-encoding-mismatch": (settings.loss_of_classes, settings.loss_of_one_hot),
    "loss-broadcasts": (arrays.targets_as_predictions,),
    "loss-sign-flipped": (settings.turned_loss,),
    "loss-summed-not-averaged": (settings.mean_loss,),
    # Data
    "inputs-not-scaled": (arrays.standard_inputs,),
    "inputs-scaled-twice": (arrays.standard_inputs,),
    "validation-scaled-differently": (arrays.validation_as_training,),
    "targets-not-scaled": (arrays.standard_targets,),
    "data-not-finite": (arrays.finite_rows,),
    "sorted-then-split": (arrays.split_anew,),
    # Model
    "vanishing-gradient": (layers.rectified(layers.SATURATING, "rectifiers in the place of sigmoids and tanhs"),),
    "softmax-hidden-activation": (layers.rectified(("softmax", "sigmoid"), "rectifiers in the place of softmaxes"),),
    "no-nonlinearity": (layers.rectified(("linear",), "rectifiers where layers have no activation"),),
    "dead-units": (layers.without_biases, layers.drawn_anew),
    "symmetric-initialization": (settings.usual_initializer, layers.drawn_anew),
    "initialization-too-large": (settings.usual_initializer, layers.drawn_anew),
    "weights-not-trained": (layers.all_trained,),
    "batchnorm-train-inference-gap": (layers.quick_statistics,),
    "batchnorm-wrong-axis": (layers.last_axis,),
    "half-precision-overflow": (layers.full_precision,),
    "dropout-misused": (layers.no_dropout,),
    "augmentation-breaks-label-or-range": (layers.no_augmentation,),
    "wrong-loss-weights": (layers.nothing_added,),
    "regularization-overwhelms": (layers.no_penalty,),
    # Optimizer and protocol
    "adam-epsilon-wrong": (settings.usual_epsilon,),
    "gradient-clipped-away": (settings.no_clipping,),
    "schedule-reaches-zero": (settings.rate_by_epoch, settings.constant_rate),
    "early-stopping-misused": (settings.no_early_stopping,),
    "other-weights-evaluated": (settings.last_weights,),
    "batch-size-wrong": (settings.usual_batch,),
    "train-step-incomplete": (layers.keras_step,),
}
TREATMENTS = {
    "learning-rate-too-high": (settings.usual_rate, settings.times(0.1)),
    "learning-rate-too-low": (settings.usual_rate, settings.times(10)),
    "optimizer-wrong": (settings.adam,),
    "too-few-epochs": (settings.four_times,),
    "capacity-too-small": (layers.wider,),
}
# After these a figure is of other targets, or another loss: that it reaches what was claimed says nothing.
OTHER_FIGURES = (
    *("targets-not-scaled", "labels-not-from-zero", "loss-broadcasts", "loss-sign-flipped"),
    *("loss-summed-not-averaged", "mse-for-classification", "crossentropy-on-real-target", "label-encoding-mismatch"),
)
# Tried even where nobody has named the cause: first what a program says by itself that it does unlike the usual one,
# and then, after the treatments, what may hinder any program.
WRITTEN = (
    *("train-step-incomplete", "batchnorm-train-inference-gap", "half-precision-overflow"),
    *("adam-epsilon-wrong", "gradient-clipped-away", "schedule-reaches-zero"),
    *("regularization-overwhelms", "dropout-misused", "augmentation-breaks-label-or-range"),
)
ANY = (
    *("targets-not-scaled", "inputs-not-scaled", "vanishing-gradient", "relu-before-softmax"),
    *("symmetric-initialization", "weights-not-trained"),
)


def changes(causes, seen, table):
    """[(those causes that it takes away, Change)] of the table's rows that apply, in the order of the causes."""
    found = {}
    for cause in causes:
        for change in filter(None, (made(mend, seen) for mend in table.get(cause, ()))):
            found.setdefault(change.words, ([], change))[0].append(cause)
    return list(found.values())


def made(mend, seen):
    """A mend's Change; None where it does not apply, or the network is of a kind that it cannot change."""
    try:
        return mend(seen)
    except Exception:
        log.debug("%s does not apply", mend, exc_info=True)
        return None
