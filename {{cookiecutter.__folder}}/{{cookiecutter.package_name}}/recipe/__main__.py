"""MACHINERY. Climbs the recipe: python -m PACKAGE.recipe"""

from .hydra_application import application


def climb(cfg, run_dir):
    """The climb as a task: False where a check failed, which ends the command with status 1."""
    # backend is the first to import Keras: it keeps TensorFlow's start silent
    from . import backend, records, verdicts  # noqa: F401
    from .climb import climb

    verdict = verdicts.as_json(climb(cfg, run_dir))
    records.write_json(run_dir / "result.json", {key: verdict[key] for key in ("status", "failed_at")})
    return verdict["status"] != "fail"


if __name__ == "__main__":
    application(climb, config_name="recipe")
