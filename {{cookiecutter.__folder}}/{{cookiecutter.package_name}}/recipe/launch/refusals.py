"""MACHINERY. Why input cannot be meant, in one line: by the configuration alone, and by the data that it names."""

import importlib.util
import re

from hydra.errors import InstantiationException
from omegaconf import OmegaConf

from ..checks.verdicts import RUNGS
from ..keep import crashes
from ..paper import paper_yaml
from ..paper.paper_yaml import whole
from ..prepare import nested


def called(node):
    """Whether a part of the configuration names what is called, or is a nest of such parts."""
    if not OmegaConf.is_dict(node) or not node:
        return False
    target = node.get("_target_")
    return "." in str(target) if target else all(map(called, node.values()))


def declares(node):
    """Whether a declaration in conf/data, or each in a nest of them, can be meant."""
    if not OmegaConf.is_config(node) or not node:
        return False
    if not nested.is_declaration(node):
        return all(map(declares, node.values() if OmegaConf.is_dict(node) else node))
    known = {"shape", "dtype"} <= set(node) <= {"shape", "dtype", "kind", "classes"}
    right = known and node.get("kind", "none") in KINDS
    return right and (node.get("classes") is None or whole(node.classes))


BACKENDS = ("tensorflow", "jax", "torch")
KINDS = ("classes", "multilabel", "values", "none")
DECLARED = f"a list as shape, a dtype, one of {', '.join(KINDS)} as kind, 1 or more as classes, or null"
CALLED = ("data.load", "model", "initializer.kernel", "initializer.bias", "optimizer")
NAMES = "a _target_, the dotted path of what is called, with its arguments"

RULES = (
    *((key, called, NAMES) for key in CALLED),
    ("loss.function", lambda value: value is None or called(value), NAMES),  # null: the model has its own
    ("backend", lambda value: value in BACKENDS, f"one of {', '.join(BACKENDS)}"),
    ("seed", lambda value: whole(value, 0), "a whole number, 0 or more"),
    ("threads", lambda value: value is None or whole(value), "a whole number, 1 or more, or null"),
    ("report", lambda value: isinstance(value, bool), "true or false"),
    ("debug", lambda value: isinstance(value, bool), "true or false"),
    ("data.subset", lambda value: value == "all" or whole(value), "a number of samples, 1 or more, or all"),
    ("data.inputs", declares, DECLARED),
    ("data.targets", declares, DECLARED),
    ("paper.seeds", lambda value: value is None or whole(value), "a whole number of runs, 1 or more"),
    ("paper.budget", lambda value: value is None or whole(value), "a whole number of runs, 1 or more"),
    ("paper.sensitivity", lambda value: value is None or isinstance(value, bool), "true or false"),
    (
        "rungs",
        lambda value: value is None or OmegaConf.is_list(value) and 0 < len(value) == len({*value} & {*RUNGS}),
        f"a list of {', '.join(RUNGS)}, each once at most",
    ),
    ("recipe.steps", lambda value: value is None or whole(value), "a whole number, 1 or more, or null"),
    ("training.epochs", whole, "a whole number, 1 or more"),
    ("training.batch_size", whole, "a whole number, 1 or more"),
    ("training.max_steps", lambda value: value is None or whole(value), "a whole number, 1 or more, or null"),
    ("training.deterministic", lambda value: isinstance(value, bool), "true or false"),
    ("training.metrics", OmegaConf.is_dict, "a name and a _target_ for each, or {}"),
    ("training.callbacks", OmegaConf.is_dict, "a name and a _target_ for each, or {}"),
    ("training.distribution", lambda value: value in (None, "data_parallel"), "data_parallel, or null"),
    ("training.subset.steps", whole, "a whole number of optimizer updates, 1 or more"),
    (
        "training.subset.target",
        lambda value: isinstance(value, int | float) and 0 < value < 1,
        "a share between 0 and 1",
    ),
    ("loss.floor", lambda value: value is None or isinstance(value, int | float), "a number, or null"),
    ("optimizer.learning_rate", lambda lr: lr is None or isinstance(lr, int | float) and lr > 0, "a number above 0"),
)


def by_configuration(cfg):
    """Why this configuration cannot be meant, in one line; None where it can.

    Args:
        cfg: a composed configuration.
    """
    # Hydra's own node legitimately lacks values until a job has begun.
    own = OmegaConf.masked_copy(cfg, [key for key in cfg if key != "hydra"])
    if missing := sorted(OmegaConf.missing_keys(own)):
        return f"{missing[0]} has no value yet: give it in conf/ or as {missing[0]}=…"
    for key, holds, expected in RULES:
        value = OmegaConf.select(cfg, key)
        if not holds(value):
            return f"{key}={value}: expected {expected}"
    if importlib.util.find_spec(cfg.backend) is None:
        return f"backend={cfg.backend}: it is not installed here"
    if cfg.training.get("distribution") and cfg.backend == "torch":
        return "training.distribution=data_parallel: Keras divides no batch on PyTorch"
    if wrong := paper_yaml.refusal(cfg) or secret(OmegaConf.to_container(own)):
        return wrong
    samples, subset = cfg.data.samples, cfg.data.subset
    if samples is None:
        return None
    if not OmegaConf.is_list(samples) or not samples or not all(whole(index, 0) for index in samples):
        return f"data.samples={samples}: expected a list of sample indices, such as [17]"
    if len(set(samples)) < len(samples):
        twice = next(index for index in samples if list(samples).count(index) > 1)
        return f"data.samples={list(samples)}: sample {twice} is named more than once"
    if subset not in ("all", len(samples)):
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
