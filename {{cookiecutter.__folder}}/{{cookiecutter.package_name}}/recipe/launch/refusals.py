"""MACHINERY. Why input cannot be meant, in one line: by the configuration alone, and by the data that it names."""

import importlib.util
from pathlib import Path
from typing import Annotated, Any, Literal

from hydra.errors import InstantiationException
from omegaconf import OmegaConf
from pydantic import AfterValidator, BeforeValidator, Field, StrictBool, ValidationError, create_model

from ..checks.verdicts import RUNGS
from ..keep import crashes, secret
from ..keep.project import CONF
from ..paper import best
from ..prepare import blocks, nested
from ..prepare.expected import Count, each_once, expected
from . import overrides, resume, stored


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


def is_named(node):
    """Whether what is called in a part of the configuration has a text as its name, or none: to YAML `off` is false."""
    if not OmegaConf.is_dict(node):
        return True
    name = node.get("name") if "_target_" in node else None
    return (name is None or isinstance(name, str)) and all(map(is_named, node.values()))


def plain(value):
    """A part of the configuration as lists and dictionaries; what is none, as it is."""
    return OmegaConf.to_container(value, resolve=True) if OmegaConf.is_config(value) else value


def is_numbers(value):
    """Whether a value is a number, or a nest of lists and dictionaries of them."""
    parts = [*value.values()] if isinstance(value, dict) else value
    return bool(parts) and all(map(is_numbers, parts)) if isinstance(parts, list) else isinstance(parts, int | float)


Index = Annotated[int, Field(strict=True, ge=0)]
Number = Annotated[float, Field(strict=True)]
WHOLE = "a whole number, 1 or more"
RUNS = "a whole number of runs, 1 or more"
CALLED = expected(holds(is_called), "a _target_, the dotted path of what is called, with its arguments")
DECLARED = expected(
    Annotated[Any, AfterValidator(nested.declared)],
    "a list as shape, a dtype, one of classes, multilabel, values, none as kind, 1 or more as classes, or null",
)
BEST = "last, or {{best: val/loss}}, a figure of train or val, with mode: min or max where its name does not tell"
NAMED = expected(
    holds(lambda node: OmegaConf.is_dict(node) and is_named(node)),
    "a name (quote on, off, yes, no) and a _target_ for each, or {{}}",
)
FOLDER = expected(str | None, "the folder of a run, or null")
ON = expected(StrictBool, "true or false")
WHAT = expected(Annotated[str, Field(min_length=1)] | None, "what several samples are of, such as patient, or null")
Example = create_model(  # what else stands in one is an argument of the loss
    "Example",
    __config__={"extra": "allow"},
    target=(holds(is_numbers), ...),
    prediction=(holds(is_numbers), ...),
    loss=(Annotated[Number, Field(allow_inf_nan=False)], ...),
)
FUNCTION = holds(lambda of: isinstance(of, dict) and "." in str(of.get("_target_")) and {str} == {*map(type, of)})
Equation = create_model(
    "Equation",
    __config__={"extra": "forbid"},
    of=(FUNCTION, ...),
    loss=(Annotated[Number, Field(allow_inf_nan=False)], ...),
)
Step = create_model("Step", __config__={"extra": "forbid"}, of=(FUNCTION, ...), gives=(holds(is_numbers), ...))
STEPS = expected(
    Annotated[Annotated[list[Step], Field(min_length=1)] | None, BeforeValidator(plain)],
    "a list of {{of, gives}}, a function with its arguments (quote on, off, true, false) and what it gives, or null",
)
Examples = Annotated[list[Example | Equation], Field(min_length=1)]
EXAMPLES = expected(
    Annotated[Examples | Annotated[dict[str, Examples], Field(min_length=1)] | None, BeforeValidator(plain)],
    "a list of {{target, prediction, loss}} or {{of, loss}}, of numbers or lists (quote on, true), for each output",
)

