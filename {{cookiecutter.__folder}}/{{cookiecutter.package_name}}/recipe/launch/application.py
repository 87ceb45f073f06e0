"""MACHINERY. Runs a plain function task(cfg, run_dir) as a Hydra application.

Its exit status: 0 done; 1 the program broke, or found something wrong; 2 refused input, nothing written (guard.py).
"""

import logging
import math
import os
import sqlite3
import sys
from pathlib import Path

import hydra
from hydra.core.config_store import ConfigStore
from hydra.core.hydra_config import HydraConfig
from hydra.core.plugins import Plugins
from hydra.errors import HydraException
from omegaconf.errors import OmegaConfBaseException
from yaml import YAMLError

from ..keep import crashes, printing, run_files, source_code, unfailing
from ..keep.project import CONF
from ..keras_side import hydra as hydra_side
from . import guard, lock, overrides, resume, signals, stored

hydra_side.patch(run_files.replace)
FAILED = "failed"  # the value of a task that broke: no number, so that a sweeper that optimizes does not count it

NO_TRACKER = ("tracker={}", "+tracker={}", "++tracker={}", "tracker=null")  # which Hydra would merge, or refuse


# What Hydra raises of input that cannot be meant, a file that is no YAML included.
REFUSED = (HydraException, OmegaConfBaseException, YAMLError, ValueError, OSError)


def application(task, config_name="config"):
    """Parses the command line, runs `task`, and ends the process with its exit status.

    Args:
        task: called with the composed configuration and the run's folder (a Path); what it returns is the value that a
            sweeper optimizes, or False where it did its work and found something wrong.
        config_name: the primary configuration in conf/.
    """

    unfailing.protect()
    source_code.read()  # for the record, before anything is imported
    logging.getLogger("matplotlib").setLevel(logging.ERROR)  # its first import tells of fonts, of a home it may not use
    # Hydra then lets its exceptions through instead of printing them in its own, longer way.
    os.environ["HYDRA_FULL_ERROR"] = "1"
    status = 0
    try:
        typed = ["tracker=[]" if argument in NO_TRACKER else argument for argument in sys.argv[1:]]
        sys.argv[1:], guard.resumed = resume.command(typed, config_name)
        own_engines(sys.argv[1:])
    except resume.Refused as refused:
        printing.say(f"refused: {refused}", sys.stderr)
        sys.exit(2)

    if config_name != "reproduce":  # which takes that of the run
        sys.argv[1:] = with_backend(sys.argv[1:])

    def run(cfg):
        nonlocal status
        result = job(task, cfg)
        status = max(status, int(result is False or result == FAILED))
        return result

    signals.like_ctrl_c()
    try:
        hydra.main(version_base="1.3", config_path=str(CONF), config_name=config_name)(run)()
    except Exception as error:  # Hydra's own, or of what runs its jobs: those of a task end in job()
        begun = guard.sweep_dir is not None  # such as a search in which no trial gave a loss
        if not begun and not isinstance(error, REFUSED):
            raise
        why = crashes.one_line(of_the_disk(error) if begun else error)
        said = overrides.with_nearest(why, config_name, sys.argv[1:])
        printing.say(f"{'failed: the sweep' if begun else 'refused'}: {said}", sys.stderr)
        status = 1 if begun else 2
    except (KeyboardInterrupt, SystemExit) as end:
        if isinstance(end, SystemExit) and not signals.is_rays(end):
            raise
        begun = config_name == "config" and (guard.sweep_dir or guard.run_dir)
        status = signals.ended(f": resume={begun} goes on with it" if begun else "")
    finally:
        if guard.sweep_dir is not None:
            status = max(status, tabled())
    sys.exit(status)


def of_the_disk(error):
    """What led to an error, where that is a disk that is full or may not be written to: a study's own words guess."""
    cause = error
    while cause and not isinstance(cause, OSError | sqlite3.Error):
        cause = cause.__cause__
    return cause or error


def tabled():
    """Makes the table of the sweep, which `resume=` makes again; returns the exit status that it calls for."""
    from . import sweep

    try:
        return sweep.summarize(guard.sweep_dir, guard.sweep_jobs)
    except KeyboardInterrupt:
        return signals.ended(f": resume={guard.sweep_dir} makes the table")
    except Exception as error:
        printing.say(f"failed: the table of the sweep: {crashes.one_line(error)}", sys.stderr)
        return 1


