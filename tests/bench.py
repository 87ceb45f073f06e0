"""What watching a training costs: ratios of medians of interleaved runs in one process.

    python tests/bench.py PROJECT [--lengths short long] [--ways WORD …] [--repetitions 3]

PROJECT is a generated project whose package is `paper_net`; the Python is the one it is installed in.
"""

import argparse
import contextlib
import io
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

LENGTHS = {"short": ["training.epochs=3"], "long": ["training.epochs=200"]}  # the long one: about a minute


def composed(project, *overrides):
    import hydra

    with hydra.initialize_config_dir(str(project / "conf"), version_base="1.3"):
        return hydra.compose("config", overrides=list(overrides))


def bare(cfg, folder, callbacks=()):
    """`model.fit` and `evaluate` of the same model, data and steps, with nothing of the recipe around them."""
    from paper_net import recipe, train

    data = recipe.load(cfg)
    plan = recipe.plan(cfg, data)
    model = train.compiled(cfg, plan)
    began = time.perf_counter()
    model.fit(
        plan.batches,
        steps_per_epoch=plan.steps_per_epoch,
        epochs=plan.epochs,
        validation_data=data.validation,
        validation_batch_size=cfg.training.batch_size,
        callbacks=list(callbacks),
        shuffle=False,
        verbose=0,
    )
    model.evaluate(*data.test, batch_size=cfg.training.batch_size, verbose=0, return_dict=True)
    return time.perf_counter() - began


def whole(cfg, folder):
    """As train.py does it, from the building of the model on, which `bare` leaves out too."""
    from paper_net import recipe, train

    built, compiled = [], train.compiled

    def timed(*arguments):
        began = time.perf_counter()
        model = compiled(*arguments)
        built.append(time.perf_counter() - began)
        return model

    data = recipe.load(cfg)  # kept for the next call
    train.compiled = timed
    began = time.perf_counter()
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            train.train(cfg, folder)
    finally:
        train.compiled = compiled
    del data
    return time.perf_counter() - began - sum(built)


def with_keras_tensorboard(cfg, folder):
    import keras

    return bare(cfg, folder, [keras.callbacks.TensorBoard(folder, histogram_freq=5)])


def with_wandb_callbacks(cfg, folder):
    import wandb
    from wandb.integration.keras import WandbMetricsLogger

    settings = wandb.Settings(silent=True, console="off")
    began = time.perf_counter()
    with wandb.init(mode="offline", dir=folder, project="bench", settings=settings):
        started = time.perf_counter()
        fitted = bare(cfg, folder, [WandbMetricsLogger()])
        ended = time.perf_counter()
    return started - began + fitted + time.perf_counter() - ended


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("project", type=Path)
    parser.add_argument("--lengths", nargs="+", choices=LENGTHS, default=list(LENGTHS))
    parser.add_argument("--ways", nargs="+", default=[""], help="words that occur in the names of those to time")
    parser.add_argument("--repetitions", type=int, default=3)
    arguments = parser.parse_args()
    project = arguments.project.resolve()
    os.chdir(project)
    sys.path.insert(0, str(project))
    from paper_net.recipe import backend  # noqa: F401

    ways = {
        "bare model.fit": (bare, ["tracker=[]"]),
        "train.py, default settings": (whole, []),
        "train.py, tracker=[wandb,tensorboard]": (whole, ["tracker=[wandb,tensorboard]"]),
        "train.py, tracker=[] report=false": (whole, ["tracker=[]", "report=false"]),
        "model.fit with keras' TensorBoard": (with_keras_tensorboard, ["tracker=[]"]),
        "model.fit with W&B's metrics logger": (with_wandb_callbacks, ["tracker=[]"]),
    }
    ways = {name: way for name, way in ways.items() if any(word in name for word in ("bare", *arguments.ways))}
    for length in arguments.lengths:
        overrides = LENGTHS[length]
        seconds = {name: [] for name in ways}
        for repetition in range(arguments.repetitions + 1):
            for name, (way, own) in ways.items():
                first = [] if repetition else ["training.epochs=1"]  # pays for imports, and is not counted
                with tempfile.TemporaryDirectory() as folder:
                    took = way(composed(project, *overrides, *own, *first), Path(folder))
                seconds[name] += [took] if repetition else []
        medians = {name: statistics.median(times) for name, times in seconds.items()}
        least = medians["bare model.fit"]
        print(f"\n{length}: {' '.join(overrides)}; medians of {arguments.repetitions}")
        for name, median in medians.items():
            print(f"  {name:<40} {median:7.2f} s   {median / least:5.3f} x   {median - least:+6.2f} s")


if __name__ == "__main__":
    main()
