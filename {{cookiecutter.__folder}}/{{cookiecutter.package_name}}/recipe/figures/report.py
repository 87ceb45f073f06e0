"""MACHINERY. Pages: of a run, of a climb, of a sweep. Each is one file that opens from disk, without a network."""

import base64
import contextlib
import io

from omegaconf import OmegaConf
from PIL import Image

from ..keep import machine, record, run_files
from ..paper import paper_yaml
from . import curves
from .page import SPLITS, page
from .sheet import styled

WIDE = 560  # pixels of a picture that gets the page's whole width
EFFORT = {"samples": "{:,} samples", "epochs": "{:,} epochs", "steps": "{:,} optimizer updates", "seconds": "{:.0f} s"}


def of_run(run_dir, cfg, pictures=None, layers=None):
    """report.html of one training, from what it left in its folder, its pictures and the table of its layers."""
    result = run_files.read_json(run_dir / "result.json")
    facts = [words.format(result[key]) for key, words in EFFORT.items() if key in result]
    if result.get("target") is not None:
        facts.append(f"target {result['target']:.4g} {'reached' if result['reached'] else 'MISSED'}")
    content = {
        **{key: result.get(key) for key in ("status", "error", "lines", "departures", "weights", "evaluated")},
        "subset": result.get("indices") is not None,
        "facts": facts,
        "figures": by_split(result),
        "layers": layers,
        "groups": grouped(drawn(run_dir, pictures or {})),
    }
    write(
        run_dir,
        "run.html",
        cfg,
        {**headed("Evaluation" if "evaluated" in result else "Training", run_dir, cfg), **content},
    )


def by_split(result):
    """The figures of a result as a table: a row a split, a column a name; None without any."""
    names = list(dict.fromkeys(key.partition("/")[2] for key in result if key.partition("/")[0] in SPLITS))
    rows = {
        split: [run_files.few_digits(result.get(f"{split}/{name}", "")) for name in names]
        for split in SPLITS
        if any(f"{split}/{name}" in result for name in names)
    }
    return {"columns": names, "rows": rows} if names else None


def of_climb(run_dir, cfg, content, pictures):
    """report.html of one climb: what is not right and the pictures that prove it, then rung by rung.

    Args:
        content: what pages/climb.html shows of the verdicts.
        pictures: {key: Picture} of all rungs; keys are `rung/name`.
    """
    shown = drawn(run_dir, pictures)
    for key, one in shown.items():
        rung = key.partition("/")[0]
        one["panels"] = [{**panel, "title": f"{rung}: {panel['title']}"} for panel in one["panels"]]
    write(run_dir, "climb.html", cfg, {**headed("Climb", run_dir, cfg), **content, "pictures": shown})


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
    histories = {}
    for job in jobs:
        if history := run_files.read_history(sweep_dir / job["job"]):
            job["curve"] = ", ".join(job["settings"]) or job["job"]
            histories[job["curve"]] = history
    names = list(dict.fromkeys(key for history in histories.values() for key in history[-1] if "/" in key))
    caption = "All jobs, laid over one another."
    pictures = {"curves/all": curves.overlaid(histories, names, caption)} if names else {}
    common = [part for part in rows[0]["overrides"].split() if all(part in row["overrides"].split() for row in rows)]
    content = {
        **headed("Sweep", sweep_dir, None),
        "command": command_of(sweep_dir),
        "title": f"{len(jobs)} jobs over {', '.join(keys) or 'the same configuration'}",
        "common": machine.spoken(common),
        **{"keys": keys, "shown": shown, "jobs": jobs},
        "pictures": list(drawn(sweep_dir, pictures).values()),
    }
    write(sweep_dir, "sweep.html", None, content)


def command_of(sweep_dir):
    """The command that began a sweep; None where that is not known."""
    with contextlib.suppress(OSError, ValueError, TypeError, KeyError):
        name, overrides = run_files.swept(sweep_dir)
        return machine.typed(name, ["-m", *overrides])


def headed(kind, folder, cfg):
    """What stands at the head of a page: what the experiment overrides, its command, its paper.

    Args:
        kind: of the page: Training, Climb or Sweep.
        folder: that it describes.
        cfg: the configuration; None where the page is of several.
    """
    paper = "" if cfg is None else paper_yaml.title(cfg)
    return {
        "kind": kind,
        "title": machine.spoken(run_files.overrides(folder)) or machine.AS_IS,
        "folder": f"{folder.parent.name}/{folder.name}",
        # A run that breaks early leaves no record.
        "command": run_files.read_json(folder / "record.json").get("command") or machine.command(),
        "paper": f"paper: {paper}" if paper else "",
    }


def drawn(folder, pictures):
    """Leaves the pictures in figures/; returns each as a page holds it, under its key."""
    shown = {}
    for key, picture in pictures.items():
        path = folder / "figures" / f"{key.replace('/', '-')}.png"
        path.parent.mkdir(exist_ok=True)
        png = as_png(picture.pixels)
        run_files.replace(path, png)
        shown[key] = embedded(picture, png)
    return shown


def grouped(shown):
    """{group: what a page shows of it}, from keys `group/name`."""
    groups = {}
    for key, one in shown.items():
        groups.setdefault(key.partition("/")[0], []).append(one)
    return groups


def write(folder, template, cfg, content):
    """Leaves report.html, with the configuration folded at its end."""
    configuration = OmegaConf.to_yaml(record.resolved(cfg)) if cfg is not None else ""
    page(folder / "report.html", template, {**content, "configuration": configuration})


def embedded(picture, png):
    """A Picture as a page holds it."""
    return {
        "png": base64.b64encode(png).decode(),
        "dark": None if picture.dark is None else base64.b64encode(as_png(picture.dark)).decode(),
        "caption": picture.caption,
        "alt": picture.alt or picture.caption,
        "width": picture.pixels.shape[1],
        "wide": picture.pixels.shape[1] > WIDE,
        "panels": picture.panels,
    }


def as_png(pixels):
    file = io.BytesIO()
    Image.fromarray(pixels).save(file, format="png", compress_level=3)  # a quarter of the time, a tenth larger
    return file.getvalue()
