"""MACHINERY. Rung `init`: would another initialization help? A short training for each option of conf/initializer."""

import functools
import math

from omegaconf import OmegaConf

from ..keep.project import CONF
from ..measure import layer_calls
from ..measure.measuring import Measuring
from ..prepare import network
from . import limits
from .check import CONSEQUENCE, INDICATOR, check
from .verdicts import fails, passes, skips, warns

INITIALIZERS = CONF / "initializer"
TRAININGS = len(list(INITIALIZERS.glob("[!.]*.yaml")))


class Measured(Measuring):
    """What the check asks for, measured when it is first asked."""

    @functools.cached_property
    def nodes(self):
        """{name: its configuration} of conf/initializer; the current choice, as it stands, comes first."""
        nodes = {file.stem: OmegaConf.load(file) for file in sorted(INITIALIZERS.glob("[!.]*.yaml"))}
        current = self.program.cfg.initializer
        name = next((name for name, node in nodes.items() if node == current), "current")
        return {name: current, **nodes}

    @functools.cached_property
    def trainings(self):
        """{name: Training}."""
        return {name: self.program.trained(f"init-{name}", ("initializer", node)) for name, node in self.nodes.items()}

    @functools.cached_property
    def outputs(self):
        """{name: {layer: Float["b …"], its output before the first step}}."""
        inputs = self.program.random_inputs(network.build(self.program.cfg))
        return {
            name: layer_calls.activations(network.build(self.program.changed(("initializer", node))), inputs)
            for name, node in self.nodes.items()
        }

    @functools.cached_property
    def losses(self):
        """{name: the last training loss, infinite where it diverged}; the current choice first."""
        last = {name: training.history[-1]["train/loss"] for name, training in self.trainings.items()}
        return {name: loss if math.isfinite(loss) else math.inf for name, loss in last.items()}


@check("options", INDICATOR)
def options(m):
    """What each option of conf/initializer leaves of the loss, the best first: for the eye, it cannot fail."""
    ranked = sorted(m.losses, key=m.losses.get)
    return passes(", ".join(f"{name} {m.losses[name]:.4g}" for name in ranked))


@check("choice", CONSEQUENCE, causes="initialization-too-large symmetric-initialization")
def choice(m):
    """The chosen initializer does about as well as the best option: another one would be a cheap improvement.

    Seeds alone move these short trainings, so a WARN is the most, unless the choice diverges.
    """
    (current, loss), *others = m.losses.items()
    if not others:
        return skips("conf/initializer has no other option")
    best = min(m.losses, key=m.losses.get)
    expected = f"about {m.losses[best]:.4g}, {best}"
    if loss == math.inf:
        said = f"{current} diverges" + f", {best} does not" * (best != current)
        return fails(loss, expected, {"initialization-too-large": said})
    worst = max((other for _, other in others if other < math.inf), default=loss)
    if loss - m.losses[best] <= limits.INITIALIZER.value * (worst - m.losses[best]):
        return passes(f"{current} {loss:.4g}", expected)
    spread = {layer: float(output.std()) for layer, output in m.outputs[current].items()}
    first, last = list(spread)[0], list(spread)[-1]
    because = f"before the first step outputs spread by {spread[first]:.2g} in {first}, by {spread[last]:.2g} in {last}"
    ids = ("initialization-too-large", "symmetric-initialization")
    return warns(f"{current} {loss:.4g}", expected, dict.fromkeys(ids[::-1] if spread[last] < 1e-3 else ids, because))


CHECKS = (options, choice)
