"""MACHINERY. A sweep's jobs side by side, read from their folders: they may have run in other processes."""

from ..keep import printing, run_files, unfailing

SHOWN = ("status", "steps", "train/loss", "val/loss", "val/accuracy", "test/accuracy")


def summarize(sweep_dir, names=None):
    """Shows the jobs as a table, and leaves it in summary.csv and report.html.

    Args:
        sweep_dir: the folder with one folder a job.
        names: of those folders; None of a search, which numbers them. What else lies there, such as a copy, is no job.

    Returns:
        The exit status: 1 if a job did not finish, else 0.
    """
    there = [path.parent.parent for path in sweep_dir.glob("*/.hydra/overrides.yaml")]
    jobs = [folder for folder in there if (folder.name.isdigit() if names is None else folder.name in names)]
    rows = [job_row(folder) for folder in sorted(jobs, key=job_number)]
    if not rows:
        return 0
    with unfailing.unharmed("summary.csv"):
        run_files.write_csv(sweep_dir / "summary.csv", rows)
    with unfailing.unharmed("report.html"):
        from ..figures import report  # slow: brings matplotlib

        report.of_sweep(sweep_dir, rows)
    show(rows, sweep_dir)
    return int(any(row["status"] not in ("done", "pass", "warn") for row in rows))


def job_number(folder):
    return (0, int(folder.name)) if folder.name.isdigit() else (1, folder.name)


def job_row(folder):
    overrides = run_files.overrides(folder)
    figures = run_files.read_json(folder / "result.json") or {"status": "interrupted"}
    figures = {key: value for key, value in figures.items() if not isinstance(value, list | dict)}
    return {"job": folder.name, "overrides": " ".join(overrides), **figures}


def show(rows, sweep_dir):
    """Prints what differs between the jobs, and what they came to."""
    jobs = [row["overrides"].split() for row in rows]
    common = set(jobs[0]).intersection(*jobs[1:]) if len(jobs) > 1 else set()
    columns = [column for column in SHOWN if any(column in row for row in rows)]
    names = [" ".join(o for o in job if o not in common) or row["job"] for job, row in zip(jobs, rows, strict=True)]
    figures = [[run_files.few_digits(row.get(column, "")) for column in columns] for row in rows]
    head = ["job", *(column.replace("/", "/\n") for column in columns)]
    cells = [[name, *row] for name, row in zip(names, figures, strict=True)]
    printing.table(head, cells, right=[name for name in head if name not in ("job", "status")])
    printing.say(f"{sweep_dir}/summary.csv")
