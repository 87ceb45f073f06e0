"""MACHINERY. What conf/paper.yaml says of a network before training, held against the one under examination.

A departure is a WARN: the claim may be read wrongly, or the network be another one on purpose.
"""

import contextlib
import functools
import math

from hydra.errors import HydraException
from omegaconf.errors import OmegaConfBaseException

from ..keep import project
from ..keras_side import private
from ..measure.symmetries import departs
from ..paper import judgement, paper_yaml
from ..paper.best import better
from ..paper.kinds import SYMMETRIES
from ..paper.values import own_figure
from ..prepare.blocks import Unwritten
from ..run.program import initial_loss, parameters
from . import limits
from .check import CONSEQUENCE, CONTRACT, INDICATOR, check
from .verdicts import fails, passes, skips, warns

WORKED = ("data", "model")  # whose functions may have examples, beside the loss's
NOTHING = "conf/paper.yaml claims nothing of the kind about this configuration"
CHOSEN_ALIKE = ("model", "data", "loss", "optimizer")  # a claim with other ones is about another program
PARTS_OF_A_RANGE = 60  # instead of tolerances: its own ends say what is allowed
REACHED = "as claimed, at the end of the training"
BREAKS = {"causal": ("sequence-sees-future", "wrong-mask"), "replace": ("wrong-mask", "padding-not-masked")}
SEEDS = 3  # networks whose loss before training is measured


def about(cfg, kinds, groups):
    """The claims of some kinds whose configuration agrees with this one in some groups."""
    found = []
    for claim in paper_yaml.claims(paper_yaml.read(cfg)):
        # A claim of an option that is not there is about no configuration of these.
        with contextlib.suppress(HydraException, OmegaConfBaseException):
            claimed = claim.kind in kinds and composed(claim.overrides)
            if claimed and all(paper_yaml.same(claimed[group], cfg[group]) for group in groups):
                found.append(claim)
    return found


@functools.cache
def composed(overrides):
    """The configuration that claims are about: the cells of a table's row share one."""
    return project.compose(overrides)


@check("as-the-paper-says", CONTRACT, causes="wrong-parameter-count weights-not-shared axes-swapped", declared=True)
def as_the_paper_says(m):
    """Whether the network has the number of parameters and the shapes after named layers that the paper states.

    Certain where the paper states it without a tolerance, and conf/paper.yaml is about this program.
    """
    claims = about(m.program.claimed, ("parameters", "shape"), ("model", "data"))
    if not claims:
        return skips(NOTHING)
    shapes = {call.layer.name: list(call.outputs[0].shape[1:]) for call in m.calls if call.outputs}
    # Of a network that an average or a target of itself goes with, papers count the one.
    learnt = sum(math.prod(variable.shape) for variable in m.model.trainable_variables)
    for claim in claims:
        counted = claim.kind == "parameters"
        found = parameters(m.model) if counted else shapes.get(claim.layer, "no such layer")
        if not agrees(found, claim) and not (counted and agrees(learnt, claim)):
            other = paper_yaml.of_the_example(m.program.cfg)
            reason = "; ".join([f"paper.claims.{claim.name}", *other])
            causes = {} if other else departure(claim, found, m)
            judge = warns if other or claim.kind == "shape" and not causes else fails
            return judge(str(found), f"{claim.said} ({claim.where})", causes, reason)
    return passes(", ".join(claim.said for claim in claims), "as the paper says")


def agrees(found, claim):
    if claim.kind == "parameters":
        return judgement.counted(found, claim).verdict == "replicated"
    return found == claim.value


def departure(claim, found, m):
    """{cause: because} of a number of parameters, or a shape, that is not the paper's."""
    if claim.kind == "parameters":
        said = f"{found:,} parameters, where the paper has {claim.value:,} ({claim.where})"
        times = [layer.name for layer in private.layers_of(m.model) if found - claim.value == layer.count_params() > 0]
        shared = {"weights-not-shared": f"{said}: as many more as {times[0]} has"} if times else {}
        return {"wrong-parameter-count": said, **shared}
    if found != "no such layer" and sorted(found) == sorted(claim.value):
        said = f"the shape after {claim.layer} is {found}, the paper's {claim.value} with its axes exchanged"
        return {"axes-swapped": said}
    return {}


