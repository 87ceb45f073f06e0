"""MACHINERY. Judges the paper's claims (conf/paper.yaml): python -m PACKAGE.recipe.replicate"""

from .launch.application import application


def replicate(cfg, run_dir):
    """Runs what has not been run yet, judges each claim, and leaves the report in `run_dir`; False, which ends the
    command with status 1, where a training broke."""
    # backend is the first to import Keras: it keeps TensorFlow's start silent
    from .keras_side import backend  # noqa: F401
    from .launch.jobs import launch
    from .paper import paper_yaml
    from .replication import replication, report, sensitivity

    judged = replication.replicate(cfg, launch)
    if not judged:
        return True
    candidates = sensitivity.sensitivity(cfg.paper, judged, launch) if cfg.paper.sensitivity else []
    report.write(judged, candidates, run_dir, paper_yaml.title(cfg))
    report.show(judged, candidates, run_dir)
    return all(len(row.runs) == cfg.paper.seeds for _, _, row in judged if row and row.trained and not row.missing)


if __name__ == "__main__":
    application(replicate, config_name="replicate")