def with_backend(arguments):
    """The arguments, and as one of them what KERAS_BACKEND says: so the record of the run has it."""
    chosen = os.environ.get("KERAS_BACKEND")
    if not chosen or any(argument.startswith("backend=") for argument in arguments):
        return arguments
    # Hydra wants all overrides side by side; where there are none, --info would swallow what follows it.
    overrides = [argument for argument in arguments if argument[:1] != "-" and ("=" in argument or "~" in argument)]
    place = arguments.index(overrides[0]) if overrides else 0
    return [*arguments[:place], f"backend={chosen}", *arguments[place:]]


def own_engines(arguments):
    """Removes the files that Hydra's plugins bring and conf/hydra/ has too: Hydra refuses two of one name.

    Raises:
        resume.Refused: a file is chosen whose plugin is not installed.
    """
    Plugins.instance()  # loads them, and with them their files
    for path in (CONF / "hydra").rglob("*.yaml"):
        group = path.parent.relative_to(CONF)
        known = ConfigStore.instance().repo
        for part in group.parts:
            known = known.get(part, {})
        if known.pop(path.name, None) is None and f"{group.as_posix()}={path.stem}" in arguments:
            install = f"pip install --constraint constraints.txt --editable '.[{path.stem}]'"
            raise resume.Refused(f"{group.as_posix()}={path.stem} is not installed here: {install}")


def job(task, cfg):
    """One task as Hydra runs it; it fails where another process works in its folder."""
    unfailing.protect()  # a sweep's jobs may run in other processes
    sys.unraisablehook = signals.unswallowed
    source_code.read()
    run_dir = Path(HydraConfig.get().runtime.output_dir)
    try:
        if hydra_side.unwritten:
            raise hydra_side.unwritten.pop()
        if (run_dir / "result.json").exists():
            (run_dir / "result.json").read_bytes()  # what cannot be read may be that of a finished run
        with lock.on(run_dir):
            return alone(task, cfg, run_dir)
    except (lock.Held, OSError) as error:
        why = crashes.one_line(error)
        printing.say(f"failed: {printing.near(run_dir)}: {why}", sys.stderr)
        return FAILED


def alone(task, cfg, run_dir):
    """One task whose folder no other process uses: a crash is reported and recorded, and other jobs go on.

    What breaks after a run is done changes the exit status alone: the run stays done, with its figures.
    """
    guard.before_keras(cfg)
    if done := resume.finished(run_dir):
        printing.say(f"done already: {printing.near(run_dir)}")
        with unfailing.unharmed("report.html"):
            stored.described(run_dir, cfg)
        return done.get("val/loss")
    try:
        result = (stored.evaluate if cfg.get("evaluate") else task)(cfg, run_dir)
        # A search would end on NaN.
        return "diverged" if isinstance(result, float) and math.isnan(result) else result
    except Exception as error:
        said = f"{type(error).__name__}: {crashes.one_line(error)}"
        done = resume.finished(run_dir)
        failed = "failed after the run was done" if done else "failed"
        # With the researcher's own lines only: among Keras' and Hydra's frames they would not be seen.
        lines = crashes.own_lines(error)
        compiled = bool(lines) and "fit(" in lines[-1] and not cfg.get("debug")
        hint = ["debug=true, step by step, would name the line of the network"] * compiled
        printing.say("\n  ".join([f"{failed}: {said}", *lines, *hint]), sys.stderr)
        if not done:
            leave_failure(run_dir, cfg, said, lines)
        return FAILED


def leave_failure(run_dir, cfg, said, lines):
    """Leaves why a run broke in its folder, and the researcher's lines that led to it."""
    with unfailing.unharmed("result.json"):
        run_files.write_json(run_dir / "result.json", {"status": "failed", "error": said, "lines": lines})
    if cfg.get("report"):
        with unfailing.unharmed("report.html"):
            from ..figures import report  # slow: brings matplotlib

            report.of_run(run_dir, cfg)
