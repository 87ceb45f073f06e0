"""The rung `look`: each check catches data that are wrong, and leaves their healthy twin alone.

The data are small ones that are laid into a generated project; one process examines them all.
"""

import pytest
from rungs import both, examined, left_alone
from test_rung_forward import MSE, VALUE, ce

DATA = '''
import keras
import numpy as np
from keras import layers, ops

SPLIT = 800


def split(x, y):
    return {"train": (x[:SPLIT], y[:SPLIT]), "validation": (x[SPLIT:], y[SPLIT:])}


def table(flaw=None, kind="classes"):
    rng = np.random.default_rng(0)
    x = rng.normal(size=(1000, 6)).astype("float32")
    y = x[:, :3].argmax(1).astype("int32") if kind == "classes" else (x[:, :1] - x[:, 1:2] + 0.1 * x[:, 2:3])
    if flaw in ("points in rows", "points"):  # all x, then all y
        rows = np.stack([x[:, 0], x[:, 1]])  # (2, n)
        x[:, :2] = rows.reshape(1000, 2) if flaw == "points in rows" else rows.T
    if flaw in ("blocks", "torn blocks"):  # of 24 hours, which weeks are cut from; of a picture of 8 × 8
        assert rng.normal(size=(70, 24)).reshape(10, 168).shape == (10, 168)
        shape = (4, 4, 2, 2) if flaw == "torn blocks" else (4, 2, 4, 2)
        assert np.reshape(np.arange(64).reshape(8, 8), shape).ndim == 4
    if flaw == "missing":
        x[5, 2] = np.nan
    if flaw == "from one":
        y = y + 1
    if flaw == "four classes":
        y[:300] = 3
    if flaw == "one-hot":
        y = np.eye(3, dtype="float32")[y]
    if flaw == "sorted":
        order = np.argsort(y, kind="stable")
        x, y = x[order], y[order]
    if flaw == "overlap":
        x[SPLIT:], y[SPLIT:] = x[:200], y[:200]
    if flaw in ("copies", "wide"):  # of each row four, with a little noise; or as many rows as are needed
        x = np.concatenate([x, rng.normal(size=(1000, 10)).astype("float32")], axis=1)
        some = rng.permutation(np.arange(1000) // 4) if flaw == "copies" else np.arange(1000)
        x, y = x[some] + 0.01 * rng.normal(size=x.shape).astype("float32"), y[some]
    if flaw == "some overlap":
        x[SPLIT : SPLIT + 60], y[SPLIT : SPLIT + 60] = x[:60], y[:60]
    if flaw == "doubled":
        some = rng.permutation(np.arange(1000) // 2)
        x, y = x[some], y[some]
    if flaw == "categories":  # few different rows: they are on both sides by themselves
        x = np.sign(x)
        y = (x[:, 0] + x[:, 1] > 0).astype("int32")
    if flaw == "raw validation":
        x[SPLIT:] = 40 + 9 * x[SPLIT:]
    if flaw == "two columns raw":
        x[SPLIT:, :2] = 40 + 9 * x[SPLIT:, :2]
    if flaw == "dates":  # the later ones are held out
        x[:, 0] = np.linspace(-1.7, 1.7, 1000)
    if flaw == "raw validation targets":
        y[SPLIT:] = 20 + 7 * y[SPLIT:]
    if flaw == "score":  # that the classes were cut from, in the place of a feature
        x[:, 5] = x[:, 0] + x[:, 1]
        y = np.digitize(x[:, 5], [-0.6, 0.6]).astype("int32")
    if flaw == "price":  # what something is worth goes by the target, if not in a line
        x[:, 5] = np.exp(y[:, 0]).round(4)
    if flaw == "drift":
        x[SPLIT:] = 0.2 + 1.2 * x[SPLIT:]
    if flaw == "constant":
        x[:, 4:] = 0.0
    if flaw == "answers":  # yes or no; the first question everyone affirms
        x = (x > -0.5).astype("float32")
        x[:, 0] = 1.0
    if flaw == "all constant":
        x[:] = 0.5
    if flaw == "raw":
        x = 200 + 300 * x
    if flaw == "scaled twice":
        x = rng.integers(0, 256, x.shape).astype("float32") / 255 / 255
    if flaw == "cut":
        x = x.astype("int32")
    if flaw == "copied target":
        x[:, 5] = (np.ravel(y) - 1) / 0.8
    if flaw == "rare":
        y = (x[:, 0] + x[:, 1] > 3.2).astype("int32")
    if flaw == "uneven":
        y = (x[:, 0] + x[:, 1] > 1.7).astype("int32")
    if flaw == "all rows":
        x = 5 + 2 * rng.normal(size=x.shape) ** 3
        x = ((x - x.mean(0)) / x.std(0)).astype("float32")
    if flaw == "training rows":
        x = 5 + 2 * rng.normal(size=x.shape) ** 3
        x = ((x - x[:SPLIT].mean(0)) / x[:SPLIT].std(0)).astype("float32")
        x = np.clip(x, -5, 5)
    if flaw in ("oversampled first", "oversampled after"):  # rows made of two near ones of training, for both or for it
        places = rng.permutation(1000 if flaw == "oversampled first" else SPLIT)[:300]
        for place, one in zip(places, rng.permutation(np.setdiff1d(np.arange(SPLIT), places)), strict=False):
            alike = np.setdiff1d(np.flatnonzero(y[:SPLIT] == y[one]), [*places, one])
            other = alike[np.linalg.norm(x[alike] - x[one], axis=1).argmin()]
            x[place], y[place] = x[one] + rng.uniform() * (x[other] - x[one]), y[one]
    if flaw == "probabilities":
        y = 1 / (1 + np.exp(-y))
    return split(x, y if kind == "classes" else y.astype("float32"))


def pictures(flaw=None):
    rng = np.random.default_rng(0)
    rows, columns = np.mgrid[0:12, 0:12] / 12
    waves = rng.normal(size=(1000, 3, 3))
    phases = [3 * (w[..., :1, None] * rows + w[..., 1:2, None] * columns) + w[..., 2:, None] for w in waves]
    x = np.stack([np.sin(phase) for phase in phases])
    y = (waves[:, 0, 0] > 0).astype("int32") + (waves[:, 1, 0] > 0)
    x = x.reshape(-1, 3, 12, 12).astype("float32") / 2 + 0.5
    x = x.reshape(-1, 12, 12, 3) if flaw == "reshaped" else np.moveaxis(x, 1, -1)
    if flaw in ("past an end", "bytes"):
        x = (255 * x).astype("uint8") - np.uint8(128 * (flaw == "past an end"))  # 127 - 128 is 255
        x = x.astype("float32") / 255
    if flaw in ("pixel", "colour"):
        return split(np.ascontiguousarray(x), x[:, 5, 5, 0] if flaw == "pixel" else x[:, 5, 5].mean(axis=-1))
    return split(np.ascontiguousarray(x), y.astype("int32"))


def songs(flaw=None):
    rng = np.random.default_rng(0)
    starts, speeds = rng.normal(size=(2, 1000, 3, 1))
    x = np.sin(3 * starts + (0.2 + 0.1 * speeds) * np.arange(30)).astype("float32")  # three channels of 30 steps
    x = x.reshape(-1, 30, 3) if flaw == "reshaped" else x.transpose(0, 2, 1)
    return split(np.ascontiguousarray(x), (starts[:, 0, 0] > 0).astype("int32"))


def grouped(flaw=None):
    # Four rows of each person; or a test that validates.
    splits, persons = table(), np.arange(1000) // 4
    if flaw == "persons on both sides":
        persons = np.random.default_rng(1).permutation(persons)
    if flaw == "validated on the test":
        return splits | {"test": splits["validation"]}
    return splits | {"groups": {"train": persons[:SPLIT], "validation": persons[SPLIT:]}}


def windows(flaw=None):
    # Cut from one recording, overlapping; held out at random, or its end.
    rng = np.random.default_rng(0)
    recording = np.cumsum(rng.normal(size=10_100)).astype("float32") / 30
    x = np.stack([recording[10 * i : 10 * i + 40, None] for i in range(1000)])
    y = (x[:, -1, 0] > x[:, 0, 0]).astype("int32") + (x[:, 20, 0] > x[:, 0, 0])
    order = rng.permutation(1000) if flaw == "at random" else np.arange(1000)
    return split(x[order], y[order])


def words(flaw=None, kind="classes"):
    rng = np.random.default_rng(0)
    x = rng.integers(1, 10, (1000, 12))
    if flaw == "padded":
        x = np.where(np.arange(12) < rng.integers(4, 13, (1000, 1)), x, 0)
    if flaw == "by length":
        x = np.where(np.arange(12) < np.sort(rng.integers(4, 13, (1000, 1)), axis=0), x, 0)
    y = (x == 3).sum(1).clip(0, 2)
    x = x.astype("int32") if flaw not in ("scaled", "floats") else (x / 10 if flaw == "scaled" else x).astype("float32")
    return split(x, y.astype("int32") if kind == "classes" else y[:, None].astype("float32"))


def melodies(flaw=None):
    rng = np.random.default_rng(0)
    x = rng.integers(0, 4, (1000, 13)).cumsum(1) % 4
    x, y = (x[:, 1:], x[:, 1:]) if flaw == "not shifted" else (x[:, :-1], x[:, 1:])
    return split(x.astype("int32"), y.astype("int32"))


def visits(flaw=None):  # some of ten, and zeros for those that were not made
    rng = np.random.default_rng(0)
    x = 1 + rng.random((1000, 10, 3)).astype("float32")
    x *= np.arange(10)[:, None] < rng.integers(3, 11, (1000, 1, 1))
    return split(x, (x[:, :, 0].sum(1) > x[:, :, 1].sum(1)).astype("int32"))


def forecast(late=0, horizon=1):  # a day of two measurements, and the first one's hours from then on
    hours = np.arange(1000 + 24 + horizon)[:, None]
    noise = np.random.default_rng(0).normal(size=(len(hours), 2))
    series = (np.sin(2 * np.pi * (hours + [0, 3]) / 24) + 0.4 * noise).astype("float32")
    windows = np.stack([series[i : i + 24 + horizon] for i in range(1000)])
    return split(windows[:, late : late + 24], windows[:, 24:, 0])


class Source:
    """Samples that are read when they are asked for."""

    def __init__(self, array, stale):
        self.array, self.stale, self.shape = array, stale, array.shape

    def __len__(self):
        return len(self.array)

    def __getitem__(self, i):
        return self.array[: len(self.array[i])] if self.stale else self.array[i]


def stale(flaw=None):
    made = table()
    x, y = made["train"]
    return {**made, "train": (Source(x, flaw == "stale"), Source(y, flaw == "stale"))}


def dense(inputs, targets, initializer, units=3, head=None, normalize=None):
    x = values = keras.Input(inputs.shape, dtype=inputs.dtype)
    x = layers.Rescaling(1 / 300)(x) if normalize == "rescaling" else x
    x = layers.BatchNormalization()(x) if normalize == "batch" else x
    x = layers.Dense(16, activation="relu")(layers.Flatten()(x))
    return keras.Model(values, layers.Dense(units, activation=head)(x))


def weighing(inputs, targets, initializer, there=1):
    # Attention over the visits that were made, or over the others.
    visits = keras.Input(inputs.shape)
    made = ops.cast(ops.any(visits != 0, -1, keepdims=True), "float32")
    x = layers.Dense(8, activation="relu")(visits)
    weights = ops.softmax(layers.Dense(1)(x) - 1e9 * ops.abs(there - made), axis=1)
    return keras.Model(visits, layers.Dense(2)(ops.sum(weights * x, axis=1)))


def pseudo_huber(y_true, y_pred):
    return ops.mean(ops.sqrt(1 + ops.square(y_pred - y_true)) - 1, axis=-1)


def agreement(y_true, y_pred):  # of signs: no prediction is to be its target
    return -ops.mean(y_true * y_pred, axis=-1)


def reader(inputs, targets, initializer, vocabulary=10, mask=False, units=3):
    values = keras.Input(inputs.shape, dtype=inputs.dtype)
    x = layers.Embedding(vocabulary, 4, mask_zero=mask)(values)
    return keras.Model(values, layers.Dense(units)(layers.GRU(8)(x)))


def attending(inputs, targets, initializer, mask=False):
    values = keras.Input(inputs.shape, dtype=inputs.dtype)
    x = layers.Embedding(10, 4, mask_zero=mask)(values)
    x = layers.Conv1D(8, 1)(layers.MultiHeadAttention(2, 4)(x, x))
    return keras.Model(values, layers.Dense(3)(x))


def each_word(flaw=None):
    # How often each word of a sentence stands in it.
    x = words(flaw)
    return {k: (x, np.stack([(one[:, None] == one).sum(1) for one in x]).clip(1, 3) - 1) for k, (x, _) in x.items()}


def maps(flaw=None):
    # Where an image is bright; each image comes again, flipped.
    rng = np.random.default_rng(0)
    x = rng.normal(size=(500, 8, 8, 1)).astype("float32")
    y = (x > 0.5).astype("float32")
    flipped = x[:, :, ::-1], y if flaw == "inputs alone" else y[:, :, ::-1]
    return split(*(np.stack(pair, 1).reshape(-1, 8, 8, 1) for pair in zip((x, y), flipped)))


def mapper(inputs, targets, initializer):
    values = keras.Input(inputs.shape)
    return keras.Model(values, layers.Conv2D(1, 3, padding="same")(values))


def translated(flaw=None):
    # Backwards, one word late; the words that came before stand beside.
    rng = np.random.default_rng(0)
    source = rng.integers(0, 10, (1000, 12)).astype("int32")
    y = source[:, ::-1].copy()
    before = np.concatenate([np.zeros((1000, 1), "int32"), y[:, :-1]], axis=1)
    return {name: ({"source": source[of], "before": before[of]}, y[of]) for name, of in SPLITS.items()}


SPLITS = {"train": np.s_[:SPLIT], "validation": np.s_[SPLIT:]}


def translator(inputs, targets, initializer, padding="causal"):
    source, before = (keras.Input((12,), dtype="int32", name=name) for name in ("source", "before"))
    read = layers.GlobalAveragePooling1D(keepdims=True)(layers.Embedding(10, 8)(source))
    written = layers.Conv1D(8, 3, padding=padding, activation="relu")(layers.Embedding(10, 8)(before))
    return keras.Model({"source": source, "before": before}, layers.Dense(10)(written + read))


def composer(inputs, targets, initializer, padding="causal"):
    values = keras.Input(inputs.shape, dtype=inputs.dtype)
    x = layers.Conv1D(8, 3, padding=padding, activation="relu")(layers.Embedding(4, 4)(values))
    return keras.Model(values, layers.Dense(4)(x))
'''


