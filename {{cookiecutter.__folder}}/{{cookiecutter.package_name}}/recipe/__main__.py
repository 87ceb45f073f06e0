"""MACHINERY. Climbs the recipe: python -m PACKAGE.recipe"""

from .launch.application import application


def climb(cfg, run_dir):
    """The climb as a task: False where a check failed, which ends the command with status 1."""
    from .keras_side import backend  # noqa: F401, I001  the first to import Keras: it keeps TensorFlow's start silent
    from .checks import verdicts
    from .climb.climb import climb
    from .keep import run_files

    verdict = verdicts.as_json(climb(cfg, run_dir))
    run_files.write_json(run_dir / "result.json", {key: verdict[key] for key in ("status", "failed_at")})
    return verdict["status"] != "fail"


if __name__ == "__main__":
    application(climb, config_name="recipe")