# Each key that is checked: its type, and what is expected of it. Of a key that there is not, the value is None.
KEYS = {
    "data.load": CALLED,
    "model": CALLED,
    "initializer.kernel": CALLED,
    "initializer.bias": CALLED,
    "optimizer": CALLED,
    "loss.function": CALLED | None,  # null: the model has its own
    "backend": expected(Literal["tensorflow", "jax", "torch"], "one of tensorflow, jax, torch"),
    "seed": expected(Annotated[Index, Field(lt=2**32)], "a whole number, 0 to 4294967295"),
    "threads": expected(Count | None, f"{WHOLE}, or null"),
    "report": ON,
    "from_run": FOLDER,
    "evaluate": FOLDER,
    "debug": ON,
    "data.subset": expected(Count | Literal["all"], "a number of samples, 1 or more, or all"),
    "data.samples": expected(
        Annotated[list[Index], Field(min_length=1)] | None, "a list of sample indices, such as [17]"
    ),
    "data.groups": WHAT,
    "data.examples": STEPS,
    "model.examples": STEPS,
    "data.inputs": DECLARED,
    "data.targets": DECLARED,
    "paper.seeds": expected(Count | None, RUNS),
    "paper.budget": expected(Count | None, RUNS),
    "paper.accept": expected(list[str] | None, "a list of keys, such as [keras,model.py]"),
    "paper.sensitivity": expected(StrictBool | None, "true or false"),
    "rungs": expected(
        Annotated[list[Literal[tuple(RUNGS)]], Field(min_length=1), AfterValidator(each_once)] | None,
        f"a list of {', '.join(RUNGS)}, each once at most",
    ),
    "verbose": expected(StrictBool | None, "true or false"),
    "recipe.steps": expected(Count | None, f"{WHOLE}, or null"),
    "training.epochs": expected(Count, WHOLE),
    "training.batch_size": expected(Count, WHOLE),
    "training.validation_batch_size": expected(Count | None, f"{WHOLE}, or null"),
    "training.accumulate": expected(Count | None, "a number of batches, 1 or more, or null"),
    "training.average": expected(Annotated[Number, Field(gt=0, lt=1)] | None, "a momentum between 0 and 1, or null"),
    "training.precision": expected(
        Literal["float32", "mixed_bfloat16", "mixed_float16"] | None,
        "one of float32, mixed_bfloat16, mixed_float16",
    ),
    "training.steps_per_epoch": expected(Count | None, f"{WHOLE}, or null"),
    "training.max_steps": expected(Count | None, f"{WHOLE}, or null"),
    "training.checkpoint_seconds": expected(Annotated[Number, Field(ge=0)] | None, "a number of seconds, 0 or more"),
    "training.deterministic": ON,
    "training.judged": expected(Annotated[Any, AfterValidator(best.chosen)], BEST),
    "training.metrics": NAMED,
    "training.callbacks": NAMED,
    "training.distribution": expected(Literal["data_parallel"] | None, "data_parallel, or null"),
    "training.subset.steps": expected(Count, "a whole number of optimizer updates, 1 or more"),
    "training.subset.target": expected(Annotated[Number, Field(gt=0, lt=1)], "a share between 0 and 1"),
    "loss.perfect": CALLED | None,
    "loss.density": expected(StrictBool | None, "true or false, or null"),
    "loss.examples": EXAMPLES,
    "loss.floor": expected(Number | None, "a number, or null"),
    "optimizer.learning_rate": expected(Annotated[Number, Field(gt=0)] | None, "a number above 0"),
}
Configuration = create_model("Configuration", **{key: (kind, ...) for key, kind in KEYS.items()})


def selected(cfg, key):
    """The value of a key, a list as a plain one; None where there is no such key."""
    value = OmegaConf.select(cfg, key)
    return plain(value) if OmegaConf.is_list(value) else value


def of_examples(loss):
    """Why a loss cannot be held to its examples in conf/loss, in one line; None where it can, or there are none."""
    function, examples = loss.get("function"), plain(loss.get("examples"))
    if examples is None:
        return None
    if function is None and any("of" not in example for example in examples):
        return "loss.examples: loss.function is null: expected {of, loss}, of a function that it is made of"
    if function is None:
        return None
    functions = {"": function} if "_target_" in function else function
    by_output = {"": examples} if isinstance(examples, list) else examples
    if not {*by_output} <= {*functions}:
        wanted = "one list" if "" in functions else f"lists by the names {', '.join(functions)}"
        return f"loss.examples: expected {wanted}, as in loss.function"
    for output, of_output in by_output.items():
        arguments = {key.rpartition(".")[2] for key in overrides.keys(functions[output])}
        for key in {key: None for example in of_output if "of" not in example for key in example}:
            if key not in {*Example.model_fields, *arguments}:
                return f"loss.examples: {key} is no argument in loss.function; expected target, prediction, loss"
    return None