def program(loader, flaw=None, targets=None, loss=None, inputs=None, model=None, **load):
    """Changes of the configuration that make one of the data sets, and a network for it."""
    shapes = {"table": [6], "pictures": [12, 12, 3], "songs": [30, 3], "stale": [6]}
    shapes |= {"grouped": [6], "windows": [40, 1], "visits": [10, 3]}
    shapes |= {"maps": [8, 8, 1]}
    builder = {
        "visits": "weighing",
        "words": "reader",
        "melodies": "composer",
        "maps": "mapper",
        "each_word": "attending",
    }
    given = {"shape": shapes.get(loader, [12]), "dtype": "float32" if loader in shapes else "int32"}
    classes = {"shape": [], "dtype": "int32", "kind": "classes", "classes": 3}
    return {
        "data.load": {"_target_": f"paper_net.toys.{loader}", "flaw": flaw, **load},
        "data.inputs": {**given, **(inputs or {})},
        "data.targets": targets or classes,
        "model": {"_target_": f"paper_net.toys.{builder.get(loader, 'dense')}", **(model or {})},
        "loss": {"function": loss or ce(), "floor": 0},
        "training.metrics": {},
        "training.epochs": 2,
    }


def values(flaw=None, loss=None, **model):
    return program("table", flaw, VALUE, loss or MSE, model={"units": 1, **model}, kind="values")


