"""MACHINERY. What a run leaves on disk, and a sweep's table of it."""

import csv
import json
import os

from omegaconf import OmegaConf


def write_json(path, content):
    """Writes a JSON file whole or not at all."""
    draft = path.with_suffix(".draft")
    draft.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    os.replace(draft, path)


def write_csv(path, rows):
    """Writes dictionaries as rows; a column for each key that any of them has."""
    columns = list(dict.fromkeys(key for row in rows for key in row))
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, columns)
        writer.writeheader()
        writer.writerows(rows)


def summarize(sweep_dir):
    """Shows a sweep's jobs as a table and leaves it in summary.csv. Read from the jobs' own files: they may have run
    in other processes, or not to the end.

    Args:
        sweep_dir: the folder with one folder a job.

    Returns:
        The exit status: 1 if a job did not finish, else 0.
    """
    folders = sorted((path.parent.parent for path in sweep_dir.glob("*/.hydra/overrides.yaml")), key=job_number)
    rows = [job_row(folder) for folder in folders]
    if not rows:
        return 0
    write_csv(sweep_dir / "summary.csv", rows)
    from . import report  # slow: brings matplotlib

    report.of_sweep(sweep_dir, rows)
    show(rows, sweep_dir)
    return int(any(row["status"] not in ("done", "pass", "warn") for row in rows))


def job_number(folder):
    return (0, int(folder.name)) if folder.name.isdigit() else (1, folder.name)


def job_row(folder):
    overrides = OmegaConf.load(folder / ".hydra/overrides.yaml")
    result = folder / "result.json"
    figures = json.loads(result.read_text(encoding="utf-8")) if result.exists() else {"status": "interrupted"}
    figures = {key: value for key, value in figures.items() if not isinstance(value, list | dict)}
    return {"job": folder.name, "overrides": " ".join(overrides), **figures}


SHOWN = ("status", "steps", "train/loss", "val/loss", "val/accuracy", "test/accuracy")


def show(rows, sweep_dir):
    from rich import box
    from rich.console import Console
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column("job", overflow="fold")
    columns = [column for column in SHOWN if any(column in row for row in rows)]
    for column in columns:
        table.add_column(column.replace("/", "/\n"), justify="left" if column == "status" else "right")
    for row in rows:
        table.add_row(row["overrides"], *(shown(row.get(column, "")) for column in columns))
    console = Console()
    console.print(table)
    console.print(f"{sweep_dir}/summary.csv", soft_wrap=True)


def shown(value):
    """A figure in a few digits; a minus before a zero only puzzles."""
    return f"{value + 0.0:.4g}" if isinstance(value, float) else str(value)