@check(
    "symmetries",
    CONTRACT,
    limits.SYMMETRY,
    "sequence-sees-future wrong-mask padding-not-masked method-differs axes-swapped",
    declared=True,
)
def symmetries(m):
    """Whether the network, whatever its weights, keeps what conf/paper.yaml says is `invariant`, `equivariant` or
    `causal`: the order of a set is no matter, a masked value is not read, an answer sees nothing of what comes later.
    """
    claims = about(m.program.claimed, SYMMETRIES, ("model", "data"))
    if not claims:
        return skips(NOTHING)
    furthest, inputs = 0.0, m.some[0] if m.some else m.inputs
    for claim in claims:
        try:
            found = departs(m.model, inputs, claim)
        except ValueError as error:
            return warns("not asked", claim.said, {}, str(error))
        if found is not None and not found <= claim.tolerance:
            said = f"predictions depart by {found:.2g} of their size from what is claimed: {claim.said} ({claim.where})"
            ids = BREAKS.get(claim.kind) or BREAKS.get(next(iter(claim.value)), ("method-differs", "axes-swapped"))
            return fails(found, claim.said, dict.fromkeys(ids, said), f"paper.claims.{claim.name}")
        furthest = max(furthest, found or 0.0)
    return passes(furthest, "; ".join(claim.said for claim in claims))


@check("starts-as-the-paper-says", INDICATOR, limits.CLAIMED_LOSS, declared=True)
def starts_as_the_paper_says(m):
    """Whether the loss before training, over a few seeds, is the one that the paper states."""
    claims = about(m.program.claimed, ("initial_loss",), ("model", "data", "initializer", "loss"))
    if not claims:
        return skips(NOTHING)
    claim = claims[0]
    values = [initial_loss(m.program.cfg, seed) for seed in range(SEEDS)]
    found = judgement.measured(values, claim)
    expected = f"{claim.said}{claim.margin} ({claim.where})"
    if found.verdict == "not replicated":
        reason = [f"paper.claims.{claim.name}, over {SEEDS} seeds", *paper_yaml.of_the_example(m.program.cfg)]
        return warns(found.mean, expected, {}, "; ".join(reason))
    return passes(found.mean, expected, reason=found.verdict)


@check("always-as-the-paper-says", CONTRACT, causes="method-differs", declared=True)
def always_as_the_paper_says(m):
    """Whether what holds of any weights holds of those that were trained: a claim with `always: true` in
    conf/paper.yaml, such as that a map has an inverse, a density integrates to 1, an order makes no difference."""
    claims = [claim for claim in about(m.program.claimed, ("figure",), CHOSEN_ALIKE) if claim.always]
    if not claims:
        return skips("conf/paper.yaml claims nothing about this configuration that is to hold always")
    for claim in claims:
        found = own_figure(claim, m.run_dir)
        if not off(found, claim) <= claim.tolerance:
            said = f"{claim.about} is {found:.4g}; of any weights it is {claim.said}{claim.margin} ({claim.where})"
            return fails(found, claim.said, {"method-differs": said}, f"paper.claims.{claim.name}")
    return passes(", ".join(claim.said for claim in claims), "as the paper says")


def off(found, claim):
    """How far a number lies on the wrong side of what is claimed; NaN of what is none."""
    away = found - claim.value
    return {"equal": abs(away), "at_least": -away, "at_most": away}[claim.direction]


