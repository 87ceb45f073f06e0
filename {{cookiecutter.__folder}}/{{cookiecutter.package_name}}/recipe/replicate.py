"""MACHINERY. Judges the paper's claims (conf/paper.yaml): python -m PACKAGE.recipe.replicate"""

from .launch.application import application


def replicate(cfg, run_dir):
    """Runs what has not been run yet, judges each claim, and leaves the report in `run_dir`."""
    # backend is the first to import Keras: it keeps TensorFlow's start silent
    from .keras_side import backend  # noqa: F401
    from .launch.jobs import launch
    from .replication import replication, report, sensitivity

    found = replication.replicate(cfg, launch)
    if cfg.paper.sensitivity:
        found.candidates = sensitivity.sensitivity(cfg.paper, found.by_name, launch)
    report.write(found, run_dir)
    report.show(found, run_dir)


if __name__ == "__main__":
    application(replicate, config_name="replicate")
