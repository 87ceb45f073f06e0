"""What the recipe adds to a training's own loop, in one process: to `fit` on all the data, and to a few steps on one
sample."""

import contextlib
import functools
import io
import tempfile
import time
from pathlib import Path

from timing import compared, interleaved, medians

LENGTH = "training.epochs=25"
ONE = ["data.subset=1", "tracker=[]", "report=false"]
ONE += ["+training.callbacks.clock={_target_: loops.clock}"]
SLOWLY = ["optimizer.learning_rate=0.0001", "training.subset.target=0.001"]
STEPS_OF_A_ROUND = 20  # between two looks at the target
MOMENTS = []  # of the clock


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


def clock():
    """A callback that notes when the training began, when each round of steps ended, and when it was over."""
    import keras

    def note(*_):
        MOMENTS.append(time.perf_counter())

    return keras.callbacks.LambdaCallback(on_train_begin=note, on_epoch_end=note, on_train_end=note)


def spans():
    """(seconds of the whole loop, seconds after the first round, which compiles, rounds) of the clock's moments."""
    begun, first, *_, over = MOMENTS
    return over - begun, over - first, len(MOMENTS) - 2


def overfitted(cfg, folder):
    """The spans of train.py on one sample, up to its target."""
    from paper_net import train

    MOMENTS.clear()
    with contextlib.redirect_stdout(io.StringIO()):
        train.train(cfg, folder)
    return spans()


def by_fit(cfg, rounds):
    """The spans of Keras' own `fit` on the same batches, which looks at the loss as often."""
    from paper_net import recipe, train

    MOMENTS.clear()
    data = recipe.load(cfg)
    plan = recipe.plan(cfg, data)
    train.compiled(cfg, plan).fit(
        plan.batches,
        steps_per_epoch=STEPS_OF_A_ROUND,
        epochs=rounds,
        validation_data=data.validation,
        callbacks=[clock()],
        verbose=0,
    )
    return spans()


def by_hand(cfg, rounds):
    """The spans of the best loop of one's own: compiled rounds of steps on a sample that stays where it is, and a look
    at its loss after each."""
    import tensorflow as tf
    from paper_net import recipe, train

    MOMENTS.clear()
    data = recipe.load(cfg)
    model = train.compiled(cfg, recipe.plan(cfg, data))
    x, y = (tf.constant(part) for part in data.train)

    @tf.function
    def round_of_steps():
        for _ in tf.range(STEPS_OF_A_ROUND):
            with tf.GradientTape() as tape:
                loss = model.loss(y, model(x, training=True))
            weights = model.trainable_variables
            model.optimizer.apply(tape.gradient(loss, weights), weights)
        return model.loss(y, model(x, training=False))

    MOMENTS.append(time.perf_counter())
    for _ in range(rounds):
        float(round_of_steps())
        MOMENTS.append(time.perf_counter())
    MOMENTS.append(time.perf_counter())
    return spans()


def one_sample(project, repetitions):
    """Rows of the table: overfitting one sample, as the example does it and so slowly that it takes many rounds."""
    rows = []
    for asked, part, words in ((ONE, 0, "compilation included"), ([*ONE, *SLOWLY], 1, "without the first round")):
        cfg = composed(project, *asked)
        seconds = {"ours": [], "the best hand-written loop": [], "Keras' own `fit`": []}
        for repetition in range(repetitions + 1):
            with tempfile.TemporaryDirectory() as folder:
                *ours, rounds = overfitted(cfg, Path(folder))
            found = (ours, by_hand(cfg, rounds), by_fit(cfg, rounds))
            for times, span in zip(seconds.values(), found, strict=True):
                times += [span[part]] if repetition else []  # the first pays for imports
        took = medians(seconds)
        what = f"overfit one to its target in {rounds * STEPS_OF_A_ROUND} steps, {words}"
        for against in [*seconds][1:]:
            rows.append(compared(what, against, took["ours"], took[against], 1.3))
    return rows


def watching(project, repetitions):
    """{way: median seconds} of training on all the data, with and without what watches it."""
    ways = {
        "bare `model.fit`": (bare, ["tracker=[]"]),
        "`train.py`, default settings": (whole, []),
        "`train.py`, `tracker=[wandb,tensorboard]`": (whole, ["tracker=[wandb,tensorboard]"]),
        "`train.py`, `tracker=[] report=false`": (whole, ["tracker=[]", "report=false"]),
        "`model.fit` with Keras' TensorBoard": (with_keras_tensorboard, ["tracker=[]"]),
        "`model.fit` with W&B's metrics logger": (with_wandb_callbacks, ["tracker=[]"]),
    }

    def run(way, overrides):
        with tempfile.TemporaryDirectory() as folder:
            return way(composed(project, *overrides), Path(folder))

    for way, own in ways.values():  # pays for imports
        run(way, [*own, "training.epochs=1"])
    turns = {name: functools.partial(run, way, [LENGTH, *own]) for name, (way, own) in ways.items()}
    return medians(interleaved(turns, repetitions))
