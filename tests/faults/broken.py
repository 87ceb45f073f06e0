"""The broken programs, in the order of `programs.CAUSES`."""

from backends import CHOSEN
from programs import Program, mistakes

DATA, MODEL, LOSSES, TRAIN = (f"paper_net/{name}.py" for name in ("data", "model", "losses", "train"))

OWN_LOSS = ("loss=own_crossentropy",)
PROBABILITIES = ("loss.function.from_logits=false",)
SGD = ("optimizer=sgd", "optimizer.learning_rate=0.05")
REGRESSION_SGD = ("optimizer=sgd", "optimizer.learning_rate=0.01")
COSINE = ("training.schedule={_target_: keras.optimizers.schedules.CosineDecay, _partial_: true}",)

# The places where most of the edits happen.
IMPORT = (MODEL, "from keras import layers\n", "from keras import layers, ops\n")
TABULAR_HEAD = '        name="logits",\n    )(x)  # (b, 10)\n'
TABULAR_RELU = '        x = layers.ReLU(name=f"relu{number}")(x)\n'
TABULAR_MODEL = '    return keras.Model(readings, logits, name="mlp")\n'
TABULAR_INPUTS = '    inputs = ((readings - mean) / std).astype("float32")\n'
TABULAR_TARGETS = '    targets = kinds.astype("int32")\n'
BINARY_HEAD = """    probability = layers.Activation("sigmoid", name="probability")(x)
    return keras.Model(values, probability, name="mlp")
"""
BINARY_LOGITS = '    return keras.Model(values, x, name="mlp")\n'
MULTILABEL_HEAD = """    probabilities = layers.Activation("sigmoid", name="probabilities")(x)
    return keras.Model(activities, probabilities, name="mlp")
"""
MULTILABEL_LOGITS = '    return keras.Model(activities, x, name="mlp")\n'
REGRESSION_HEAD = '    strength = dense(x, 1, initializer, "strength")  # (b, 1)\n'
PHOTOS_HEAD = '    logits = layers.Dense(targets.classes, name="logits")(x)  # (b, 6)\n'
PHOTOS_INPUTS = '    inputs = photos.astype("float32") / 255\n'
PHOTOS_SHIFT = '    x = layers.RandomTranslation(0.06, 0.06, fill_mode="nearest", name="shifted")(photo)\n'
CAUSAL_HEAD = '    logits = layers.Dense(targets.classes, name="logits")(x)  # (b, 32, 8)\n'
WAVES_FLATTEN = '    x = layers.Flatten(name="flatten")(x)  # (b, 12 * c)\n'
WAVES_DENSE_NORM = (
    MODEL,
    """    x = layers.ReLU(name="relu")(x)
""",
    """    x = layers.BatchNormalization(momentum=0.9, name="norm")(x)
    x = layers.ReLU(name="relu")(x)
""",
)
READER_MEMORY = '    x = layers.GRU(units, kernel_initializer=initializer.kernel(), name="memory")(x)  # (b, 32)\n'
OWN_STEP_LOSS = "        each = losses.sparse_categorical_crossentropy(forms, logits, from_logits=True)\n"
STEP_LOSS = """        loss = self.compute_loss(y=forms, y_pred=logits)  # with the penalties
"""
STEPS = "paper_net/steps.py"
# Where a train_step by hand applies its gradients, and how it would train the head alone.
APPLY, APPLY_TO_HEAD = {
    "tensorflow": (
        "        self.optimizer.apply(gradients, self.trainable_variables)\n",
        "        head = self.layers[-1].trainable_variables\n"
        "        self.optimizer.apply(gradients[-len(head) :], head)\n",
    ),
    "jax": (
        "        trainable, optimizer = self.optimizer.stateless_apply(optimizer, gradients, trainable)\n",
        "        head = {id(variable) for variable in self.layers[-1].trainable_variables}\n"
        "        gradients = [g if id(v) in head else 0 * g for g, v in zip(gradients, self.trainable_variables)]\n"
        "        trainable, optimizer = self.optimizer.stateless_apply(optimizer, gradients, trainable)\n",
    ),
    "torch": (
        "            self.optimizer.apply(gradients, self.trainable_variables)\n",
        "            head = self.layers[-1].trainable_variables\n"
        "            self.optimizer.apply(gradients[-len(head) :], head)\n",
    ),
}[CHOSEN]
FIT_BATCHES = "            plan.batches,\n"


def fed_by_hand(shuffled, together=True):
    """Edits that feed `fit` otherwise than by the recipe's batches: by tf.data, or where that is not, a generator; not
    together: inputs and targets each in an order of their own."""
    if CHOSEN == "tensorflow" and together:
        order = ".shuffle(2000)" if shuffled else ""
        batches = f"tf.data.Dataset.from_tensor_slices(data.train){order}.batch(cfg.training.batch_size).repeat()"
        return (
            (TRAIN, "from . import recipe\n", "import tensorflow as tf\n\nfrom . import recipe\n"),
            (TRAIN, FIT_BATCHES, f"            {batches},\n"),
        )
    order = "rng.permutation(number)" if shuffled else "np.arange(number)"
    forever = f"""def forever(inputs, targets, size):
    rng, number = np.random.default_rng(0), len(targets)
    while True:
        order = {order}
        for start in range(0, number, size):
            some = order[start : start + size]
            yield inputs[some], targets[{"some" if together else "rng.permutation(number)[: len(some)]"}]


def late_drop("""
    return (
        (TRAIN, "from hydra.utils", "import numpy as np\nfrom hydra.utils"),
        (TRAIN, "def late_drop(", forever),
        (TRAIN, FIT_BATCHES, "            forever(*data.train, cfg.training.batch_size),\n"),
    )


def regression_head(activation):
    call = f'dense(x, 1, initializer, "strength", activation="{activation}")'
    return (MODEL, REGRESSION_HEAD, f"    strength = {call}  # (b, 1)\n")


def tabular_head(activation):
    return (MODEL, TABULAR_HEAD, f'        activation="{activation}",\n' + TABULAR_HEAD)


def early_stopping(**options):
    options = {"_target_": "keras.callbacks.EarlyStopping", **options}
    return tuple(f"+training.callbacks.early_stopping.{k}={v}" for k, v in options.items())


def late_drop(at, factor):
    options = f"_target_: paper_net.train.late_drop, _partial_: true, at: {at}, factor: {factor}"
    return (f"training.schedule={{{options}}}",)


def checkpoint(mode):
    """Keeps the weights of the best epoch beside the others, and takes them in the end."""
    return (
        (
            TRAIN,
            "    with recipe.watch",
            '    file = run_dir / "best.weights.h5"\n'
            "    best = keras.callbacks.ModelCheckpoint(\n"
            f'        file, monitor="val_accuracy", mode="{mode}", save_best_only=True, save_weights_only=True\n'
            "    )\n"
            "    callbacks = [*callbacks, best]\n"
            "    with recipe.watch",
        ),
        (
            TRAIN,
            "            verbose=0,\n        )\n",
            "            verbose=0,\n        )\n        model.load_weights(file)\n",
        ),
        (TRAIN, "from hydra.utils", "import keras\nfrom hydra.utils"),
    )


