"""MACHINERY. Refuses input that cannot be meant, before a run has a folder and, in a sweep, before any job trains.

What the configuration alone shows is refused without loading anything; what only the data shows, after loading it.
"""

import importlib.util
import os
import re
import sys
from pathlib import Path

from hydra._internal.core_plugins.basic_sweeper import BasicSweeper
from hydra.core.global_hydra import GlobalHydra
from hydra.core.override_parser.overrides_parser import OverridesParser
from hydra.errors import HydraException, InstantiationException
from hydra.experimental.callback import Callback
from omegaconf import OmegaConf
from omegaconf.errors import OmegaConfBaseException

from . import crashes, paper, records, resume, search
from .verdicts import RUNGS

sweep_dir = None  # the folder of the sweep that this process has begun, for its summary at the end
resumed = None  # the folder that this process goes on with


class Guard(Callback):
    """Hydra's callback, named in conf/config.yaml. In a callback only SystemExit ends a run before it begins."""

    def on_run_start(self, config, **_):
        refuse_any([config])
        refuse(wrong_folder(config, Path(config.hydra.run.dir)))
        if resumed and config.threads is None:
            compute_with(records.threads(resumed))

    def on_multirun_start(self, config, **_):
        global sweep_dir
        composed = refuse_any(jobs(config))
        for key in ("training.deterministic", "backend", "threads"):
            if len({OmegaConf.select(job, key) for job in composed}) > 1:
                refuse(f"{key} cannot be changed in a process: one sweep for each")
        sweep_dir = take_folders(config, composed)
        searched = search.is_one(config.hydra)
        share_threads(config.hydra.launcher, config.hydra.sweeper.get("n_jobs", 0) if searched else len(composed))


class FinishedRun(Callback):
    """The same for conf/reproduce.yaml, whose one choice is a run."""

    def on_run_start(self, config, **_):
        if OmegaConf.is_missing(config, "run"):
            refuse("run has no value yet: give the folder of a run as run=…")
        if not resume.finished(Path(config.run)):
            refuse(f"run={config.run}: no finished run has left its folder there")
        refuse(wrong_folder(config, Path(config.hydra.run.dir)))

    def on_multirun_start(self, config, **_):
        refuse("one run at a time: without -m")


def jobs(config):
    """The configuration of each job of a sweep; of a search, of jobs that try what it may choose, or that it tried."""
    overrides = [f"{key}={value}" for key, value in (config.hydra.sweeper.get("params") or {}).items()]
    overrides += config.hydra.overrides.task
    try:
        parsed = OverridesParser.create().parse_overrides(overrides)
        if search.is_one(config.hydra):
            batches = [search.again(parsed, resumed) if resumed else search.probes(parsed)]
        else:
            batches = BasicSweeper.split_arguments(parsed, max_batch_size=None)
    except HydraException:  # which says the same when the sweep begins
        return
    loader = GlobalHydra.instance().config_loader()
    for arguments in (arguments for batch in batches for arguments in batch):
        yield loader.load_sweep_config(config, list(arguments))


def take_folders(config, composed):
    """The sweep's folder, with one in it for each job; those of a search get theirs when they are chosen."""
    folder, numbers = Path(config.hydra.sweep.dir), range(len(composed))
    begins = search.is_one(config.hydra) and resumed is None
    if begins and (folder / "multirun.yaml").exists():
        refuse(f"{folder} is another sweep's: resume={folder} goes on with that")
    if search.is_one(config.hydra):
        numbers = [0] if begins else search.begun(folder)
    for number, job in zip(numbers, composed, strict=False):
        refuse(wrong_folder(job, folder / str(number)))
    if begins:
        OmegaConf.save(config, folder / "multirun.yaml")  # as Hydra's own sweeper does
    return folder


def refuse_any(configs):
    """Ends the process where one of these configurations cannot be meant; else returns them, composed once."""
    try:
        configs = list(configs)
        for refusal in (refusal_by_configuration, refusal_by_data):
            for cfg in configs:
                if message := refusal(cfg):
                    raise SystemExit(message)
                before_keras(cfg)
    except SystemExit as refused:
        message = refused.code
    except (HydraException, OmegaConfBaseException) as error:
        message = crashes.one_line(error)
    else:
        return configs
    refuse(message)


def before_keras(cfg):
    """What is read once, when Keras is first imported; data.py may be the first to do so."""
    if "backend" in cfg:  # `reproduce` has none, and takes that of its run
        os.environ["KERAS_BACKEND"] = cfg.backend
        compute_with(cfg.threads)


def compute_with(threads):
    """The number of threads of whatever Keras computes with: TensorFlow, JAX, PyTorch; None leaves it as it is."""
    for name in ("TF_NUM_INTRAOP_THREADS", "TF_NUM_INTEROP_THREADS", "NPROC", "OMP_NUM_THREADS"):
        if threads:
            os.environ[name] = str(threads)


