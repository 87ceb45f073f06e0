"""MACHINERY. Rung `all`: what the schedule, early stopping and the weights kept promise, they do."""

import keras
import numpy as np
from hydra.utils import instantiate

from ..keep import run_files
from ..paper.best import better, chosen
from . import limits
from .check import CONSEQUENCE, CONTRACT, INDICATOR, check
from .verdicts import fails, fails_unless, passes, skips, warns, warns_unless


@check("schedule", INDICATOR, limits.RATE_AT_HALF, causes="schedule-reaches-zero learning-rate-too-low")
def schedule(m):
    """Half-way through the planned training the learning rate is still there: else the second half is lost time. And a
    warm-up ends before the training does: else the rate that is meant is never reached."""
    rates, limit = m.updates.rates, limits.RATE_AT_HALF
    if not rates:
        return skips("the learning rate is constant")
    half = rates[50] / max(rates)
    if rates[0] < rates[50] < rates[90] < rates[-1] and not limits.RISING.holds(rates[50] / rates[-1]):
        because = f"the learning rate rises to the last step, from {rates[0]:.1g} to {rates[-1]:.1g}: no warm-up ends"
        causes = dict.fromkeys(("learning-rate-too-low", "schedule-reaches-zero"), because)
        return warns("rises", "a peak before the end", causes)
    because = f"at half of the {m.program.plan.steps:,} steps the learning rate is {half:.1g} of its peak"
    judge = warns_unless if limits.RATE_GONE.holds(half) else fails_unless
    expected = f"≥ {limit.value:g} of its peak at half time"
    return judge(limit.holds(half), half, expected, {"schedule-reaches-zero": because})


@check("early-stopping", CONTRACT, causes="early-stopping-misused")
def early_stopping(m):
    """What an EarlyStopping watches is logged, and counts in the right direction: else it ends at a wrong time."""
    if not stoppers(m):
        return skips("there is none")
    for wrong in filter(None, (misuse(stopper, m.given.history[0]) for stopper in stoppers(m))):
        return fails(wrong, "a logged figure, in its direction", {"early-stopping-misused": wrong})
    return passes(", ".join(stopper.monitor for stopper in stoppers(m)))


def stoppers(m):
    callbacks = instantiate(m.program.cfg.training.callbacks, _convert_="all").values()
    return [callback for callback in callbacks if isinstance(callback, keras.callbacks.EarlyStopping)]


def misuse(stopper, logged):
    """What is wrong with an EarlyStopping, in words; None where nothing is."""
    monitor, mode = stopper.monitor, stopper.mode
    if run_files.logged_as(monitor) not in logged:
        return f"it watches {monitor}; logged are {', '.join(name for name in logged if '/' in name)}"
    if (better(monitor), mode) in ((-1, "max"), (1, "min")):
        return f"it waits for {monitor} to reach its {mode}"
    if stopper.patience < 1 and not stopper.restore_best_weights:
        return f"a single epoch without improvement of {monitor} ends the training (patience {stopper.patience})"
    return None


@check("checkpoint", CONSEQUENCE, limits.LOSS, causes="other-weights-evaluated")
def checkpoint(m):
    """The weights on disk score as the last or best epoch did, or better: else others are kept than were judged."""
    reloaded, validation = m.judged["reloaded"], m.given.losses("val")
    last, best = validation[-1], min(validation)
    kept = [validation[epoch] for epoch in restored(m)]
    most = max(loss + limits.OTHER_WEIGHTS.value * abs(loss) + 1e-3 for loss in (last, best, *kept))
    because = f"the saved weights score {reloaded:.4g} on validation, the training ended with {last:.4g}"
    expected = f"about {last:.4g} or {best:.4g}, the last epoch's or the best one's"
    return fails_unless(reloaded <= most, reloaded, expected, {"other-weights-evaluated": because}, most)


@check("averages-follow", CONTRACT, limits.DRAWN_LEFT, causes="other-weights-evaluated")
def averages_follow(m):
    """An average of the weights, where one is kept and put in their place at the end, has forgotten how they were drawn
    by then: its momentum to the power of the steps is what is left of that."""
    optimizer = m.updates.optimizer
    steps = m.program.plan.steps // (optimizer.gradient_accumulation_steps or 1)
    if not getattr(optimizer, "use_ema", False) or optimizer.ema_overwrite_frequency:
        return skips("no average of the weights takes their place at the end")
    left = optimizer.ema_momentum**steps
    said = f"with momentum {optimizer.ema_momentum:g} the average over {steps:,} steps is to {left:.0%} what was drawn"
    holds = limits.DRAWN_LEFT.holds(left)
    return fails_unless(holds, left, "hardly anything of what was drawn", {"other-weights-evaluated": said})


def restored(m):
    """The epochs whose weights are put back, by training.judged or EarlyStopping: not always the best by the loss."""
    figure, sign = chosen(m.program.cfg.training.get("judged"))
    curve = [sign * row[figure] for row in m.given.history] if figure else []
    if np.isfinite(curve).any():
        yield int(np.nanargmax(curve))
    for stopper in stoppers(m):
        curve = [row.get(run_files.logged_as(stopper.monitor)) for row in m.given.history]
        if stopper.restore_best_weights and None not in curve:
            largest = stopper.mode == "max" or stopper.mode == "auto" and better(stopper.monitor) > 0
            yield int(np.argmax(curve) if largest else np.argmin(curve))
