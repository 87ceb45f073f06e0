"""MACHINERY. The files of a run: JSON and CSV, written whole and read back."""

import contextlib
import csv
import io
import json
import math
import os

import yaml

WEIGHTS = "model.weights.h5"  # in the folder of a run: of the network that it has trained
RUN_DIR = "${hydra:runtime.output_dir}"


def replace(path, content):
    """Writes a file whole or not at all, even where the machine loses its power meanwhile."""
    with whole(path) as draft:
        draft.write_bytes(content)


@contextlib.contextmanager
def whole(path, draft="draft"):
    """A context that yields a path to write to, which becomes `path` at its end; where it breaks, nothing is left."""
    draft = path.with_name(draft)
    try:
        yield draft
        with draft.open("rb+") as file:
            os.fsync(file.fileno())
        os.replace(draft, path)
    except BaseException:
        with contextlib.suppress(OSError):
            draft.unlink()
        raise


def reserve(path, size):
    """Raises OSError where a disk has no room for a file: HDF5 would end the process in the middle of it."""
    with path.open("wb") as file:
        if hasattr(os, "posix_fallocate"):  # not on Windows or a Mac
            os.posix_fallocate(file.fileno(), 0, size)
    path.unlink()


def write_json(path, content):
    replace(path, (json.dumps(content, indent=1, ensure_ascii=False) + "\n").encode(errors="backslashreplace"))


def read_json(path):
    """The dictionary in a JSON file; {} where it is missing or torn, as after a run that was stopped, or unreadable."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return content if isinstance(content, dict) else {}


def read_yaml(path):
    """The content of a YAML file as it is written, nothing resolved.

    Raises:
        OSError, ValueError: it cannot be read, or is torn.
    """
    try:
        return yaml.load(path.read_text(encoding="utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.YAMLError as error:
        raise ValueError(f"{path}: {error}") from None


def overrides(folder):
    """What a run's command changes in the configuration, as it was typed; [] where that is missing or torn."""
    try:
        return [str(one) for one in read_yaml(folder / ".hydra/overrides.yaml") or []]
    except (OSError, ValueError, TypeError):
        return []


def in_folder(cfg, folder):
    """A configuration in which ${hydra:runtime.output_dir} is this folder: a climb trains in several, and outside of
    Hydra nothing says it."""
    from omegaconf import OmegaConf  # slow, and `explain` answers at once

    def placed(node):
        if isinstance(node, dict):
            return {key: placed(value) for key, value in node.items()}
        if isinstance(node, list):
            return [placed(value) for value in node]
        return node.replace(RUN_DIR, str(folder)) if isinstance(node, str) else node

    new = OmegaConf.create(placed(OmegaConf.to_container(cfg)))
    OmegaConf.set_struct(new, True)
    return new


def whose_weights(result):
    """Of which weights the figures of a run's result.json are, in words."""
    return result.get("weights", "weights that it does not name")  # of an older template


def swept(folder):
    """(hydra.job.name, what was typed) of a sweep, of which multirun.yaml tells.

    Raises:
        OSError, ValueError, TypeError, KeyError: it does not tell.
    """
    hydra = read_yaml(folder / "multirun.yaml")["hydra"]
    return hydra["job"]["name"], [str(one) for one in hydra["overrides"]["task"]]


def logged_as(name):
    """The name in history.csv of a figure that Keras logs: val_loss as val/loss, loss as train/loss."""
    return f"val/{name.removeprefix('val_')}" if name.startswith("val_") else f"train/{name}"


def write_csv(path, rows):
    """Writes dictionaries as rows; a column for each key that any of them has."""
    columns = list(dict.fromkeys(key for row in rows for key in row))
    file = io.StringIO(newline="")
    writer = csv.DictWriter(file, columns)
    writer.writeheader()
    writer.writerows(rows)
    replace(path, file.getvalue().encode())


def read_history(folder, most=None):
    """The rows of a run's history.csv, numbers by `split/name`; none where there is no such file.

    Args:
        folder: of the run.
        most: rows to be read, evenly apart, the last among them; None: all.
    """
    path = folder / "history.csv"
    if not path.exists():
        return []
    head, *lines = path.read_text(encoding="utf-8").splitlines() or [""]
    every = max(1, -(-len(lines) // most)) if most else 1
    kept = lines[(len(lines) - 1) % every :: every]
    return [{key: float(value) for key, value in row.items() if value} for row in csv.DictReader([head, *kept])]


def threads(folder):
    """The number of threads that a run computed with, on which its last digits depend; None where it left no record."""
    return read_json(folder / "record.json").get("machine", {}).get("threads")


def few_digits(value):
    """A figure with four digits; 0 has no minus sign, which would only puzzle."""
    return f"{value + 0.0:.4g}" if isinstance(value, float) else str(value)


def rounded(number):
    """A number with five digits for a page's curves, which keeps it small; None where it is not finite."""
    return float(f"{number:.5g}") if math.isfinite(number) else None