def mirrored(unless):
    """A layer that mirrors every other photograph, as from a tutorial."""
    layer = f'''from keras import layers, ops


class Mirrored(layers.Layer):
    """Every other photograph, left and right exchanged."""

    def __init__(self, **options):
        super().__init__(**options)
        self.seeds = keras.random.SeedGenerator()

    def call(self, photo, training=False):
        chance = keras.random.uniform((ops.shape(photo)[0], 1, 1, 1), seed=self.seeds)
        return ops.where(chance < 0.5, ops.flip(photo, axis=2), photo){unless}
'''
    shift = PHOTOS_SHIFT.replace("(photo)", "(x)")
    return (
        (MODEL, IMPORT[1], layer),
        (MODEL, PHOTOS_SHIFT, '    x = Mirrored(name="mirrored")(photo)\n' + shift),
    )


def own_dropout(unless):
    """Dropout written by hand."""
    layer = f'''from keras import layers


class OwnDropout(layers.Layer):
    """Drops units, each with the same chance."""

    def __init__(self, rate, **options):
        super().__init__(**options)
        self.rate = rate
        self.seeds = keras.random.SeedGenerator()

    def call(self, x, training=False):
        return keras.random.dropout(x, self.rate, seed=self.seeds){unless}
'''
    return ((MODEL, IMPORT[1], layer), (MODEL, "layers.Dropout(", "OwnDropout("))


def energy(dtype):
    """Each photograph at a loudness of one."""
    return (
        MODEL,
        PHOTOS_SHIFT,
        PHOTOS_SHIFT
        + f'    x = ops.cast(255 * x, "{dtype}")\n'
        + "    energy = ops.sum(ops.square(x), axis=(1, 2, 3), keepdims=True)\n"
        + '    x = ops.cast(28 * x / (ops.sqrt(energy) + 1), "float32")\n',
    )