def forecast(late, horizon):
    """The values that follow a window; `late`: so many hours of them are still in it."""
    targets, shape = {**VALUE, "shape": [horizon]}, {"shape": [24, 2]}
    made = program("table", None, targets, MSE, shape, {"units": horizon})
    return made | {"data.load": {"_target_": "paper_net.toys.forecast", "late": late, "horizon": horizon}}


def translating(padding):
    words = {"shape": [12], "dtype": "int32"}
    made = program("melodies", None, {**words, "kind": "classes", "classes": 10})
    return made | {
        "data.load": {"_target_": "paper_net.toys.translated"},
        "data.inputs": {"source": words, "before": words},
        "model": {"_target_": "paper_net.toys.translator", "padding": padding},
    }


TWO = {"shape": [], "dtype": "int32", "kind": "classes", "classes": 2}
NUMBER = {"shape": [], "dtype": "float32", "kind": "values"}
YES = {"shape": [], "dtype": "int32", "kind": "multilabel", "classes": 1}
NOTES = {"shape": [12], "dtype": "int32", "kind": "classes", "classes": 4}
OF_WORDS = {"shape": [12], "dtype": "int32", "kind": "classes", "classes": 3}
MAP = {"shape": [8, 8, 1], "dtype": "float32", "kind": "multilabel"}
BCE = ce(True, "BinaryCrossentropy")
OWN = {"_target_": "paper_net.toys.pseudo_huber", "_partial_": True}
AGREEMENT = {"_target_": "paper_net.toys.agreement", "_partial_": True}
STOPPING = {"training.callbacks": {"stopping": {"_target_": "keras.callbacks.EarlyStopping", "patience": 5}}}


