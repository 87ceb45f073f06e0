"""MACHINERY. What keeps a whole training from learning: what a setting gives away, and how far a step moves."""

import keras

from ..keras_side import private
from . import limits, why_not_learnt


def dropped(m):
    rates = [layer.rate for layer in private.layers_of(m.model) if isinstance(layer, keras.layers.Dropout)]
    most = max(rates, default=0)
    return "" if limits.DROPOUT.holds(most) else f"a Dropout lets {1 - most:.0%} through"


def one_batch(m):
    alone = m.program.plan.batches.batches_per_pass == 1
    return "each step sees all samples: the batch holds them" if alone and too_short(m) else ""


def too_short(m):
    steps = m.program.plan.steps
    return "" if limits.FEW_STEPS.holds(steps) else f"the whole training has {steps} steps"


SETTINGS = {
    **why_not_learnt.SETTINGS,
    "dropout-misused": dropped,
    "batch-size-wrong": one_batch,
    "too-few-epochs": too_short,
}
RATES = ("learning-rate-too-high", "learning-rate-too-low")
OF_SETTINGS = " ".join(SETTINGS)
NOT_LEARNT = " ".join((*SETTINGS, *RATES, "optimizer-wrong"))


def settings(m):
    """Causes that a setting itself gives away."""
    return why_not_learnt.found(SETTINGS, m)


def not_learnt(m):
    """Why a loss diverges or stands still: what a setting gives away first, then how far a step moves."""
    step = m.updates.largest
    because = f"a step moves the weights by {step:.1g} of their norm; 1e-3 is usual"
    rates = RATES if limits.STEP_SMALL.holds(step) else RATES[::-1]
    if not limits.STEP_HUGE.holds(step):
        rates = RATES[:1]
    return {
        **settings(m),
        **dict.fromkeys(rates, because),
        "optimizer-wrong": "another optimizer may learn it",
    }
