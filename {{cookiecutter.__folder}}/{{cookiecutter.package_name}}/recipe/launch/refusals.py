"""MACHINERY. Why input cannot be meant, in one line: by the configuration alone, and by the data that it names."""

import importlib.util
import re
from typing import Annotated, Any, Literal

from hydra.errors import InstantiationException
from omegaconf import OmegaConf
from pydantic import AfterValidator, Field, StrictBool, ValidationError, create_model

from ..checks.verdicts import RUNGS
from ..keep import crashes
from ..prepare import nested
from ..prepare.expected import Count, each_once, expected


def holds(condition):
    """A type of those values for which a condition holds."""

    def checked(value):
        if not condition(value):
            raise ValueError
        return value

    return Annotated[Any, AfterValidator(checked)]


def is_called(node):
    """Whether a part of the configuration names what is called, or is a nest of such parts."""
    if not OmegaConf.is_dict(node) or not node:
        return False
    target = node.get("_target_")
    return "." in str(target) if target else all(map(is_called, node.values()))


Index = Annotated[int, Field(strict=True, ge=0)]
Number = Annotated[float, Field(strict=True)]
WHOLE = "a whole number, 1 or more"
RUNS = "a whole number of runs, 1 or more"
CALLED = expected(holds(is_called), "a _target_, the dotted path of what is called, with its arguments")
DECLARED = expected(
    Annotated[Any, AfterValidator(nested.declared)],
    "a list as shape, a dtype, one of classes, multilabel, values, none as kind, 1 or more as classes, or null",
)
NAMED = expected(holds(OmegaConf.is_dict), "a name and a _target_ for each, or {{}}")
ON = expected(StrictBool, "true or false")

# Each key that is checked: its type, and what is expected of it. Of a key that there is not, the value is None.
KEYS = {
    "data.load": CALLED,
    "model": CALLED,
    "initializer.kernel": CALLED,
    "initializer.bias": CALLED,
    "optimizer": CALLED,
    "loss.function": CALLED | None,  # null: the model has its own
    "backend": expected(Literal["tensorflow", "jax", "torch"], "one of tensorflow, jax, torch"),
    "seed": expected(Index, "a whole number, 0 or more"),
    "threads": expected(Count | None, f"{WHOLE}, or null"),
    "report": ON,
    "debug": ON,
    "data.subset": expected(Count | Literal["all"], "a number of samples, 1 or more, or all"),
    "data.samples": expected(
        Annotated[list[Index], Field(min_length=1)] | None, "a list of sample indices, such as [17]"
    ),
    "data.inputs": DECLARED,
    "data.targets": DECLARED,
    "paper.seeds": expected(Count | None, RUNS),
    "paper.budget": expected(Count | None, RUNS),
    "paper.sensitivity": expected(StrictBool | None, "true or false"),
    "rungs": expected(
        Annotated[list[Literal[tuple(RUNGS)]], Field(min_length=1), AfterValidator(each_once)] | None,
        f"a list of {', '.join(RUNGS)}, each once at most",
    ),
    "recipe.steps": expected(Count | None, f"{WHOLE}, or null"),
    "training.epochs": expected(Count, WHOLE),
    "training.batch_size": expected(Count, WHOLE),
    "training.max_steps": expected(Count | None, f"{WHOLE}, or null"),
    "training.deterministic": ON,
    "training.metrics": NAMED,
    "training.callbacks": NAMED,
    "training.distribution": expected(Literal["data_parallel"] | None, "data_parallel, or null"),
    "training.subset.steps": expected(Count, "a whole number of optimizer updates, 1 or more"),
    "training.subset.target": expected(Annotated[Number, Field(gt=0, lt=1)], "a share between 0 and 1"),
    "loss.perfect": CALLED | None,
    "loss.density": expected(StrictBool | None, "true or false, or null"),
    "loss.floor": expected(Number | None, "a number, or null"),
    "optimizer.learning_rate": expected(Annotated[Number, Field(gt=0)] | None, "a number above 0"),
}
Configuration = create_model("Configuration", **{key: (kind, ...) for key, kind in KEYS.items()})


def selected(cfg, key):
    """The value of a key, a list as a plain one; None where there is no such key."""
    value = OmegaConf.select(cfg, key)
    return OmegaConf.to_container(value, resolve=True) if OmegaConf.is_list(value) else value


def by_configuration(cfg):
    """Why this configuration cannot be meant, in one line; None where it can.

    Args:
        cfg: a composed configuration.
    """
    # Hydra's own node legitimately lacks values until a job has begun.
    own = OmegaConf.masked_copy(cfg, [key for key in cfg if key != "hydra"])
    if missing := sorted(OmegaConf.missing_keys(own)):
        return f"{missing[0]} has no value yet: give it in conf/ or as {missing[0]}=…"
    try:
        Configuration(**{key: selected(cfg, key) for key in KEYS})
    except ValidationError as error:
        first = error.errors()[0]
        return f"{first['loc'][0]}={first['input']}: expected {first['msg']}"
    if importlib.util.find_spec(cfg.backend) is None:
        return f"backend={cfg.backend}: it is not installed here"
    if cfg.training.get("distribution") and cfg.backend == "torch":
        return "training.distribution=data_parallel: Keras divides no batch on PyTorch"
    from ..paper import paper_yaml  # its schema takes a moment to build, for which no other refusal waits

    if wrong := paper_yaml.refusal(cfg) or secret(OmegaConf.to_container(own)):
        return wrong
    samples, subset = cfg.data.samples or [], cfg.data.subset
    for index in samples:
        if list(samples).count(index) > 1:
            return f"data.samples={list(samples)}: sample {index} is named more than once"
    if samples and subset not in ("all", len(samples)):
        return f"data.subset={subset} contradicts data.samples, which names {len(samples)}"
    return None


SECRET = re.compile(r"(^|_)(api_?key|passw(or)?d|secret|(access|auth)_token)$", re.IGNORECASE)


def secret(node, path=""):
    """Why a configuration cannot be written down: it has a secret in it, instead of where it stands. None where not."""
    for key, value in node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ():
        place = f"{path}.{key}".lstrip(".")
        if SECRET.search(str(key)) and isinstance(value, str) and not value.startswith("${"):
            return f"{place}: a configuration is written down with each run; give the secret as ${{oc.env:NAME}}"
        if wrong := secret(value, place):
            return wrong
    return None


def by_data(cfg):
    """Why the data cannot give what the configuration asks for, in one line; None where it can.

    A loader refuses with ValueError or OSError. Any other exception is a fault in it, which the run itself will report.
    The rung `forward` needs no data, and a climb judges it by the rung `look`.
    """
    from ..prepare import array_checks, samples

    if cfg.get("rungs") == ["forward"]:
        return None

    try:
        splits = samples.splits(cfg)
    except (ValueError, OSError, InstantiationException) as error:
        return f"data cannot be loaded: {crashes.one_line(error)}"
    except Exception:
        return None
    if wrong := None if "rungs" in cfg else array_checks.refusal(cfg, splits):
        return wrong
    available = samples.count(splits["train"])
    if cfg.data.subset != "all" and cfg.data.subset > available:
        return f"data.subset={cfg.data.subset}: there are {available} training samples"
    if cfg.data.samples and max(cfg.data.samples) >= available:
        return f"data.samples={list(cfg.data.samples)}: the training samples are numbered 0 to {available - 1}"
    return None
