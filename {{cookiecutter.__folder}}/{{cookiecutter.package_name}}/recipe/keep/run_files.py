"""MACHINERY. The files of a run: JSON and CSV, written whole and read back."""

import csv
import json
import os


def replace(path, content):
    """Writes a file whole or not at all."""
    draft = path.with_name("draft")
    draft.write_bytes(content)
    os.replace(draft, path)


def write_json(path, content):
    replace(path, (json.dumps(content, indent=1, ensure_ascii=False) + "\n").encode(errors="backslashreplace"))


def read_json(path):
    """The content of a JSON file; {} where it is missing or torn, as after a run that was stopped."""
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError, json.JSONDecodeError):
        return {}


def logged_as(name):
    """The name in history.csv of a figure that Keras logs: val_loss as val/loss, loss as train/loss."""
    return f"val/{name.removeprefix('val_')}" if name.startswith("val_") else f"train/{name}"


def write_csv(path, rows):
    """Writes dictionaries as rows; a column for each key that any of them has."""
    columns = list(dict.fromkeys(key for row in rows for key in row))
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, columns)
        writer.writeheader()
        writer.writerows(rows)


def read_history(folder):
    """The rows of a run's history.csv, numbers by `split/name`; none where there is no such file."""
    path = folder / "history.csv"
    if not path.exists():
        return []
    with path.open(encoding="utf-8") as file:
        return [{key: float(value) for key, value in row.items() if value} for row in csv.DictReader(file)]


def threads(folder):
    """The number of threads that a run computed with, on which its last digits depend; None where it left no record."""
    return read_json(folder / "record.json").get("machine", {}).get("threads")


def few_digits(value):
    """A figure with four digits; 0 has no minus sign, which would only puzzle."""
    return f"{value + 0.0:.4g}" if isinstance(value, float) else str(value)
