"""MACHINERY. Runs a run again and compares every epoch: python -m PACKAGE.recipe.reproduce run=DIR"""

from pathlib import Path

from omegaconf import OmegaConf

from .keep import printing, run_files
from .launch import guard
from .launch.application import application

NOT_COMPARED = {"tracker": {}, "report": False}


def reproduce(cfg, run_dir):
    """Trains as the saved configuration of the run in `cfg.run` says, and tells what differs; False where any does."""
    then = Path(cfg.run)
    saved = OmegaConf.merge(OmegaConf.load(then / ".hydra/config.yaml"), NOT_COMPARED)
    guard.before_keras(OmegaConf.merge(saved, {"threads": run_files.threads(then)}))
    from .keep import changes, identical, project
    from .keras_side import backend  # noqa: F401  the first to import Keras: it keeps TensorFlow's start silent

    project.script().train(saved, run_dir)
    rows, different = run_files.read_history(then), identical.difference(then, run_dir)
    if different is None:
        epochs = printing.number(len(rows), "epoch")
        printing.say(f"identical to {then}: {epochs} of {len(rows[0]) - 2} figures, and the weights")
        return True
    printing.say(f"differs from {then}: {different}")
    since = changes.changes(*(run_files.read_json(folder / "record.json") for folder in (then, run_dir)))
    said = [f"  since then: {change}" for change in since] or ["  nothing it rests on has changed since then"]
    printing.say("\n".join(said))
    return False


if __name__ == "__main__":
    application(reproduce, config_name="reproduce")