LOSS_AND_HEAD = (
    Program(
        "binary-softmax-head",
        "binary",
        ((MODEL, '"sigmoid", name="probability"', '"softmax", name="probability"'),),
        causes=("softmax-on-one-unit",),
    ),
    Program(
        "binary-softmax-head-categorical",
        "binary",
        ((MODEL, '"sigmoid", name="probability"', '"softmax", name="probability"'),),
        ("loss.function._target_=keras.losses.CategoricalCrossentropy",),
        causes=("softmax-on-one-unit-categorical",),
    ),
    Program(
        "tabular-softmax-twice",
        "tabular",
        (tabular_head("softmax"),),
        OWN_LOSS,
        causes=("softmax-twice",),
        twin_overrides=OWN_LOSS,
    ),
    Program(
        "causal-softmax-twice",
        "causal",
        (
            (
                MODEL,
                CAUSAL_HEAD,
                CAUSAL_HEAD.replace("classes, name", 'classes, activation="softmax", name'),
            ),
        ),
        OWN_LOSS,
        causes=("softmax-twice",),
        twin_overrides=OWN_LOSS,
    ),
    Program(
        "photos-softmax-twice-undone",
        "photos",
        (
            (
                MODEL,
                PHOTOS_HEAD,
                PHOTOS_HEAD.replace("classes, name", 'classes, activation="softmax", name'),
            ),
        ),
        causes=("softmax-twice",),
        may_warn=True,
        note="TensorFlow's backend undoes it with the logits that Keras keeps: it trains",
    ),
    Program(
        "multilabel-sigmoid-twice",
        "multilabel",
        (),
        OWN_LOSS,
        causes=("sigmoid-twice",),
        twin=((MODEL, MULTILABEL_HEAD, MULTILABEL_LOGITS),),
        twin_overrides=(*OWN_LOSS, "+training.metrics.accuracy.threshold=0"),
    ),
    Program(
        "binary-sigmoid-twice-undone",
        "binary",
        (),
        ("loss.function.from_logits=true",),
        causes=("sigmoid-twice",),
        may_warn=True,
        note="undone by TensorFlow's backend, as with softmax",
    ),
    Program(
        "tabular-logits-as-probabilities",
        "tabular",
        (),
        PROBABILITIES,
        causes=("logits-taken-as-probabilities",),
    ),
    Program(
        "causal-logits-as-probabilities",
        "causal",
        (),
        PROBABILITIES,
        causes=("logits-taken-as-probabilities",),
    ),
    Program(
        "binary-no-sigmoid",
        "binary",
        ((MODEL, BINARY_HEAD, BINARY_LOGITS),),
        causes=("unbounded-output-with-binary-crossentropy", "logits-taken-as-probabilities"),
    ),
    Program(
        "regression-relu-head",
        "regression",
        (regression_head("relu"),),
        causes=("relu-on-signed-target",),
    ),
    Program(
        "regression-tanh-head",
        "regression",
        (regression_head("tanh"),),
        causes=("bounded-output-unbounded-target",),
    ),
    Program(
        "regression-sigmoid-head",
        "regression",
        (regression_head("sigmoid"),),
        causes=("bounded-output-unbounded-target",),
    ),
    Program(
        "regression-softmax-head",
        "regression",
        (regression_head("softmax"),),
        causes=("softmax-on-regression",),
    ),
    Program(
        "tabular-nine-units",
        "tabular",
        ((MODEL, "        targets.classes,\n", "        targets.classes - 1,\n"),),
        causes=("fewer-units-than-classes",),
    ),
    Program(
        "sequences-one-unit",
        "sequences",
        ((MODEL, "        targets.classes,\n", "        1,\n"),),
        causes=("fewer-units-than-classes",),
    ),
    Program(
        "tabular-hundred-units",
        "tabular",
        ((MODEL, "        targets.classes,\n", "        100,\n"),),
        causes=("more-units-than-classes",),
        note="the head of a model for a hundred classes",
    ),
    Program(
        "photos-thousand-units",
        "photos",
        ((MODEL, PHOTOS_HEAD, PHOTOS_HEAD.replace("targets.classes", "1000")),),
        causes=("more-units-than-classes",),
    ),
    Program(
        "waves-labels-from-one",
        "waves",
        ((DATA, 'forms.astype("int32")', 'forms.astype("int32") + 1  # as the paper counts them'),),
        causes=("labels-not-from-zero",),
    ),
    Program(
        "tabular-labels-from-one",
        "tabular",
        (
            (DATA, TABULAR_TARGETS, '    targets = kinds.astype("int32") + 1\n'),
            ("conf/data/tabular.yaml", "classes: 10}", "classes: 11}"),
        ),
        causes=("labels-not-from-zero", "more-units-than-classes"),
        may_warn=True,
        note="with a unit more it trains well: one class never occurs",
    ),
    Program(
        "sequences-classes-with-binary-crossentropy",
        "sequences",
        ((MODEL, "        targets.classes,\n", '        1,\n        activation="sigmoid",\n'),),
        (
            "loss=binary_crossentropy",
            "training.metrics.accuracy._target_=keras.metrics.BinaryAccuracy",
        ),
        causes=("class-labels-with-binary-crossentropy",),
    ),
    Program(
        "tabular-sigmoid-head",
        "tabular",
        (tabular_head("sigmoid"),),
        PROBABILITIES,
        causes=("sigmoid-for-single-label",),
        may_warn=True,
    ),
    Program(
        "multilabel-softmax-head",
        "multilabel",
        ((MODEL, '"sigmoid", name="probabilities"', '"softmax", name="probabilities"'),),
        causes=("softmax-for-multi-label",),
    ),
    Program(
        "multilabel-softmax-categorical",
        "multilabel",
        ((MODEL, '"sigmoid", name="probabilities"', '"softmax", name="probabilities"'),),
        ("loss=categorical_crossentropy",),
        causes=("softmax-for-multi-label",),
    ),
    Program(
        "tabular-squared-error",
        "tabular",
        (),
        ("loss=brier",),
        causes=("mse-for-classification",),
        may_warn=True,
    ),
    Program(
        "binary-squared-error",
        "binary",
        (),
        ("loss=mean_squared_error",),
        causes=("mse-for-classification",),
        may_warn=True,
    ),
    Program(
        "regression-crossentropy",
        "regression",
        (regression_head("sigmoid"),),
        ("loss=binary_crossentropy",),
        causes=("crossentropy-on-real-target", "bounded-output-unbounded-target"),
    ),
    Program(
        "regression-broadcasting-loss",
        "regression",
        (
            (DATA, "    targets = targets[:, np.newaxis]  # (b, 1)\n", ""),
            ("conf/data/concrete.yaml", "shape: [1]", "shape: []"),
        ),
        ("loss=huber",),
        causes=("loss-broadcasts",),
        twin_overrides=("loss=huber",),
    ),
    Program(
        "binary-broadcasting-weights",
        "binary",
        ((LOSSES, "return ops.mean(weights, axis=-1) * own", "return weights * own"),),
        ("loss=balanced",),
        causes=("loss-broadcasts", "wrong-loss-weights"),
        twin_overrides=("loss=balanced",),
        note="(b, 1) times (b): the weights average out, and no training shows it",
    ),
    Program(
        "tabular-summed-loss",
        "tabular",
        (),
        ("+loss.function.reduction=sum",),
        causes=("loss-summed-not-averaged",),
    ),
    Program(
        "waves-summed-loss",
        "waves",
        (
            (MODEL, "from keras import layers\n", "from keras import layers, losses, ops\n"),
            (
                MODEL,
                STEP_LOSS,
                OWN_STEP_LOSS + "        loss = ops.sum(each) + sum(self.losses)\n",
            ),
        ),
        causes=("loss-summed-not-averaged",),
        note="in the training step alone; evaluation averages",
    ),
    Program(
        "tabular-flipped-sign",
        "tabular",
        ((LOSSES, "return -ops.sum(chosen * log_p", "return ops.sum(chosen * log_p"),),
        OWN_LOSS,
        causes=("loss-sign-flipped",),
        twin_overrides=OWN_LOSS,
    ),
    Program(
        "binary-log-of-zero",
        "binary",
        (
            (
                LOSSES,
                "    p = ops.clip(y_pred, keras.config.epsilon(), 1 - keras.config.epsilon())\n",
                "    p = y_pred\n",
            ),
        ),
        OWN_LOSS,
        causes=("loss-not-finite-at-extremes",),
        twin_overrides=OWN_LOSS,
    ),
    Program(
        "tabular-exp-overflows",
        "tabular",
        (
            (
                LOSSES,
                "    log_p = ops.log_softmax(y_pred, axis=-1)\n",
                "    odds = ops.exp(y_pred)\n    log_p = ops.log(odds / ops.sum(odds, axis=-1, keepdims=True))\n",
            ),
        ),
        OWN_LOSS,
        causes=("loss-not-finite-at-extremes",),
        twin_overrides=OWN_LOSS,
    ),
    Program(
        "tabular-softmax-over-batch",
        "tabular",
        (
            (
                MODEL,
                TABULAR_MODEL,
                "    probabilities = layers.Softmax(axis=0)(logits)\n"
                '    return keras.Model(readings, probabilities, name="mlp")\n',
            ),
        ),
        PROBABILITIES,
        causes=("softmax-over-wrong-axis",),
        twin=(
            (
                MODEL,
                TABULAR_MODEL,
                "    probabilities = layers.Softmax(axis=-1)(logits)\n"
                '    return keras.Model(readings, probabilities, name="mlp")\n',
            ),
        ),
        twin_overrides=PROBABILITIES,
    ),
    Program(
        "causal-softmax-over-positions",
        "causal",
        ((MODEL, CAUSAL_HEAD, CAUSAL_HEAD + "    logits = layers.Softmax(axis=1)(logits)\n"),),
        PROBABILITIES,
        causes=("softmax-over-wrong-axis",),
        twin=((MODEL, CAUSAL_HEAD, CAUSAL_HEAD + "    logits = layers.Softmax(axis=2)(logits)\n"),),
        twin_overrides=PROBABILITIES,
    ),
    Program(
        "tabular-relu-before-softmax",
        "tabular",
        (tabular_head("relu"),),
        causes=("relu-before-softmax",),
    ),
    Program(
        "photos-relu-before-softmax",
        "photos",
        (
            (
                MODEL,
                PHOTOS_HEAD,
                PHOTOS_HEAD.replace("classes, name", 'classes, activation="relu", name'),
            ),
        ),
        causes=("relu-before-softmax",),
    ),
    Program(
        "tabular-weights-of-predicted-class",
        "tabular",
        (
            (
                LOSSES,
                'return ops.take(weights, ops.cast(y_true, "int32"))',
                "return ops.take(weights, ops.argmax(y_pred, axis=-1))",
            ),
        ),
        ("loss=class_weighted",),
        causes=("wrong-loss-weights",),
        may_warn=True,
        twin_overrides=("loss=class_weighted",),
    ),
    Program(
        "binary-weights-swapped",
        "binary",
        (
            (
                LOSSES,
                "y_true * 0.5 / ill + (1 - y_true) * 0.5 / (1 - ill)",
                "y_true * 0.5 / (1 - ill) + (1 - y_true) * 0.5 / ill",
            ),
        ),
        ("loss=balanced", "loss.function.ill=0.1"),
        causes=("wrong-loss-weights",),
        may_warn=True,
        twin_overrides=("loss=balanced",),
        note="the rare class weighs less; no contract forbids it",
    ),
    Program(
        "regression-accuracy",
        "regression",
        (),
        (
            "+training.metrics.accuracy._target_=keras.metrics.BinaryAccuracy",
            "+training.metrics.accuracy.name=accuracy",
        ),
        causes=("wrong-metric",),
    ),
    Program(
        "binary-threshold-on-logits",
        "binary",
        ((MODEL, BINARY_HEAD, BINARY_LOGITS),),
        ("loss.function.from_logits=true",),
        causes=("wrong-metric",),
        may_warn=True,
        twin=((MODEL, BINARY_HEAD, BINARY_LOGITS),),
        twin_overrides=(
            "loss.function.from_logits=true",
            "+training.metrics.accuracy.threshold=0",
        ),
    ),
)