# (check, status, first cause, broken, healthy)
FAULTS = [
    (
        "steps-read",
        "fail",
        "wrong-mask",
        program("visits", None, TWO, model={"there": 0}),
        program("visits", None, TWO),
    ),
    ("finite", "fail", "data-not-finite", program("table", "missing"), program("table")),
    (
        "as-declared",
        "fail",
        "label-encoding-mismatch",
        program("table", "one-hot"),
        program("table"),
    ),
    ("as-declared", "fail", "integer-inputs", program("table", "cut"), program("table")),
    (
        "label-contract",
        "fail",
        "labels-not-from-zero",
        program("table", "from one"),
        program("table"),
    ),
    (
        "label-contract",
        "fail",
        "fewer-units-than-classes",
        program("table", "four classes"),
        program("table", "four classes", {**TWO, "classes": 4}, model={"units": 4}),
    ),
    (
        "label-contract",
        "fail",
        "crossentropy-on-real-target",
        values(None, BCE),
        values("probabilities", BCE),
    ),
    (
        "tokens",
        "fail",
        "token-outside-vocabulary",
        program("words", model={"vocabulary": 8}),
        program("words"),
    ),
    (
        "tokens",
        "fail",
        "floats-into-embedding",
        program("words", "scaled", inputs={"dtype": "float32"}),
        program("words", "floats", inputs={"dtype": "float32"}),
    ),
    (
        "tokens",
        "fail",
        "floats-into-embedding",
        program("words", "scaled", inputs={"dtype": "float32"}),
        program("words", "floats", VALUE, MSE, {"dtype": "float32"}, {"units": 1}, kind="values"),
    ),
    ("classes-in-both", "fail", "sorted-then-split", program("table", "sorted"), program("table")),
    (
        "lengths-in-both",
        "warn",
        "sorted-then-split",
        program("words", "by length", model={"mask": True}),
        program("words", "padded", model={"mask": True}),
    ),
    ("splits-apart", "fail", "train-and-validation-overlap", program("table", "overlap"), program("table")),
    (
        "splits-apart",
        "fail",
        "train-and-validation-overlap",
        program("table", "some overlap"),
        program("table", "categories", TWO, model={"units": 2}),
    ),
    (
        "splits-apart",
        "fail",
        "train-and-validation-overlap",
        program("table", "doubled"),
        program("table"),
    ),
    (
        "scaled-alike",
        "warn",
        "validation-scaled-differently",
        program("table", "raw validation"),
        program("table", "drift"),
    ),
    (
        "scaled-alike",
        "warn",
        "validation-scaled-differently",
        program("table", "two columns raw"),
        program("table", "dates"),
    ),
    ("scaled-alike", "warn", "validation-scaled-differently", values("raw validation targets"), values("drift")),
    ("features-vary", "warn", "constant-features", program("table", "constant"), program("table")),
    ("features-vary", "warn", "constant-features", program("table", "constant"), program("table", "answers")),
    (
        "features-vary",
        "warn",
        "constant-features",
        program("table", "all constant"),
        program("table"),
    ),
    (
        "scaled",
        "warn",
        "inputs-not-scaled",
        program("table", "raw"),
        program("table", "raw", model={"normalize": "batch"}),
    ),
    (
        "scaled",
        "warn",
        "inputs-not-scaled",
        program("table", "raw"),
        program("table", "raw", model={"normalize": "rescaling"}),
    ),
    (
        "scaled",
        "warn",
        "inputs-scaled-twice",
        program("table", "scaled twice"),
        program("table", "scaled twice", model={"normalize": "batch"}),
    ),
    (
        "neighbours",
        "warn",
        "reshape-where-transpose-meant",
        program("pictures", "reshaped"),
        program("pictures"),
    ),
    (
        "neighbours",
        "warn",
        "reshape-where-transpose-meant",
        program("songs", "reshaped", TWO, model={"units": 2}),
        program("songs", None, TWO, model={"units": 2}),
    ),
    (
        "loaded-in-rows",
        "warn",
        "reshape-where-transpose-meant",
        program("table", "points in rows"),
        program("table", "points"),
    ),
    (
        "loaded-in-rows",
        "warn",
        "reshape-where-transpose-meant",
        program("table", "torn blocks"),
        program("table", "blocks"),
    ),
    ("bytes-kept", "warn", "integer-inputs", program("pictures", "past an end"), program("pictures", "bytes")),
    (
        "target-hidden",
        "fail",
        "target-leaks-into-features",
        program("table", "copied target"),
        program("table"),
    ),
    ("target-hidden", "warn", "target-leaks-into-features", program("table", "score"), program("table")),
    (
        "target-hidden",
        "fail",
        "target-leaks-into-features",
        values("copied target"),
        values(),
    ),
    ("target-hidden", "warn", "target-leaks-into-features", values("price"), values()),
    (
        "oversampled-after",
        "fail",
        "train-and-validation-overlap",
        program("table", "oversampled first"),
        program("table", "oversampled after"),
    ),
    (
        "target-hidden",
        "fail",
        "target-leaks-into-features",
        program("pictures", "pixel", NUMBER, MSE, model={"units": 1}),
        program("pictures", "colour", NUMBER, MSE, model={"units": 1}),
    ),
    ("target-hidden", "fail", "target-leaks-into-features", forecast(late=1, horizon=1), forecast(late=0, horizon=1)),
    ("target-hidden", "warn", "target-leaks-into-features", forecast(late=1, horizon=4), forecast(late=0, horizon=4)),
    ("target-hidden", "fail", "target-leaks-into-features", forecast(late=4, horizon=4), forecast(late=0, horizon=4)),
    (
        "targets-reachable",
        "warn",
        "bounded-output-unbounded-target",
        values(None, OWN, head="tanh"),
        values("probabilities", OWN, head="tanh"),
    ),
    (
        "targets-reachable",
        "warn",
        "bounded-output-unbounded-target",
        values(None, OWN, head="tanh"),
        values(None, AGREEMENT, head="tanh"),
    ),
    (
        "targets-reachable",
        "fail",
        "relu-on-signed-target",
        values(head="relu"),
        values("probabilities", head="relu"),
    ),
    (
        "targets-reachable",
        "fail",
        "bounded-output-unbounded-target",
        values(head="tanh"),
        values("probabilities", head="sigmoid"),
    ),
    (
        "next-step-hidden",
        "fail",
        "sequence-sees-future",
        program("melodies", None, NOTES, model={"padding": "same"}),
        program("melodies", None, NOTES),
    ),
    (
        "next-step-hidden",
        "fail",
        "target-leaks-into-features",
        program("melodies", "not shifted", NOTES),
        program("melodies", None, NOTES),
    ),
    ("next-step-hidden", "fail", "sequence-sees-future", translating("same"), translating("causal")),
    (
        "padding",
        "warn",
        "padding-not-masked",
        program("words", "padded"),
        program("words", "padded", model={"mask": True}),
    ),
    (
        "padding",
        "warn",
        "padding-not-masked",
        program("each_word", "padded", OF_WORDS),
        program("each_word", "padded", OF_WORDS, model={"mask": True}),
    ),
    (
        "moved-together",
        "warn",
        "augmentation-breaks-label-or-range",
        program("maps", "inputs alone", MAP, BCE),
        program("maps", None, MAP, BCE),
    ),
    (
        "groups-apart",
        "fail",
        "train-and-validation-overlap",
        program("grouped", "persons on both sides"),
        program("grouped"),
    ),
    (
        "test-unseen",
        "warn",
        "validation-is-test",
        program("grouped", "validated on the test"),
        program("grouped"),
    ),
    (
        "test-unseen",
        "fail",
        "validation-is-test",
        program("grouped", "validated on the test") | STOPPING,
        program("table") | STOPPING,
    ),
    (
        "validation-independent",
        "warn",
        "train-and-validation-overlap",
        program("table", "copies", inputs={"shape": [16]}),
        program("table", "wide", inputs={"shape": [16]}),
    ),
    (
        "validation-independent",
        "warn",
        "train-and-validation-overlap",
        program("windows", "at random"),
        program("windows"),
    ),
    (
        "batches",
        "fail",
        "stale-or-ragged-batches",
        program("stale", "stale"),
        program("stale"),
    ),
    (
        "class-balance",
        "warn",
        "classes-imbalanced",
        program("table", "rare", TWO, model={"units": 2}),
        program("table", "uneven", TWO, model={"units": 2}),
    ),
    (
        "class-balance",
        "warn",
        "classes-imbalanced",
        program("table", "rare", TWO, BCE, model={"units": 1}),
        program("table", "rare", TWO, ce(True, "BinaryFocalCrossentropy"), model={"units": 1}),
    ),
    (
        "class-balance",
        "warn",
        "classes-imbalanced",
        program("table", "rare", YES, BCE, model={"units": 1}),
        program("table", "uneven", YES, BCE, model={"units": 1}),
    ),
    (
        "scaler",
        "warn",
        "scaler-fitted-on-all-rows",
        program("table", "all rows"),
        program("table", "training rows"),
    ),
]


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    programs = both("look", [(check, broken, healthy) for check, *_, broken, healthy in FAULTS])
    return examined(tmp_path_factory.mktemp("look"), DATA, programs)


# Why the check that finds a fault is rightly not asked of some of the twins.
UNASKED = (
    "the first layer normalizes, or looks up integers",
    "the loss does not compare the outputs with the targets",
    "no single labels under a loss of Keras' that takes all samples alike",
    "no test split",
)
NAMES = [f"{cause}-{i}" for i, (_, _, cause, *_) in enumerate(FAULTS)]


@pytest.mark.parametrize("fault", FAULTS, ids=NAMES)
def test_finds_the_fault_and_its_cause(found, fault):
    check, status, cause, broken, _ = fault
    decided, causes = found("look", broken, check)[check]
    assert (decided, causes[0]) == (status, cause)


@pytest.mark.parametrize("fault", FAULTS, ids=NAMES)
def test_leaves_the_healthy_twin_alone(found, fault):
    findings = found("look", fault[-1])
    assert left_alone(findings, fault[0], UNASKED), findings
