"""MACHINERY. One thing changed in a program from outside: its configuration, its arrays, or its network before it is
compiled; never the researcher's files."""

import contextlib
import json
from collections.abc import Callable
from dataclasses import dataclass

from omegaconf import OmegaConf

from ..keras_side import private
from ..prepare import network, samples
from ..prepare.regularizers import called


@dataclass(frozen=True)
class Change:
    """One thing changed.

    Args:
        words: how it reads; overrides as one types them, where they alone do it.
        overrides: (key, value) pairs of the configuration.
        model: called with the uncompiled network, whose layers have their weights; returns the one in its place.
        splits: called with {split: (inputs, targets)}; returns the same, changed.
        times: as long as the program itself a training takes then.
        moot: whether a check may have nothing to ask any more once this is done, and the program be right all the same.
    """

    words: str
    overrides: tuple = ()
    model: Callable | None = None
    splits: Callable | None = None
    times: int = 1
    moot: bool = False

    @contextlib.contextmanager
    def applied(self):
        """While it lasts, every network is built, and all data loaded, with what is changed in them."""
        builder, splits = network.builder, samples.splits

        def changed(cfg):
            made = builder(cfg)
            return lambda **arguments: self.model(called(made(**arguments), arguments["inputs"]))

        with contextlib.ExitStack() as stack:
            if self.model:
                stack.enter_context(private.replaced(network, "builder", changed))
            if self.splits:
                stack.enter_context(private.replaced(samples, "splits", lambda cfg: self.splits(splits(cfg))))
            yield


NOTHING = Change("nothing")


def typed(cfg, **values):
    """A Change of some keys, __ for the dot between two: as they are typed on the command line."""
    pairs = [(key.replace("__", "."), value) for key, value in values.items()]
    words = [f"{'' if written(cfg, key) else '+'}{key}={said(value)}" for key, value in pairs]
    return Change(" ".join(words), tuple(pairs))


def written(cfg, key):
    """Whether the configuration has a key, be it null."""
    holder, _, name = key.rpartition(".")
    return name in OmegaConf.select(cfg, holder)


def said(value):
    """A value as Hydra reads it."""
    return value if isinstance(value, str) else json.dumps(value)