DATA_FAULTS = (
    Program(
        "photos-bytes",
        "photos",
        ((DATA, PHOTOS_INPUTS, '    inputs = photos.astype("float32")\n'),),
        causes=("inputs-not-scaled",),
        may_warn=True,  # of a first layer without bias it takes the scale away
        note="the network begins with batch normalization after one convolution: it may train",
    ),
    Program(
        "tabular-raw",
        "tabular",
        ((DATA, TABULAR_INPUTS, '    inputs = readings.astype("float32")\n'),),
        causes=("inputs-not-scaled",),
    ),
    Program(
        "regression-raw-inputs",
        "regression",
        (
            (
                DATA,
                "    inputs = standardized(quantities, known=quantities[:-validation])\n",
                '    inputs = quantities.astype("float32")\n',
            ),
        ),
        causes=("inputs-not-scaled",),
    ),
    Program(
        "photos-validation-bytes",
        "photos",
        (
            (
                DATA,
                PHOTOS_INPUTS,
                '    inputs = photos.astype("float32")\n    inputs[:-validation] /= 255\n',
            ),
        ),
        causes=("validation-scaled-differently",),
    ),
    Program(
        "tabular-validation-raw",
        "tabular",
        (
            (
                DATA,
                TABULAR_INPUTS,
                '    inputs = readings.astype("float32")\n'
                "    inputs[:-validation] = (inputs[:-validation] - mean) / std\n",
            ),
        ),
        causes=("validation-scaled-differently",),
    ),
    Program(
        "photos-scaled-twice",
        "photos",
        (
            (
                MODEL,
                PHOTOS_SHIFT,
                "    x = layers.Rescaling(1 / 255)(photo)\n" + PHOTOS_SHIFT.replace("(photo)", "(x)"),
            ),
        ),
        causes=("inputs-scaled-twice",),
        may_warn=True,
        note="the batch normalization after the first convolution makes up for it",
    ),
    Program(
        "regression-scaled-twice",
        "regression",
        (
            (
                DATA,
                "    targets = standardized(strength",
                "    inputs = standardized(inputs, known=quantities[:-validation])\n"
                "    targets = standardized(strength",
            ),
        ),
        causes=("inputs-scaled-twice",),
    ),
    Program(
        "photos-integer-division",
        "photos",
        ((DATA, PHOTOS_INPUTS, '    inputs = (photos // 255).astype("float32")\n'),),
        causes=("constant-features",),
    ),
    Program(
        "tabular-unfilled-columns",
        "tabular",
        (
            (
                DATA,
                TABULAR_INPUTS,
                '    inputs = np.zeros(readings.shape, "float32")\n'
                "    for sensor in range(readings.ndim):\n"
                "        inputs[:, sensor] = (readings[:, sensor] - mean[sensor]) / std[sensor]\n",
            ),
        ),
        causes=("constant-features",),
        may_warn=True,  # words that never occur and sensors left out on purpose look the same
        note="ndim, where shape[1] was meant",
    ),
    Program(
        "multilabel-log-of-zero",
        "multilabel",
        ((DATA, "return np.exp(level), functions", "return np.exp(level).round(1), functions"),),
        causes=("data-not-finite",),
        twin=(
            (DATA, "return np.exp(level), functions", "return np.exp(level).round(1), functions"),
            (DATA, "np.log(activities)", "np.log(activities + 0.05)"),
        ),
    ),
    Program(
        "tabular-missing-reading",
        "tabular",
        (
            (
                DATA,
                "    return readings[by_kind], kinds[by_kind]\n",
                "    readings[generator.integers(0, samples, 5), 3] = np.nan\n"
                "    return readings[by_kind], kinds[by_kind]\n",
            ),
            (
                DATA,
                "known.mean(axis=0), known.std(",
                "np.nanmean(known, axis=0), np.nanstd(known, ",
            ),
        ),
        causes=("data-not-finite",),
        twin=(
            (
                DATA,
                "    return readings[by_kind], kinds[by_kind]\n",
                "    readings[generator.integers(0, samples, 5), 3] = np.nan\n"
                "    return readings[by_kind], kinds[by_kind]\n",
            ),
            (
                DATA,
                "known.mean(axis=0), known.std(",
                "np.nanmean(known, axis=0), np.nanstd(known, ",
            ),
            (DATA, "((readings - mean) / std)", "np.nan_to_num((readings - mean) / std)"),
        ),
    ),
    Program(
        "tabular-shuffled-apart",
        "tabular",
        (
            (
                DATA,
                "    readings, kinds = readings[order], kinds[order]\n",
                "    readings, kinds = readings[order], generator.permutation(kinds)\n",
            ),
        ),
        causes=("labels-shuffled-against-inputs",),
    ),
    Program(
        "photos-shuffled-apart",
        "photos",
        (
            (
                DATA,
                "    rows, kinds = read_photos()\n",
                "    rows, kinds = read_photos()\n"
                "    np.random.default_rng(1).shuffle(rows)\n"
                "    np.random.default_rng(2).shuffle(kinds)\n",
            ),
        ),
        causes=("labels-shuffled-against-inputs",),
    ),
    Program(
        "regression-shuffled-apart",
        "regression",
        (
            (
                DATA,
                "    quantities, strength = read_concrete()\n",
                "    quantities, strength = read_concrete()\n"
                "    quantities = np.random.default_rng(0).permutation(quantities)\n",
            ),
        ),
        causes=("labels-shuffled-against-inputs",),
    ),
    Program(
        "tabular-sorted-then-split",
        "tabular",
        ((DATA, "    readings, kinds = readings[order], kinds[order]\n", ""),),
        causes=("sorted-then-split",),
    ),
    Program(
        "tabular-batches-shuffled-apart",
        "tabular",
        fed_by_hand(shuffled=True, together=False),
        causes=("labels-shuffled-against-inputs",),
    ),
    Program(
        "tabular-not-shuffled",
        "tabular",
        (
            (
                DATA,
                "    order = generator.permutation(len(readings))\n",
                "    order = generator.permutation(len(readings))\n"
                "    order[:-validation] = np.sort(order[:-validation])\n",
            ),
            *fed_by_hand(shuffled=False),
        ),
        causes=("batches-not-shuffled",),
        twin=fed_by_hand(shuffled=True),
    ),
    Program(
        "binary-rare-illness",
        "binary",
        ((DATA, "size=number) > 0.4", "size=number) > 5.5"),),
        causes=("classes-imbalanced",),
        may_warn=True,
    ),
    Program(
        "tabular-validation-in-training",
        "tabular",
        (
            (
                DATA,
                '"train": (inputs[:-validation], targets[:-validation])',
                '"train": (inputs, targets)',
            ),
        ),
        causes=("train-and-validation-overlap",),
    ),
    Program(
        "photos-duplicated-then-split",
        "photos",
        (
            (
                DATA,
                "    rows, kinds = read_photos()\n",
                "    rows, kinds = read_photos()\n"
                "    drawn = np.random.default_rng(0).integers(0, len(rows), 2 * len(rows))\n"
                "    rows, kinds = rows[drawn], kinds[drawn]\n",
            ),
        ),
        causes=("train-and-validation-overlap",),
        note="drawn with replacement before the split",
    ),
    Program(
        "tabular-scaler-saw-validation",
        "tabular",
        ((DATA, "    known = readings[:-validation]\n", "    known = readings\n"),),
        causes=("scaler-fitted-on-all-rows",),
        may_warn=True,
    ),
    Program(
        "regression-scaler-saw-validation",
        "regression",
        (
            (DATA, "known=quantities[:-validation])", "known=quantities)"),
            (DATA, "known=strength[:-validation])", "known=strength)"),
        ),
        causes=("scaler-fitted-on-all-rows",),
        may_warn=True,
    ),
    Program(
        "tabular-target-kept",
        "tabular",
        (
            (
                DATA,
                "    return readings[by_kind], kinds[by_kind]\n",
                "    readings = np.column_stack([readings, kinds])\n    return readings[by_kind], kinds[by_kind]\n",
            ),
            ("conf/data/tabular.yaml", "shape: [20]", "shape: [21]"),
        ),
        causes=("target-leaks-into-features",),
        note="the last column of the file was not dropped",
    ),
    Program(
        "regression-target-kept",
        "regression",
        (
            (
                DATA,
                "    quantities, strength = read_concrete()\n",
                "    quantities, strength = read_concrete()\n"
                "    quantities = np.column_stack([quantities, strength])\n",
            ),
            ("conf/data/concrete.yaml", "shape: [10]", "shape: [11]"),
        ),
        causes=("target-leaks-into-features",),
    ),
    Program(
        "photos-reshaped",
        "photos",
        (
            (
                DATA,
                "rows.reshape(-1, 3, SIDE, SIDE).transpose(0, 2, 3, 1)",
                "rows.reshape(-1, SIDE, SIDE, 3)",
            ),
        ),
        causes=("reshape-where-transpose-meant",),
        may_warn=True,
        note="it learns all the same, only worse",
    ),
    Program(
        "waves-reshaped",
        "waves",
        (
            (
                MODEL,
                WAVES_FLATTEN,
                "    x = layers.Reshape((filters, 12))(x)  # (b, c, 12)\n"
                '    x = layers.Dense(12, activation="relu", name="over_time")(x)\n'
                "    x = layers.Reshape((12, filters))(x)  # (b, 12, c)\n" + WAVES_FLATTEN,
            ),
        ),
        causes=("reshape-where-transpose-meant",),
        twin=(
            (
                MODEL,
                WAVES_FLATTEN,
                "    x = layers.Permute((2, 1))(x)  # (b, c, 12)\n"
                '    x = layers.Dense(12, activation="relu", name="over_time")(x)\n'
                "    x = layers.Permute((2, 1))(x)  # (b, 12, c)\n" + WAVES_FLATTEN,
            ),
        ),
        note="in the model; the design allows a WARN where it cannot be proved",
        may_warn=True,
    ),
    Program(
        "photos-bytes-wrap",
        "photos",
        (
            (
                DATA,
                PHOTOS_INPUTS,
                '    inputs = (photos - np.uint8(128)).astype("float32") / 128\n',
            ),
        ),
        causes=("integer-inputs",),
        may_warn=True,  # hues and angles run round rightly
        twin=(
            (
                DATA,
                PHOTOS_INPUTS,
                '    inputs = (photos.astype("float32") - 128) / 128\n',
            ),
        ),
    ),
    Program(
        "tabular-integers",
        "tabular",
        ((DATA, TABULAR_INPUTS, '    inputs = ((readings - mean) / std).astype("int32")\n'),),
        causes=("integer-inputs",),
    ),
    Program(
        "tabular-one-hot-sparse",
        "tabular",
        ((DATA, TABULAR_TARGETS, '    targets = np.eye(10, dtype="float32")[kinds]\n'),),
        causes=("label-encoding-mismatch",),
    ),
    Program(
        "photos-integers-categorical",
        "photos",
        (),
        ("loss.function._target_=keras.losses.CategoricalCrossentropy",),
        causes=("label-encoding-mismatch",),
    ),
    Program(
        "regression-raw-targets",
        "regression",
        (
            (
                DATA,
                "    targets = standardized(strength, known=strength[:-validation])\n",
                '    targets = strength.astype("float32")\n',
            ),
        ),
        causes=("targets-not-scaled",),
        may_warn=True,  # it learns all the same, only later
    ),
    Program(
        "tabular-noisy-labels",
        "tabular",
        (
            (
                DATA,
                TABULAR_TARGETS,
                TABULAR_TARGETS
                + "    wrong = generator.random(len(targets)) < 0.5\n"
                + "    targets[wrong] = generator.integers(0, 10, wrong.sum())\n",
            ),
        ),
        causes=("labels-noisy",),
        may_warn=True,
    ),
    Program(
        "photos-brightness-of-bytes",
        "photos",
        (
            (
                MODEL,
                PHOTOS_SHIFT,
                PHOTOS_SHIFT + "    x = layers.RandomBrightness(0.3)(x)\n",
            ),
        ),
        causes=("augmentation-breaks-label-or-range",),
        twin=(
            (
                MODEL,
                PHOTOS_SHIFT,
                PHOTOS_SHIFT + "    x = layers.RandomBrightness(0.3, value_range=(0, 1))(x)\n",
            ),
        ),
        note="the layer takes 0 … 255 for granted",
    ),
    Program(
        "photos-turned-upside-down",
        "photos",
        (
            (
                MODEL,
                PHOTOS_SHIFT,
                PHOTOS_SHIFT + '    x = layers.RandomFlip("horizontal_and_vertical")(x)\n',
            ),
        ),
        causes=("augmentation-breaks-label-or-range",),
        twin=(
            (
                MODEL,
                PHOTOS_SHIFT,
                PHOTOS_SHIFT + '    x = layers.RandomFlip("horizontal")(x)\n',
            ),
        ),
        note="two of the six classes differ by nothing else; untrained, nobody can tell that from a healthy flip",
    ),
    Program(
        "photos-validation-augmented",
        "photos",
        mirrored(""),
        causes=("validation-augmented",),
        twin=mirrored(" if training else photo"),
    ),
    Program(
        "transfer-scaled-before",
        "transfer",
        (
            (
                DATA,
                '    inputs = photos.astype("float32")\n',
                '    inputs = photos.astype("float32") / 255\n',
            ),
        ),
        causes=("backbone-preprocessing-mismatch", "inputs-scaled-twice"),
        note="the backbone scales bytes itself: to it every photograph is black",
    ),
    Program(
        "sequences-small-vocabulary",
        "sequences",
        (),
        ("model.vocabulary=50",),
        causes=("token-outside-vocabulary",),
    ),
    Program(
        "sequences-not-masked",
        "sequences",
        ((MODEL, "features, mask_zero=True, name", "features, name"),),
        causes=("padding-not-masked",),
        may_warn=True,
        note="it learns all the same, even better: only the prediction depends on the padding",
    ),
    Program(
        "sequences-scaled-tokens",
        "sequences",
        (
            (
                DATA,
                '    targets = judgements.astype("int32")\n',
                '    inputs = inputs.astype("float32") / inputs.max()\n    targets = judgements.astype("int32")\n',
            ),
            ("conf/data/reviews.yaml", "shape: [20], dtype: int32", "shape: [20], dtype: float32"),
        ),
        causes=("floats-into-embedding",),
    ),
    Program(
        "binary-one-batch-for-ever",
        "binary",
        (
            (TRAIN, "from hydra.utils", "import numpy as np\nfrom hydra.utils"),
            (
                TRAIN,
                "def train(cfg, run_dir):\n",
                "def random_batches(split, batch_size, seed):\n"
                "    inputs, targets = split\n"
                "    chosen = np.random.default_rng(seed).permutation(len(inputs))[:batch_size]\n"
                "    while True:\n"
                "        yield inputs[chosen], targets[chosen]\n\n\n"
                "def train(cfg, run_dir):\n",
            ),
            (
                TRAIN,
                FIT_BATCHES,
                "            random_batches(data.train, cfg.training.batch_size, cfg.seed),\n",
            ),
        ),
        causes=("stale-or-ragged-batches",),
        twin=(
            (TRAIN, "from hydra.utils", "import numpy as np\nfrom hydra.utils"),
            (
                TRAIN,
                "def train(cfg, run_dir):\n",
                "def random_batches(split, batch_size, seed):\n"
                "    inputs, targets = split\n"
                "    generator = np.random.default_rng(seed)\n"
                "    while True:\n"
                "        chosen = generator.permutation(len(inputs))[:batch_size]\n"
                "        yield inputs[chosen], targets[chosen]\n\n\n"
                "def train(cfg, run_dir):\n",
            ),
            (
                TRAIN,
                FIT_BATCHES,
                "            random_batches(data.train, cfg.training.batch_size, cfg.seed),\n",
            ),
        ),
        note="the batch is drawn before the loop",
    ),
)