def share_threads(launcher, number):
    """Jobs that run at once get their share of the processors each, unless `threads` says how many.

    Args:
        launcher: Hydra's configuration of it.
        number: of jobs; 0 where only the sweeper knows.
    """
    if "n_jobs" in launcher:
        import joblib  # slow

        at_once = joblib.effective_n_jobs(launcher.n_jobs)
        compute_with(max(1, joblib.cpu_count() // min(at_once, number or at_once)))
    if "ray" in launcher:
        compute_with(max(1, int(launcher.ray.remote.get("num_cpus") or 1)))  # what Ray sets aside for each


def refuse(message):
    if message:
        print(f"refused: {message}", file=sys.stderr)
        raise SystemExit(2)


def wrong_folder(cfg, run_dir):
    """Why a run cannot have a folder, in one line; None where it can: it has it then, and no other run can."""
    if resumed is None:
        try:
            (run_dir / ".hydra").mkdir(parents=True)
        except FileExistsError:
            return f"{run_dir} is another run's: resume={run_dir} goes on with that"
        except OSError as error:
            return f"{run_dir} cannot be made: {error.strerror}"
        return None
    if changes := resume.difference(cfg, run_dir):
        return f"resume={resumed}: the configuration is another one now: {changes}"
    return None


def whole(least):
    return lambda value: isinstance(value, int) and not isinstance(value, bool) and value >= least


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
    if "shape" not in node:
        return all(map(declares, node.values() if OmegaConf.is_dict(node) else node))
    right = OmegaConf.is_list(node.shape) and node.get("kind", "none") in KINDS
    return right and (node.get("classes") is None or whole(1)(node.classes))


BACKENDS = ("tensorflow", "jax", "torch")
KINDS = ("classes", "multilabel", "values", "none")
DECLARED = f"a list as shape, one of {', '.join(KINDS)} as kind, 1 or more as classes, or null"
CALLED = ("data.load", "model", "initializer.kernel", "initializer.bias", "optimizer")
NAMES = "a _target_, the dotted path of what is called, with its arguments"

RULES = (
    *((key, called, NAMES) for key in CALLED),
    ("loss.function", lambda value: value is None or called(value), NAMES),  # null: the model has its own
    ("backend", lambda value: value in BACKENDS, f"one of {', '.join(BACKENDS)}"),
    ("seed", whole(0), "a whole number, 0 or more"),
    ("threads", lambda value: value is None or whole(1)(value), "a whole number, 1 or more, or null"),
    ("report", lambda value: isinstance(value, bool), "true or false"),
    ("debug", lambda value: isinstance(value, bool), "true or false"),
    ("data.subset", lambda value: value == "all" or whole(1)(value), "a number of samples, 1 or more, or all"),
    ("data.inputs", declares, DECLARED),
    ("data.targets", declares, DECLARED),
    ("paper.seeds", lambda value: value is None or whole(1)(value), "a whole number of runs, 1 or more"),
    ("paper.budget", lambda value: value is None or whole(1)(value), "a whole number of runs, 1 or more"),
    ("paper.sensitivity", lambda value: value is None or isinstance(value, bool), "true or false"),
    (
        "rungs",
        lambda value: value is None or OmegaConf.is_list(value) and 0 < len(value) == len({*value} & {*RUNGS}),
        f"a list of {', '.join(RUNGS)}, each once at most",
    ),
    ("recipe.steps", lambda value: value is None or whole(1)(value), "a whole number, 1 or more, or null"),
    ("training.epochs", whole(1), "a whole number, 1 or more"),
    ("training.batch_size", whole(1), "a whole number, 1 or more"),
    ("training.max_steps", lambda value: value is None or whole(1)(value), "a whole number, 1 or more, or null"),
    ("training.deterministic", lambda value: isinstance(value, bool), "true or false"),
    ("training.metrics", OmegaConf.is_dict, "a name and a _target_ for each, or {}"),
    ("training.callbacks", OmegaConf.is_dict, "a name and a _target_ for each, or {}"),
    ("training.distribution", lambda value: value in (None, "data_parallel"), "data_parallel, or null"),
    ("training.subset.steps", whole(1), "a whole number of optimizer updates, 1 or more"),
    (
        "training.subset.target",
        lambda value: isinstance(value, int | float) and 0 < value < 1,
        "a share between 0 and 1",
    ),
    ("loss.floor", lambda value: value is None or isinstance(value, int | float), "a number, or null"),
    ("optimizer.learning_rate", lambda lr: lr is None or isinstance(lr, int | float) and lr > 0, "a number above 0"),
)


def refusal_by_configuration(cfg):
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
    if wrong := paper.refusal(cfg) or secret(OmegaConf.to_container(own)):
        return wrong
    samples, subset = cfg.data.samples, cfg.data.subset
    if samples is None:
        return None
    if not OmegaConf.is_list(samples) or not samples or not all(whole(0)(index) for index in samples):
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


def refusal_by_data(cfg):
    """Why the data cannot give what the configuration asks for, in one line; None where it can.

    A loader refuses with ValueError or OSError. Any other exception is a fault in it, which the run itself will report.
    The rung `forward` needs no data, and a climb judges it by the rung `look`.
    """
    from . import samples, sound

    if cfg.get("rungs") == ["forward"]:
        return None

    try:
        splits = samples.splits(cfg)
    except (ValueError, OSError, InstantiationException) as error:
        return f"data cannot be loaded: {crashes.one_line(error)}"
    except Exception:
        return None
    if wrong := None if "rungs" in cfg else sound.refusal(cfg, splits):
        return wrong
    available = samples.count(splits["train"])
    if cfg.data.subset != "all" and cfg.data.subset > available:
        return f"data.subset={cfg.data.subset}: there are {available} training samples"
    if cfg.data.samples and max(cfg.data.samples) >= available:
        return f"data.samples={list(cfg.data.samples)}: the training samples are numbered 0 to {available - 1}"
    return None
