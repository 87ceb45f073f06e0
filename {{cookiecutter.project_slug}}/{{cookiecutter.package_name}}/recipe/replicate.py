"""MACHINERY. Judges the paper's claims (conf/paper.yaml): python -m PACKAGE.recipe.replicate"""

from .hydra_application import application


def replicate(cfg, run_dir):
    """Runs what has not been run yet, judges each claim, and leaves the report in `run_dir`."""
    # backend is the first to import Keras: it keeps TensorFlow's start silent
    from . import backend, replication, replication_report  # noqa: F401

    found = replication.replicate(cfg)
    replication_report.write(found, run_dir)
    replication_report.show(found, run_dir)


if __name__ == "__main__":
    application(replicate, config_name="replicate")
