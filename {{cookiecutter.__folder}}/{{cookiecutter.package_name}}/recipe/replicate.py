"""MACHINERY. Judges the paper's claims (conf/paper.yaml): python -m PACKAGE.recipe.replicate"""

from .hydra_application import application


def replicate(cfg, run_dir):
    """Runs what has not been run yet, judges each claim, and leaves the report in `run_dir`."""
    # backend is the first to import Keras: it keeps TensorFlow's start silent
    from . import backend, replication, replication_report, sensitivity  # noqa: F401

    found = replication.replicate(cfg)
    if cfg.paper.sensitivity:
        found.candidates = sensitivity.sensitivity(cfg.paper, found.by_name)
    replication_report.write(found, run_dir)
    replication_report.show(found, run_dir)


if __name__ == "__main__":
    application(replicate, config_name="replicate")