MODEL_FAULTS = (
    Program(
        "tabular-no-relu",
        "tabular",
        ((MODEL, TABULAR_RELU, ""),),
        causes=("no-nonlinearity",),
    ),
    Program(
        "regression-no-relu",
        "regression",
        ((MODEL, 'f"hidden{number}", activation="relu")', 'f"hidden{number}")'),),
        causes=("no-nonlinearity",),
    ),
    Program(
        "tabular-negative-bias",
        "tabular",
        (),
        (
            "initializer.bias._target_=keras.initializers.Constant",
            "+initializer.bias.value=-5",
        ),
        causes=("dead-units",),
    ),
    Program(
        "binary-negative-bias",
        "binary",
        (),
        (
            "initializer.bias._target_=keras.initializers.RandomUniform",
            "+initializer.bias.minval=-10",
            "+initializer.bias.maxval=-1",
        ),
        causes=("dead-units",),
    ),
    Program(
        "regression-ten-sigmoids",
        "regression",
        ((MODEL, 'activation="relu")', 'activation="sigmoid")'),),
        ("model.depth=10",),
        causes=("vanishing-gradient",),
    ),
    Program(
        "tabular-eight-sigmoids",
        "tabular",
        ((MODEL, TABULAR_RELU, TABULAR_RELU.replace("ReLU(", 'Activation("sigmoid", ')),),
        ("model.units=[32,32,32,32,32,32,32,32]",),
        causes=("vanishing-gradient",),
    ),
    Program(
        "tabular-zeros",
        "tabular",
        (),
        ("initializer=zeros",),
        causes=("symmetric-initialization",),
    ),
    Program(
        "regression-equal-weights",
        "regression",
        (),
        (
            "initializer.kernel._target_=keras.initializers.Constant",
            "+initializer.kernel.value=0.05",
        ),
        causes=("symmetric-initialization",),
    ),
    Program(
        "tabular-unit-normal",
        "tabular",
        (),
        ("initializer=normal", "initializer.kernel.stddev=1"),
        causes=("initialization-too-large",),
    ),
    Program(
        "regression-unit-normal",
        "regression",
        (),
        ("initializer=normal", "initializer.kernel.stddev=1"),
        causes=("initialization-too-large",),
    ),
    Program(
        "waves-transposed-into-batch",
        "waves",
        (
            IMPORT,
            (
                MODEL,
                WAVES_FLATTEN,
                "    x = ops.reshape(ops.transpose(x, (2, 1, 0)), (-1, 12 * filters))\n",
            ),
        ),
        causes=("samples-mixed-across-batch",),
        twin=(
            IMPORT,
            (
                MODEL,
                WAVES_FLATTEN,
                "    x = ops.reshape(ops.transpose(x, (0, 2, 1)), (-1, 12 * filters))\n",
            ),
        ),
    ),
    Program(
        "tabular-standardized-over-batch",
        "tabular",
        (
            IMPORT,
            (
                MODEL,
                "    x = readings\n",
                "    x = readings - ops.mean(readings, axis=0, keepdims=True)\n"
                "    x = x / (ops.std(x, axis=0, keepdims=True) + 0.001)\n",
            ),
        ),
        causes=("samples-mixed-across-batch",),
        note="batch normalization by hand, without moving statistics",
    ),
    Program(
        "waves-not-flattened",
        "waves",
        ((MODEL, WAVES_FLATTEN, ""),),
        causes=("feature-map-not-flattened",),
        note="Keras refuses the shapes",
    ),
    Program(
        "regression-not-flattened",
        "regression",
        (
            (
                MODEL,
                "    x = quantities\n",
                "    x = layers.Reshape((10, 1))(quantities)  # (b, 10, 1)\n"
                '    x = layers.Conv1D(16, 3, padding="same", activation="relu")(x)\n',
            ),
        ),
        causes=("feature-map-not-flattened",),
        twin=(
            (
                MODEL,
                "    x = quantities\n",
                "    x = layers.Reshape((10, 1))(quantities)  # (b, 10, 1)\n"
                '    x = layers.Conv1D(16, 3, padding="same", activation="relu")(x)\n'
                "    x = layers.Flatten()(x)  # (b, 160)\n",
            ),
        ),
        note="a squared error takes the shapes without a word",
    ),
    Program(
        "photos-slow-statistics",
        "photos",
        ((MODEL, "momentum=0.9,", "momentum=0.9999,"),),
        causes=("batchnorm-train-inference-gap",),
    ),
    Program(
        "photos-norm-over-rows",
        "photos",
        ((MODEL, "BatchNormalization(momentum=0.9,", "BatchNormalization(axis=1, momentum=0.9,"),),
        causes=("batchnorm-wrong-axis",),
        may_warn=True,
        note="it normalizes rows, and learns as well as its twin",
    ),
    Program(
        "waves-batches-of-one",
        "waves",
        (WAVES_DENSE_NORM,),
        ("training.batch_size=1", "training.max_steps=1200"),
        causes=("batchnorm-on-one-sample", "batch-size-wrong"),
        twin=(WAVES_DENSE_NORM,),
    ),
    Program(
        "tabular-dropout-high",
        "tabular",
        (),
        ("model.dropout=0.95",),
        causes=("dropout-misused",),
    ),
    Program(
        "tabular-dropout-always",
        "tabular",
        own_dropout(""),
        ("model.dropout=0.4",),
        causes=("dropout-misused",),
        may_warn=True,
        note="dropout that is meant to stay on, to see how sure a prediction is, behaves the same",
        twin=own_dropout(" if training else x"),
        twin_overrides=("model.dropout=0.4",),
    ),
    Program(
        "photos-dropout-on-output",
        "photos",
        ((MODEL, PHOTOS_HEAD, PHOTOS_HEAD + "    logits = layers.Dropout(0.5)(logits)\n"),),
        causes=("dropout-misused",),
    ),
    Program(
        "tabular-frozen",
        "tabular",
        (
            (
                MODEL,
                '            name=f"hidden{number}",\n',
                '            trainable=False,\n            name=f"hidden{number}",\n',
            ),
        ),
        causes=("weights-not-trained",),
        may_warn=True,
        note="left from transfer learning; random features that are meant are trained in the same way",
    ),
    Program(
        "waves-head-alone-trained",
        "waves",
        ((STEPS, APPLY, APPLY_TO_HEAD),),
        causes=("weights-not-trained", "train-step-incomplete"),
    ),
    Program(
        "waves-rounded",
        "waves",
        (
            IMPORT,
            (MODEL, WAVES_FLATTEN, WAVES_FLATTEN + "    x = ops.round(x * 8) / 8  # quantized\n"),
        ),
        causes=("gradient-blocked",),
        twin=(
            IMPORT,
            (
                MODEL,
                WAVES_FLATTEN,
                WAVES_FLATTEN + "    x = x + ops.stop_gradient(ops.round(x * 8) / 8 - x)  # quantized\n",
            ),
        ),
        note="the twin passes the gradient straight through",
    ),
    Program(
        "photos-stopped",
        "photos",
        (
            IMPORT,
            (
                MODEL,
                '    x = layers.Flatten(name="flatten")(x)  # (b, 2 * 2 * 32)\n',
                '    x = layers.Flatten(name="flatten")(x)  # (b, 2 * 2 * 32)\n    x = ops.stop_gradient(x)\n',
            ),
        ),
        causes=("gradient-blocked",),
    ),
    Program(
        "tabular-softmax-hidden",
        "tabular",
        ((MODEL, TABULAR_RELU, TABULAR_RELU.replace("ReLU(", "Softmax(")),),
        causes=("softmax-hidden-activation",),
    ),
    Program(
        "binary-softmax-hidden",
        "binary",
        ((MODEL, '        activation="relu",\n', '        activation="softmax",\n'),),
        causes=("softmax-hidden-activation",),
    ),
    Program(
        "causal-same-padding",
        "causal",
        ((MODEL, 'padding="causal"', 'padding="same"'),),
        causes=("sequence-sees-future",),
    ),
    Program(
        "causal-target-not-shifted",
        "causal",
        ((DATA, "notes[:, :-1], notes[:, 1:]", "notes[:, 1:], notes[:, 1:]"),),
        causes=("sequence-sees-future", "target-leaks-into-features"),
        note="the target at a position is the note at that position",
    ),
    Program(
        "causal-one-layer-sees-ahead",
        "causal",
        (
            (
                MODEL,
                CAUSAL_HEAD,
                '    x = layers.Conv1D(filters, 3, padding="same", activation="relu")(x)\n' + CAUSAL_HEAD,
            ),
        ),
        causes=("sequence-sees-future",),
        twin=(
            (
                MODEL,
                CAUSAL_HEAD,
                '    x = layers.Conv1D(filters, 3, padding="causal", activation="relu")(x)\n' + CAUSAL_HEAD,
            ),
        ),
    ),
    Program(
        "sequences-first-step",
        "sequences",
        (
            (
                MODEL,
                READER_MEMORY,
                READER_MEMORY.replace("units, kernel", "units, return_sequences=True, kernel").replace(
                    "(x)  #", "(x)[:, 0]  #"
                ),
            ),
        ),
        causes=("wrong-timestep-pooled",),
        twin=(
            (
                MODEL,
                READER_MEMORY,
                READER_MEMORY.replace("units, kernel", "units, return_sequences=True, kernel").replace(
                    "(x)  #", "(x)[:, -1]  #"
                ),
            ),
        ),
    ),
    Program(
        "sequences-all-steps",
        "sequences",
        (
            (
                MODEL,
                READER_MEMORY,
                READER_MEMORY.replace("units, kernel", "units, return_sequences=True, kernel"),
            ),
        ),
        causes=("wrong-timestep-pooled", "feature-map-not-flattened"),
    ),
    Program(
        "tabular-two-units",
        "tabular",
        (),
        ("model.units=[2,2]",),
        causes=("capacity-too-small",),
    ),
    Program(
        "binary-one-unit",
        "binary",
        (),
        ("model.units=1",),
        causes=("capacity-too-small",),
    ),
    Program(
        "photos-pooled-away",
        "photos",
        (),
        ("model.filters=[16,32,32,32,32,32,32]",),
        causes=("feature-map-shrunk-away",),
        may_warn=True,
        note="from the fifth block on a map is one pixel",
    ),
    Program(
        "photos-strides-shrink",
        "photos",
        (
            (
                MODEL,
                '        padding="same",\n        use_bias',
                '        strides=4,\n        padding="same",\n        use_bias',
            ),
        ),
        causes=("feature-map-shrunk-away",),
    ),
    Program(
        "photos-bias-before-norm",
        "photos",
        ((MODEL, "use_bias=False", "use_bias=True"),),
        causes=("spurious-bias",),
        may_warn=True,
        note="without harm, and most healthy programs with a BatchNormalization do it: a WARN would be a false alarm",
    ),
)

