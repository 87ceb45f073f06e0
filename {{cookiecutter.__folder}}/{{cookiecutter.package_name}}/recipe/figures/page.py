"""MACHINERY. A page from a template in pages/: one file, with its scripts and styles inside. It draws nothing."""

import functools
from pathlib import Path

import jinja2
from markupsafe import Markup

from ..keep import run_files

PAGES = Path(__file__).parent / "pages"
SPLITS = ("train", "val", "test")


def page(path, template, content):
    """Writes a page from a template in pages/."""
    run_files.replace(path, templates().get_template(template).render(content).encode(errors="backslashreplace"))


@functools.cache
def templates():
    """Jinja's environment, which keeps what it has compiled for a sweep's other jobs."""
    loader = jinja2.FileSystemLoader(PAGES)
    escaped = jinja2.select_autoescape(["html"])
    pages = jinja2.Environment(loader=loader, autoescape=escaped, trim_blocks=True, lstrip_blocks=True)
    pages.globals["laid_in"] = laid_in
    pages.filters["of"] = lambda shown, keys: [shown[key] for key in keys]
    return pages


def laid_in(name):
    """A script or a style of pages/ as it is."""
    return Markup((PAGES / name).read_text(encoding="utf-8"))
