"""MACHINERY. Where the project of this recipe/ lies. No other file of recipe/ knows what is above it."""

from importlib import import_module
from pathlib import Path

PACKAGE = Path(__file__).parents[2]
CONF = PACKAGE.parent / "conf"


def compose(overrides, config_name="config"):
    """A configuration of this project, inside a running application or outside of one."""
    import hydra  # not for those commands that need none
    from hydra.core.global_hydra import GlobalHydra

    if GlobalHydra.instance().is_initialized():
        return hydra.compose(config_name, overrides=list(overrides))
    with hydra.initialize_config_dir(str(CONF), version_base="1.3"):
        return hydra.compose(config_name, overrides=list(overrides))


def script():
    """The researcher's train.py as a module: it has `train(cfg, run_dir)` and `compiled(cfg, plan)`."""
    return import_module(f"{PACKAGE.name}.train")