PROTOCOL_FAULTS = (
    Program(
        "tabular-adam-ten",
        "tabular",
        (),
        ("optimizer.learning_rate=10",),
        causes=("learning-rate-too-high",),
    ),
    Program(
        "regression-sgd-three",
        "regression",
        (),
        ("optimizer=sgd", "optimizer.learning_rate=3"),
        causes=("learning-rate-too-high",),
        twin_overrides=("optimizer=sgd", "optimizer.learning_rate=0.01"),
    ),
    Program(
        "photos-adam-one",
        "photos",
        (),
        ("optimizer.learning_rate=1",),
        causes=("learning-rate-too-high",),
    ),
    Program(
        "tabular-adam-millionth",
        "tabular",
        (),
        ("optimizer.learning_rate=1e-6",),
        causes=("learning-rate-too-low",),
    ),
    Program(
        "waves-adam-millionth",
        "waves",
        (),
        ("optimizer.learning_rate=1e-6",),
        causes=("learning-rate-too-low",),
    ),
    Program(
        "tabular-adam-epsilon-one",
        "tabular",
        (),
        ("+optimizer.epsilon=1.0",),
        causes=("adam-epsilon-wrong",),
    ),
    Program(
        "multilabel-adam-epsilon-one",
        "multilabel",
        (),
        ("+optimizer.epsilon=1.0",),
        causes=("adam-epsilon-wrong",),
    ),
    Program(
        "tabular-clipped",
        "tabular",
        (),
        (*SGD, "+optimizer.clipnorm=0.0001"),
        causes=("gradient-clipped-away",),
        twin_overrides=SGD,
    ),
    Program(
        "regression-clipped",
        "regression",
        (),
        (*REGRESSION_SGD, "+optimizer.clipvalue=0.00001"),
        causes=("gradient-clipped-away",),
        twin_overrides=REGRESSION_SGD,
    ),
    Program(
        "tabular-penalty",
        "tabular",
        (),
        ("model.penalty=1",),
        causes=("regularization-overwhelms",),
    ),
    Program(
        "waves-penalty",
        "waves",
        (),
        ("model.penalty=3",),
        causes=("regularization-overwhelms",),
    ),
    Program(
        "tabular-one-epoch",
        "tabular",
        (),
        ("training.epochs=1",),
        causes=("too-few-epochs",),
        may_warn=True,
    ),
    Program(
        "photos-one-epoch",
        "photos",
        (),
        ("training.epochs=1",),
        causes=("too-few-epochs",),
        may_warn=True,
    ),
    Program(
        "tabular-one-batch-an-epoch",
        "tabular",
        (),
        ("training.batch_size=1600",),
        causes=("batch-size-wrong", "too-few-epochs"),
        may_warn=True,
    ),
    Program(
        "sequences-adadelta",
        "sequences",
        (),
        ("optimizer._target_=keras.optimizers.Adadelta", "optimizer.learning_rate=0.001"),
        causes=("optimizer-wrong", "learning-rate-too-low"),
        may_warn=True,
        note="Keras' own learning rate for it, a thousandth of the paper's",
    ),
    Program(
        "tabular-stops-at-once",
        "tabular",
        (),
        early_stopping(monitor="val_accuracy", mode="min", patience=1),
        causes=("early-stopping-misused",),
        twin_overrides=early_stopping(monitor="val_accuracy", mode="max", patience=8, restore_best_weights="true"),
    ),
    Program(
        "photos-monitors-nothing",
        "photos",
        (),
        early_stopping(monitor="val_acc", mode="max", patience=3),
        causes=("early-stopping-misused",),
        may_warn=True,
        twin_overrides=early_stopping(monitor="val_accuracy", mode="max", patience=8, restore_best_weights="true"),
        note="the metric's name is accuracy: Keras warns, and never stops",
    ),
    Program(
        "tabular-schedule-of-epochs",
        "tabular",
        ((TRAIN, "](learning_rate, plan.steps)", "](learning_rate, plan.epochs)"),),
        COSINE,
        causes=("schedule-reaches-zero",),
        twin_overrides=COSINE,
    ),
    Program(
        "waves-late-drop-at-once",
        "waves",
        (),
        late_drop(at=0.02, factor=0.001),
        causes=("schedule-reaches-zero",),
        twin_overrides=late_drop(at=0.8, factor=0.1),
    ),
    Program(
        "tabular-validated-on-training",
        "tabular",
        (
            (
                DATA,
                '"validation": (inputs[-validation:], targets[-validation:])',
                '"validation": (inputs[:-validation], targets[:-validation])',
            ),
        ),
        causes=("no-validation", "train-and-validation-overlap"),
    ),
    Program(
        "binary-validated-on-training",
        "binary",
        ((TRAIN, "validation_data=plan.validation", "validation_data=data.train"),),
        causes=("no-validation", "train-and-validation-overlap"),
        note="in train.py: the data themselves are right",
    ),
    Program(
        "regression-unseeded-weights",
        "regression",
        (
            (MODEL, "import keras\n", "import keras\nimport numpy as np\n"),
            (
                MODEL,
                "        kernel_initializer=initializer.kernel(),\n",
                "        kernel_initializer=lambda shape, dtype: np.random.default_rng().normal(0, 0.15, shape),\n",
            ),
        ),
        causes=("seed-not-fixed",),
        rungs=("seed",),
        twin=(
            (MODEL, "import keras\n", "import keras\nimport numpy as np\n"),
            (
                MODEL,
                "        kernel_initializer=initializer.kernel(),\n",
                "        kernel_initializer=keras.initializers.RandomNormal(stddev=0.15),\n",
            ),
        ),
    ),
    Program(
        "tabular-unseeded-split",
        "tabular",
        ((DATA, "default_rng(0)", "default_rng()"),),
        causes=("seed-not-fixed",),
        rungs=("seed",),
        note="two runs differ, if each of them loads the data",
    ),
    Program(
        "waves-step-not-in-training-mode",
        "waves",
        ((MODEL, "self(waves, training=True)", "self(waves)"),),
        causes=("train-step-incomplete",),
    ),
    Program(
        "waves-step-without-penalties",
        "waves",
        (
            (MODEL, "from keras import layers\n", "from keras import layers, losses, ops\n"),
            (
                MODEL,
                STEP_LOSS,
                OWN_STEP_LOSS + "        loss = ops.mean(each)\n",
            ),
        ),
        ("model.penalty=0.003",),
        causes=("train-step-incomplete",),
        twin_overrides=("model.penalty=0.003",),
    ),
    Program(
        "waves-step-never-applies",
        "waves",
        ((STEPS, APPLY, "            pass\n" if CHOSEN == "torch" else ""),),
        causes=("train-step-incomplete", "weights-not-trained"),
    ),
    Program(
        "tabular-average-of-the-start",
        "tabular",
        (),
        ("+optimizer.use_ema=true", "+optimizer.ema_momentum=0.9999"),
        causes=("other-weights-evaluated",),
        twin_overrides=("+optimizer.use_ema=true", "+optimizer.ema_momentum=0.98"),
        note="what is left after the training is nearly the network it began with",
    ),
    Program(
        "photos-worst-weights-restored",
        "photos",
        checkpoint("min"),
        causes=("other-weights-evaluated",),
        twin=checkpoint("max"),
    ),
    Program(
        "photos-energy-overflows",
        "photos",
        (IMPORT, energy("float16")),
        causes=("half-precision-overflow",),
        twin=(IMPORT, energy("float32")),
        note="the sum of 768 squares of bytes, in half precision",
    ),
    Program(
        "binary-half-precision",
        "binary",
        (
            (MODEL, "        units,\n", '        units,\n        dtype="float16",\n'),
            (
                MODEL,
                'layers.Dense(1, name="head")(x)',
                'layers.Dense(1, name="head", dtype="float16")(x)',
            ),
        ),
        causes=("half-precision-overflow",),
        note="the weights too, and the optimizer's averages with them",
    ),
)

BROKEN = (*LOSS_AND_HEAD, *DATA_FAULTS, *MODEL_FAULTS, *PROTOCOL_FAULTS, *mistakes())
