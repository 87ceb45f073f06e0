"""MACHINERY. Where the project of this recipe/ lies. No other file of recipe/ knows what is above it."""

from importlib import import_module
from pathlib import Path

PACKAGE = Path(__file__).parents[2]
CONF = PACKAGE.parent / "conf"


def script():
    """The researcher's train.py as a module: it has `train(cfg, run_dir)` and `compiled(cfg, plan)`."""
    return import_module(f"{PACKAGE.name}.train")