@check(
    "claimed-figures",
    CONSEQUENCE,
    causes="""
    too-good-to-be-true target-leaks-into-features train-and-validation-overlap too-few-epochs method-differs
    worse-than-claimed
""",
    to_the_end=True,
)
def claimed_figures(m):
    """A training that ran to its end reaches the figures that conf/paper.yaml claims: else something is missing, or
    done in another way; and none is far better, as where a program has seen the answers.

    Far is three tolerances, or a twentieth of a range. Short of a bound or a range, or of another figure by ten
    tolerances, it FAILs, and beyond a range.
    """
    claims = of_the_end(m.program.claimed)
    if not claims:
        return skips(NOTHING)
    figures, held = {**m.given.history[-1], **m.tested}, []
    asked = [claim for claim in claims if claim.metric or m.over]  # a figure of one's own is of a whole training
    for claim in asked:
        sign = (better(claim.metric) or claim.better) if claim.metric else claim.better
        figure = figures.get(claim.metric) if claim.metric else answered(claim, m.run_dir)
        if figure is None:
            continue
        held.append(claim.said)
        expected, (too_good, too_bad) = claim.said.removeprefix(f"{claim.about} "), sides(figure, claim, sign)
        said = f"{claim.about} is {figure:.4g}, claimed is {expected}{claim.margin} ({claim.where})"
        if too_good > limits.OFF_CLAIM.value:
            ids = (
                "too-good-to-be-true",
                "target-leaks-into-features",
                "method-differs",
                "train-and-validation-overlap",
            )
            return (fails if claim.ends else warns)(figure, expected, dict.fromkeys(ids, said))
        # One that was shortened on the command line is not the paper's training.
        whole = m.over and composed(claim.overrides).training == m.program.claimed.training
        if whole and not limits.OFF_CLAIM.holds(too_bad):
            doubtful = not claim.better and limits.FAR_OFF_CLAIM.holds(too_bad)  # no bound, but the paper's own figure
            because = "; ".join([said, *suspects(m.program.cfg)])
            causes = dict.fromkeys(("method-differs", "worse-than-claimed"), because)
            return (warns if doubtful else fails)(figure, expected, {**causes, **too_short(m, claim, sign)})
    if not held and asked == claims:
        return skips("a training says the value of no claimed figure")
    return passes(", ".join(held) or "none yet", REACHED if m.over and held else "not far exceeded by a part of it")


def too_short(m, claim, sign):
    """{cause: because} where four times the steps, if another check has had them trained, bring a metric on validation
    half of the way to its claim."""
    name = (claim.metric or "").replace("test/", "val/")
    figures = [training.history[-1].get(name) for training in ((m.given, m.longer) if "longer" in vars(m) else ())]
    if not figures or None in figures:
        return {}
    short, then = (sides(figure, claim, sign)[1] for figure in figures)
    said = f"{name} is {figures[0]:.4g}, in four times the steps {figures[1]:.4g}"
    return {"too-few-epochs": said} if then < limits.HALF_WAY.value * short else {}


def suspects(cfg):
    """What may keep a program from what the paper claims, as far as conf/ tells: [in words]."""
    found = {
        "it departs from the paper": paper_yaml.departures(cfg),
        "still open": paper_yaml.unanswered(cfg),
        "nothing is worked by hand in": [f"conf/{group}" for group in WORKED if not cfg[group].get("examples")],
    }
    return [f"{words}: {', '.join(entries)}" for words, entries in found.items() if entries]


def of_the_end(cfg):
    """The claims about figures that a run of this configuration ends with."""
    found = [claim for claim in about(cfg, ("metric", "figure"), CHOSEN_ALIKE) if claim.value is not None]
    return [claim for claim in found if not claim.by_epoch and not claim.always]


def answered(claim, run_dir):
    """What a function of one's own answers; None where it asks for more than a climb's training has left: replicate
    says what breaks in it."""
    try:
        return own_figure(claim, run_dir)
    except Exception:
        return None


def sides(figure, claim, sign):
    """How far a figure is too good and too bad for a claim, in tolerances, or in parts of a range; what the claim
    allows is neither.

    Args:
        sign: 1 where more of it is better, -1 where less is, 0 where nobody knows: then what is not claimed is bad.
    """
    low, high = claim.ends or (claim.value, claim.value)
    unit = max((high - low) / PARTS_OF_A_RANGE if claim.ends else claim.tolerance, 1e-12)
    below = max(low - figure, 0.0) / unit if claim.direction != "at_most" else 0.0
    above = max(figure - high, 0.0) / unit if claim.direction != "at_least" else 0.0
    return {1: (above, below), -1: (below, above), 0: (0.0, max(below, above))}[sign]


@check("open-questions", INDICATOR)
def open_questions(m):
    """Which questions about the paper are still open: a reminder, which cannot fail."""
    cfg, kinds = m.program.cfg, []
    with contextlib.suppress(Unwritten):  # the next check says so; what to ask is told before
        kinds = [type(layer).__name__ for layer in private.layers_of(m.model)]
    unanswered, unasked = paper_yaml.unanswered(cfg), paper_yaml.unasked(cfg, kinds)
    said = [f"unanswered: {'; '.join(unanswered)}"] * bool(unanswered)
    said += [f"nobody has asked: {' '.join(unasked)}"] * bool(unasked)
    return passes(f"{len(paper_yaml.read(cfg).get('questions') or {})} asked", reason="; ".join(said))
