"""MACHINERY. Climbs the recipe: python -m PACKAGE.recipe"""

from .hydra_application import application


def climb(cfg, run_dir):
    """The climb as a task; False where a check failed."""
    from . import backend  # noqa: F401  the first to import Keras: it keeps TensorFlow's start silent
    from .climb import climb

    return all(rung.status != "fail" for rung in climb(cfg, run_dir))


if __name__ == "__main__":
    application(climb, config_name="recipe")
