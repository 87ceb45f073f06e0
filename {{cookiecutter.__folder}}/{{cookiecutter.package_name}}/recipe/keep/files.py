"""MACHINERY. What runs leave on disk, written and read back."""

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
    """The content of a JSON file; {} where there is no whole one, as of a run that did not come so far."""
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError, json.JSONDecodeError):
        return {}


def logged_as(name):
    """A figure's name in history.csv, by Keras' own."""
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
    """A figure as it is shown; a minus before a zero only puzzles."""
    return f"{value + 0.0:.4g}" if isinstance(value, float) else str(value)