def of_callbacks(callbacks):
    """Why a callback of Keras' would wait for a figure in vain, in one line; None where none does."""
    for name, node in callbacks.items():
        split, slash, figure = str((node or {}).get("monitor", "")).partition("/")
        if slash and split in ("train", "val") and node._target_.startswith("keras."):
            known = figure if split == "train" else f"val_{figure}"
            return f"training.callbacks.{name}.monitor={split}/{figure}: to a callback of Keras' it is {known}"
    return None


def unanswered(cfg):
    """The keys of conf/paper.yaml that have no value yet; its schema, which takes a moment to build, is not needed."""
    file = CONF / "paper.yaml"
    stated = OmegaConf.load(file) if "paper" not in cfg and file.exists() else {}
    return {f"paper.{key}" for key in OmegaConf.missing_keys(stated)}


def by_configuration(cfg):
    """Why this configuration cannot be meant, in one line; None where it can.

    Args:
        cfg: a composed configuration.
    """
    # Hydra's own node legitimately lacks values until a job has begun.
    own = OmegaConf.masked_copy(cfg, [key for key in cfg if key != "hydra"])
    if missing := sorted(OmegaConf.missing_keys(own) | unanswered(cfg)):
        where = "conf/paper.yaml" if missing[0].startswith("paper.") else f"conf/ or as {missing[0]}=…"
        said = f"{missing[0]} has no value yet: give it in {where}"
        said += f"; nor have {', '.join(missing[1:])}" if missing[1:] else ""
        to_write = blocks.unwritten_in(own)
        return f"{said}; {to_write}" if to_write else said
    try:
        Configuration(**{key: selected(cfg, key) for key in KEYS})
    except ValidationError as error:
        first = error.errors()[0]
        return f"{first['loc'][0]}={first['input']}: expected {first['msg']}"
    wrong = overrides.unread(cfg, KEYS) or overrides.unread_by_all(cfg, KEYS) or of_examples(cfg.loss)
    if wrong := wrong or of_callbacks(cfg.training.callbacks):
        return wrong
    if importlib.util.find_spec(cfg.backend) is None:
        return f"backend={cfg.backend}: it is not installed here"
    if cfg.training.get("distribution") and cfg.backend == "torch":
        return "training.distribution=data_parallel: Keras divides no batch on PyTorch"
    if run := cfg.get("from_run"):
        if wrong := resume.without_weights(Path(run)):
            return f"from_run={run}: {wrong}"
    if cfg.get("evaluate") and (wrong := stored.refusal(cfg)):
        return wrong
    from ..paper import paper_yaml  # its schema takes a moment to build, for which no other refusal waits

    if wrong := paper_yaml.refusal(cfg):
        return wrong
    if place := secret.where(OmegaConf.to_container(own)):
        return f"{place}: a configuration is written down with each run; give the secret as ${{oc.env:NAME}}"
    samples, subset = cfg.data.samples or [], cfg.data.subset
    for index in samples:
        if list(samples).count(index) > 1:
            return f"data.samples={list(samples)}: sample {index} is named more than once"
    if samples and subset not in ("all", len(samples)):
        return f"data.subset={subset} contradicts data.samples, which names {len(samples)}"
    return None


def by_data(cfg):
    """Why the data cannot give what the configuration asks for, in one line; None where it can.

    A loader refuses with ValueError or OSError. Any other exception is a fault in it, which the run itself will report.
    The rung `forward` needs no data, and a climb judges it by the rung `look`.
    """
    from ..prepare import array_checks, samples, sources

    if cfg.get("rungs") == ["forward"]:
        return None
    if cfg.get("evaluate"):
        cfg = stored.configuration(cfg.evaluate, cfg.hydra.overrides.task)
    try:
        splits = samples.splits(cfg)
    except sources.NeedsAdapter as error:
        return f"data cannot be used: {error}"
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


def by_weights(cfg):
    """Why a network cannot start from the weights that `from_run` names, in one line; None where it can.

    It is built for that: only then are its shapes known. What breaks in it is reported by the run itself.
    """
    if not cfg.get("from_run"):
        return None
    from ..keras_side import backend  # noqa: F401  the first to import Keras: it keeps TensorFlow's start silent
    from ..prepare import network

    try:
        network.build(cfg)
    except network.Misfit as error:
        return str(error)
    except Exception:
        return None
    return None
