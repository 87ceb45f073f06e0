"""MACHINERY. Refuses input that cannot be meant, before a run has a folder and, in a sweep, before any job trains.

What the configuration alone shows is refused without loading anything; what only the data shows, after loading it.
"""

import contextlib
import os
import sys
from pathlib import Path

from hydra.core.global_hydra import GlobalHydra
from hydra.core.override_parser.overrides_parser import OverridesParser
from hydra.errors import HydraException
from hydra.experimental.callback import Callback
from omegaconf import OmegaConf
from omegaconf.errors import OmegaConfBaseException

from ..keep import crashes, printing, project, run_files
from ..keras_side.hydra import jobs_of_sweep
from . import lock, overrides, resume, search

# Of this process:
run_dir = None  # the folder of the run that it has begun …
sweep_dir = None  # … or of the sweep …
sweep_jobs = None  # … with the names of its jobs' folders; None of a search, which numbers them
resumed = None  # the folder that it goes on with


@contextlib.contextmanager
def refusing():
    """In a callback of Hydra's only SystemExit ends a run: of any other exception it would warn, and go on."""
    try:
        yield
    except Exception as error:
        refuse(f"{type(error).__name__}: {crashes.one_line(error)}")


class Guard(Callback):
    """Hydra's callback, named in conf/config.yaml."""

    @refusing()
    def on_run_start(self, config, **_):
        global run_dir
        refuse_any(config, [config])
        one_replication(config)
        refuse(wrong_folder(config, Path(config.hydra.run.dir)))
        run_dir = Path(config.hydra.run.dir)
        take(run_dir)
        if resumed and config.threads is None:
            compute_with(run_files.threads(resumed))

    @refusing()
    def on_multirun_start(self, config, **_):
        global sweep_dir, sweep_jobs
        composed = refuse_any(config, jobs(config))
        for key in ("training.deterministic", "backend", "threads"):
            if len({OmegaConf.select(job, key) for job in composed}) > 1:
                refuse(f"{key} cannot be changed in a process: one sweep for each")
        one_replication(config)
        searched = search.is_one(config.hydra)
        sweep_dir, names = take_folders(config, composed)
        sweep_jobs = None if searched else names
        share_threads(config.hydra.launcher, config.hydra.sweeper.get("n_jobs", 0) if searched else len(composed))
        if resumed and config.threads is None:
            compute_with(threads_of(sweep_dir, names))
        if resumed and searched:
            search.tell(sweep_dir, config.hydra)


class FinishedRun(Callback):
    """The callback of conf/reproduce.yaml, where a run is all that is chosen."""

    def on_run_start(self, config, **_):
        if OmegaConf.is_missing(config, "run"):
            refuse("run has no value yet: give the folder of a run as run=…")
        if wrong := resume.without_weights(Path(config.run)):
            refuse(f"run={config.run}: {wrong}")
        refuse(wrong_folder(config, Path(config.hydra.run.dir)))

    def on_multirun_start(self, config, **_):
        refuse("one run at a time: without -m")


def jobs(config):
    """The configurations of a sweep's jobs. A search chooses its jobs later: of jobs that try all it may choose, or,
    where it is resumed, of those that it has begun."""
    given = [f"{key}={value}" for key, value in (config.hydra.sweeper.get("params") or {}).items()]
    given += OmegaConf.to_container(config.hydra.overrides.task)  # as they are written: Hydra has no folder yet
    try:
        parsed = OverridesParser.create().parse_overrides(given)
        if search.is_one(config.hydra):
            chosen = search.again(parsed, resumed) if resumed else search.probes(parsed)
        else:
            chosen = jobs_of_sweep(parsed)
    except HydraException:  # Hydra says so itself when the sweep begins
        return
    loader = GlobalHydra.instance().config_loader()
    for arguments in chosen:
        yield loader.load_sweep_config(config, list(arguments))


def take_folders(config, composed):
    """Makes the sweep's folder, and one in it for each job; a search makes a job's when it has chosen it.

    Returns:
        (the sweep's folder, the names of those of its jobs).
    """
    folder, searched = Path(config.hydra.sweep.dir), search.is_one(config.hydra)
    numbers, begins = range(len(composed)), resumed is None
    if searched:
        numbers = [0] if begins else search.begun(folder)
    numbered = [*zip(numbers, composed, strict=False)]
    names = [str(number) if searched else subfolder(job, number) for number, job in numbered]
    refuse(no_folder_each(names))
    if begins:
        refuse(another_sweeps(folder, names))
        try:
            folder.mkdir(parents=True, exist_ok=True)
            take(folder)
            refuse(another_sweeps(folder, names))  # its process may have ended just before
            # As Hydra's own sweeper does, but before any job has a folder: what is killed from here on can be resumed.
            run_files.replace(folder / "multirun.yaml", OmegaConf.to_yaml(config).encode())
        except OSError as error:
            refuse(f"{folder} cannot be made: {error.strerror}")
    for name, (_, job) in zip(names, numbered, strict=True):
        refuse(wrong_folder(job, folder / name))
    return folder, names


