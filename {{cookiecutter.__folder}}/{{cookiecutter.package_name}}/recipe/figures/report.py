"""MACHINERY. Pages: of a run, of a climb, of a sweep. Each is one file that opens from disk, without a network."""

import base64
import io
from pathlib import Path

import jinja2
from omegaconf import OmegaConf
from PIL import Image

from ..keep import record, run_files
from . import curves
from .sheet import styled

GROUPS = {
    "look": "The data",
    "forward": "The network",
    "loss": "The loss",
    "outputs": "What it answers",
    "layers": "Inside, over time",
    "shown": "Shown",
    "one": "One sample",
    "ten": "Ten samples",
    "all": "All samples",
    "init": "Initializers",
    "seed": "Seeds",
    "curves": "Curves",
}


def of_run(run_dir, cfg, pictures=None, layers=None):
    """report.html of one training, from what it left in its folder, its pictures and the table of its layers."""
    result = run_files.read_json(run_dir / "result.json")
    content = {
        "title": title("Training", run_dir),
        "status": result.pop("status", None),
        "departures": result.pop("departures", []),
        "figures": {key: run_files.few_digits(v) for key, v in result.items() if isinstance(v, int | float | str)},
        "layers": layers,
    }
    write(run_dir, "run.html", cfg, pictures, content)


def of_climb(run_dir, cfg, content, pictures):
    """report.html of one climb: verdicts first, then pictures by rung.

    Args:
        content: what pages/climb.html shows of the verdicts.
    """
    write(run_dir, "climb.html", cfg, pictures, {"title": title("Climb", run_dir), **content})


@styled
def of_sweep(sweep_dir, rows):
    """report.html of a sweep: what differs between its jobs, how they ended, their curves laid over one another.

    Args:
        sweep_dir: the folder with one folder a job.
        rows: of summary.csv.
    """
    settings = [dict(part.split("=", 1) for part in row["overrides"].split() if "=" in part) for row in rows]
    keys = list(dict.fromkeys(key for setting in settings for key in setting))
    keys = [key for key in keys if len({setting.get(key) for setting in settings}) > 1]
    shown = list(dict.fromkeys(key for row in rows for key in row if "/" in key))
    jobs = [
        {
            "job": row["job"],
            "page": (sweep_dir / row["job"] / "report.html").exists(),
            "status": row["status"],
            "settings": [setting.get(key, "") for key in keys],
            "figures": [run_files.few_digits(row.get(key, "")) for key in shown],
        }
        for row, setting in zip(rows, settings, strict=True)
    ]
    histories = {
        ", ".join(job["settings"]) or job["job"]: run_files.read_history(sweep_dir / job["job"]) for job in jobs
    }
    histories = {name: history for name, history in histories.items() if history}
    drawn = list(dict.fromkeys(key for history in histories.values() for key in history[-1] if "/" in key))
    caption = "All jobs, laid over one another."
    pictures = {"curves/all": curves.overlaid(histories, drawn, caption)} if drawn else {}
    content = {"title": title("Sweep", sweep_dir), "keys": keys, "shown": shown, "jobs": jobs}
    write(sweep_dir, "sweep.html", None, pictures, content)


def write(folder, template, cfg, pictures, content):
    """Leaves the pictures in figures/, and report.html with them inside."""
    groups = {}
    for key, picture in (pictures or {}).items():
        path = folder / "figures" / f"{key.replace('/', '-')}.png"
        path.parent.mkdir(exist_ok=True)
        png = as_png(picture)
        path.write_bytes(png)
        groups.setdefault(key.partition("/")[0], []).append(embedded(picture, png))
    content |= {
        "groups": [(GROUPS.get(group, group), pictures) for group, pictures in groups.items()],
        "configuration": OmegaConf.to_yaml(record.resolved(cfg)) if cfg is not None else "",
    }
    page(folder / "report.html", template, content)


def page(path, template, content):
    """Writes a page from a template in pages/."""
    loader = jinja2.FileSystemLoader(Path(__file__).parent / "pages")
    pages = jinja2.Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True)
    path.write_text(pages.get_template(template).render(content), encoding="utf-8")


def title(kind, folder):
    return f"{kind} {folder.parent.name} / {folder.name}"


def embedded(picture, png):
    """A Picture as a page holds it."""
    return {"png": base64.b64encode(png).decode(), "caption": picture.caption, "alt": picture.alt or picture.caption}


def as_png(picture):
    file = io.BytesIO()
    Image.fromarray(picture.pixels).save(file, format="png", compress_level=3)  # a quarter of the time, a tenth larger
    return file.getvalue()