def another_sweeps(folder, names):
    """Why a sweep cannot begin in a folder, in one line; None where it can."""
    if (folder / "multirun.yaml").exists():
        return f"{folder} is another sweep's: resume={folder} goes on with that"
    taken = next((folder / name for name in names if (folder / name).exists()), None)
    return taken and f"{taken} is another run's: resume={taken} goes on with that"


def one_replication(config):
    """Refuses a second replication of a project at a time: both would train what is missing."""
    if config.hydra.job.config_name == "replicate":
        trainings = project.PACKAGE.parent / "multirun"
        trainings.mkdir(exist_ok=True)
        take(trainings, "another replication of this project: ")


def take(folder, what=""):
    """Takes a folder's lock, or refuses: of any other exception in a callback Hydra only warns."""
    try:
        lock.take(folder)
    except lock.Held as held:
        refuse(f"{what or f'{folder}: '}{held}")


def threads_of(folder, names):
    """With how many threads the unfinished jobs of a stopped sweep have begun; None where none has."""
    found = {name: run_files.threads(folder / name) for name in names if not resume.finished(folder / name)}
    found = {name: threads for name, threads in found.items() if threads}
    if len({*found.values()}) > 1:
        said = ", ".join(f"job {name} with {threads}" for name, threads in found.items())
        refuse(f"resume={folder}: {said} threads: resume each by itself, as resume={folder / next(iter(found))}")
    return next(iter(found.values()), None)


def subfolder(job, number):
    """The name of a job's folder in its sweep's, as Hydra will resolve it."""
    job = OmegaConf.merge(job, {"hydra": {"job": {"num": number}}})
    return str(job.hydra.sweep.subdir)


def no_folder_each(names):
    """Why the jobs of a sweep would not have a folder each, directly in the sweep's; None where they would."""
    for i, name in enumerate(names):
        if name in names[:i]:
            return f"hydra.sweep.subdir={name}: jobs {names.index(name)} and {i} would share that folder"
        if Path(name).name != name:
            return f"hydra.sweep.subdir={name}: expected a name, not a path"
    return None


@refusing()
def refuse_any(config, configs):
    """Ends the process where one of the configurations of a command's jobs cannot be meant; else returns their list."""
    from . import refusals  # brings pydantic: `--help` does without

    try:
        configs = list(configs)
        for refusal in (refusals.by_configuration, refusals.by_data, refusals.by_weights):
            for cfg in configs:
                refuse(refusal(run_files.in_folder(cfg, "RUN_DIR")))  # Hydra has none yet
                before_keras(cfg)
    except (HydraException, OmegaConfBaseException) as error:
        given = OmegaConf.to_container(config.hydra.overrides.task)
        refuse(overrides.with_nearest(crashes.one_line(error), config.hydra.job.config_name, given))
    return configs


def before_keras(cfg):
    """Sets what Keras reads once, when it is first imported, which data.py may be the first to do."""
    if "backend" in cfg:  # `reproduce` has none, and takes that of its run
        os.environ["KERAS_BACKEND"] = cfg.backend
        compute_with(cfg.threads)


def compute_with(threads):
    """Sets the number of threads of whatever Keras computes with; None leaves it as it is."""
    # Of TensorFlow, JAX and PyTorch. MKL_NUM_THREADS outweighs OMP_NUM_THREADS, and joblib sets it for its jobs.
    names = ("TF_NUM_INTRAOP_THREADS", "NPROC", "OMP_NUM_THREADS", "MKL_NUM_THREADS")
    if threads:
        os.environ.update(dict.fromkeys(names, str(threads)))


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
        printing.say(f"refused: {message}", sys.stderr)
        raise SystemExit(2)


def wrong_folder(cfg, run_dir):
    """Makes the folder of a run, or says in one line why the run cannot have it; a resumed run has it already."""
    if resumed is None:
        try:
            (run_dir / ".hydra").mkdir(parents=True)
        except FileExistsError:
            return f"{run_dir} is another run's: resume={run_dir} goes on with that"
        except OSError as error:
            return f"{run_dir} cannot be made: {error.strerror}"
        return None
    if holder := lock.holder(run_dir):  # a job that has outlived its sweep
        return f"resume={resumed}: job {run_dir.name}: {holder}"
    if changes := resume.difference(cfg, run_dir):
        return f"resume={resumed}: {changes}"
    return None
