"""Operators that inject one fault into any healthy program: a change from outside, as the recipe's own mends are.

Each is called with a `tries.seen.Seen` of the healthy program and returns a `tries.change.Change`, or None where it
does not apply. It runs inside a generated project, whose package is `paper_net`.
"""

import keras
import numpy as np
from hydra.utils import instantiate
from keras import ops
from paper_net.recipe.keras_side import private
from paper_net.recipe.measure import heads
from paper_net.recipe.prepare import samples
from paper_net.recipe.prepare.nested import leaves
from paper_net.recipe.tries import arrays, layers, settings
from paper_net.recipe.tries.change import Change, typed

# What makes a figure dishonest, or moves rows between splits: its effect is no worse prediction.
DISHONEST = {
    *("train-and-validation-overlap", "validation-is-test", "target-leaks-into-features", "sorted-then-split"),
    *("classes-imbalanced", "wrong-metric", "too-few-epochs", "loss-summed-not-averaged", "labels-not-from-zero"),
}


# Settings


def rate(factor):
    return lambda seen: typed(seen.cfg, optimizer__learning_rate=factor * float(seen.cfg.optimizer.learning_rate))


def optimizer_is(seen, *kinds):
    return seen.cfg.optimizer._target_.rpartition(".")[2] in kinds


def large_epsilon(seen):
    return typed(seen.cfg, optimizer__epsilon=1e3) if optimizer_is(seen, "Adam", "AdamW", "Nadam") else None


def clipped(seen):
    return typed(seen.cfg, optimizer__clipnorm=1e-6) if optimizer_is(seen, "SGD") else None


def short_schedule(seen):
    node = {"_target_": "keras.optimizers.schedules.CosineDecay", "_partial_": True}
    at_once = {"_target_": "mutations.in_ten_steps", "_partial_": True, "schedule": node}
    return Change("a cosine over ten steps", (("training.schedule", at_once),))


def in_ten_steps(initial_learning_rate, decay_steps, schedule):
    return schedule(initial_learning_rate, 10)


def three_steps(seen):
    return typed(seen.cfg, training__max_steps=3)


def averaged(seen):
    return typed(seen.cfg, optimizer__use_ema=True, optimizer__ema_momentum=0.999999)


def impatient(seen):
    node = {"_target_": "keras.callbacks.EarlyStopping", "monitor": "val_loss", "patience": 0, "min_delta": 0.5}
    return Change("an impatient EarlyStopping", (("training.callbacks", {"stopping": node}),))


def accuracy_of_values(seen):
    node = {"_target_": "keras.metrics.Accuracy", "name": "accuracy"}
    wanted = seen.target is not None and seen.target.kind == "values"
    return Change("an accuracy of values", (("training.metrics", {"accuracy": node}),)) if wanted else None


# Loss and head


def loss_named(seen, names, from_logits=None):
    loss = seen.loss_node and heads.known(instantiate(seen.loss_node, _convert_="all"))
    return bool(loss) and loss.name in names and from_logits in (None, loss.from_logits)


def head(names, from_logits, activation, kind=None, **overrides):
    """The head gets another activation, under a loss of these names."""

    def mutation(seen):
        if not seen.activations or not loss_named(seen, names, from_logits):
            return None
        if kind and (seen.target is None or seen.target.kind not in kind.split()):
            return None
        other = typed(seen.cfg, **overrides).overrides if overrides else ()
        return Change(f"{activation} as the output", other, model=lambda model: layers.with_head(model, activation))

    return mutation


def signed(mutation):
    """Only where a fifth of the targets or more is negative."""
    return lambda seen: mutation(seen) if np.mean(np.asarray(seen.data.train[1]) < 0) > 0.2 else None


def unbounded(mutation):
    """Only where a fifth of the targets or more lies beyond 0 … 1."""

    def outside(targets):
        return np.mean((targets < 0) | (targets > 1)) > 0.2

    return lambda seen: mutation(seen) if outside(np.asarray(seen.data.train[1])) else None


def one_unit(mutation):
    return lambda seen: mutation(seen) if seen.answer_shape == (1,) else None


def over_samples(seen):
    if not seen.activations or not loss_named(seen, heads.SPARSE + heads.ONE_HOT):
        return None

    def softmax(x):
        return ops.softmax(x, axis=0)

    def changed(model):
        layers.with_head(model, "linear")
        last = private.head(model)[0]
        if hasattr(last, "activation"):
            last.activation = softmax
        else:
            private.answer_instead(last, softmax)
        return model

    overrides = typed(seen.cfg, loss__function__from_logits=False).overrides
    return Change("a softmax over the samples", overrides, model=changed)


def units(count):
    """Another number of units than classes in the output; not, where no label misses the unit."""

    def mutation(seen):
        if not seen.plain or seen.target is None or seen.target.kind != "classes" or not loss_named(seen, heads.SPARSE):
            return None
        number, name = count(seen.target.classes), seen.activations[0]
        return Change(f"{number} units", model=lambda model: layers.with_units(model, number, name))

    return mutation


def one_unit_for_classes(seen):
    if not seen.plain or seen.target is None or (seen.target.classes or 0) < 3 or not loss_named(seen, heads.SPARSE):
        return None
    loss = {"_target_": "keras.losses.BinaryCrossentropy", "from_logits": True}
    overrides = ("loss.function", loss), ("training.metrics", {})
    return Change("one unit for several classes", overrides, model=lambda m: layers.with_units(m, 1, "linear"))


def crossentropy_of_values(seen):
    if not loss_named(seen, heads.VALUES) or seen.target is None or seen.target.kind != "values":
        return None
    return Change(
        "BinaryCrossentropy of values",
        (("loss.function", {"_target_": "keras.losses.BinaryCrossentropy", "from_logits": True}),),
    )


def summed(seen):
    return settings.wrapped(seen, times_batch, "the loss summed over the batch")


def times_batch(loss):
    return lambda y_true, y_pred: loss(y_true, y_pred) * ops.cast(ops.shape(y_pred)[0], y_pred.dtype)


# Data


def floats(seen):
    found = leaves(seen.data.train[0])
    return len(found) == 1 and isinstance(found[0], np.ndarray) and found[0].dtype.kind == "f"


def inputs(words, change, only=None):
    """Another number in the place of each float input; `only` of one split."""

    def mutation(seen):
        if not floats(seen):
            return None

        def changed(splits):
            return {
                name: arrays.each({name: split}, inputs=change)[name] if only in (None, name) else split
                for name, split in splits.items()
            }

        return Change(words, splits=changed)

    return mutation


def mostly_zero(array):
    flat = np.array(array).reshape(len(array), -1)
    flat[:, : int(0.8 * flat.shape[1])] = 0
    return flat.reshape(array.shape)


def with_gaps(array):
    made = np.array(array)
    made[np.random.default_rng(0).random(made.shape) < 0.01] = np.nan
    return made


def targets_of(kind):
    def wanted(seen):
        return seen.target is not None and seen.target.kind == kind and isinstance(seen.data.train[1], np.ndarray)

    return wanted


def integer_labels(seen):
    return targets_of("classes")(seen) and np.issubdtype(seen.data.train[1].dtype, np.integer)


def shifted_labels(seen):
    if not integer_labels(seen):
        return None
    return Change("labels from 1", splits=lambda splits: arrays.each(splits, targets=lambda y: y + 1))


def large_targets(seen):
    if not targets_of("values")(seen):
        return None
    return Change("targets of thousands", splits=lambda s: arrays.each(s, targets=lambda y: 1000 * y + 5000))


def shuffled(seen):
    if not isinstance(seen.data.train[1], np.ndarray):
        return None

    def another(y):
        return y[np.random.default_rng(len(y)).permutation(len(y))]

    return Change("targets of other samples", splits=lambda splits: arrays.each(splits, targets=another))


def pooled(order):
    """Training and validation thrown together, in the order of a function of the labels, and split again."""

    def mutation(seen):
        if not integer_labels(seen) or seen.data.train[1].ndim > 1:
            return None

        def mixed(splits):
            number = samples.count(splits["train"])
            both = [
                arrays.zipped(lambda a, b: np.concatenate([a, b]), *sides)
                for sides in zip(splits["train"], splits["validation"], strict=True)
            ]
            rows = order(both[1])
            parts = {"train": rows[:number], "validation": rows[number:]}
            return {**splits, **{name: samples.take(tuple(both), part) for name, part in parts.items()}}

        return Change("samples sorted by class, then split", splits=mixed)

    return mutation


def rare(seen):
    """Hardly any sample of a class but the first."""
    if not integer_labels(seen) or seen.data.train[1].ndim > 1:
        return None

    def kept(split):
        y = split[1].reshape(-1)
        chosen = (y == y.min()) | (np.random.default_rng(0).random(len(y)) < 0.02)
        return samples.take(split, np.flatnonzero(chosen))

    return Change("one class alone", splits=lambda splits: {**splits, "train": kept(splits["train"])})


def copied(seen):
    """Half the validation samples are training samples."""

    def mixed(splits):
        half = min(samples.count(splits["validation"]) // 2, samples.count(splits["train"]))
        sides = [
            arrays.zipped(lambda a, b: np.concatenate([a[:half], b[half:]]), *sides)
            for sides in zip(splits["train"], splits["validation"], strict=True)
        ]
        return {**splits, "validation": tuple(sides)}

    return Change("half the validation is training", splits=mixed) if floats(seen) else None


def test_as_validation(seen):
    if seen.data.test is None:
        return None
    return Change("validation is the test", splits=lambda splits: {**splits, "validation": splits["test"]})


def leaked(seen):
    """The label is the first feature of each sample."""
    if not floats(seen) or not integer_labels(seen) or seen.data.train[1].ndim > 1:
        return None
    if np.prod(leaves(seen.data.train[0])[0].shape[1:]) > 100:
        return None

    def changed(splits):
        return {name: (with_label(*split), split[1]) for name, split in splits.items()}

    return Change("the label among the features", splits=changed)


def with_label(x, y):
    flat = np.array(x).reshape(len(x), -1)
    spread = (np.asarray(y).reshape(-1) - np.mean(y)) / (np.std(y) or 1)
    flat[:, 0] = flat.mean() + flat.std() * spread
    return flat.reshape(x.shape)


def reshaped(seen):
    """Channels first read as channels last."""
    if not floats(seen) or leaves(seen.data.train[0])[0].ndim != 4:
        return None
    return inputs("channels reshaped", lambda x: np.moveaxis(x, -1, 1).reshape(x.shape))(seen)


def unknown_words(seen):
    found = leaves(seen.data.train[0])
    if len(found) != 1 or found[0].dtype.kind not in "iu" or found[0].ndim != 2:
        return None

    def changed(x):
        return np.where(np.random.default_rng(0).random(x.shape) < 0.05, x + 100_000, x).astype(x.dtype)

    return Change("words beyond the vocabulary", splits=lambda splits: arrays.each(splits, inputs=changed))


# Model


def hidden_as(name, least=1):
    def mutation(seen):
        found = [one for one in layers.hidden(seen.model) if one.activation.__name__ != "linear"]
        if len(found) < least:
            return None

        def changed(model):
            for layer in layers.hidden(model):
                if layer.activation.__name__ != "linear":
                    layer.activation = keras.activations.get(name)
            return model

        return Change(f"{name} as the hidden activation", model=changed)

    return mutation


def kernels(words, change):
    def changed(model):
        for variable in model.trainable_variables:
            if variable.path.endswith("kernel"):
                variable.assign(change(variable))
        return model

    return lambda seen: Change(words, model=changed)


def silent(seen):
    found = [one for one in layers.hidden(seen.model) if one.activation.__name__ == "relu" and one.weights]

    def changed(model):
        for layer in layers.hidden(model):
            if layer.activation.__name__ == "relu" and getattr(layer, "bias", None) is not None:
                layer.bias.assign(ops.full_like(layer.bias, -30.0))
        return model

    return Change("biases of -30 before rectifiers", model=changed) if found else None


def head_alone(seen):
    """Only the head is trained."""
    if not seen.head or len([layer for layer in private.layers_of(seen.model) if layer.weights]) < 2:
        return None

    def changed(model):
        last = private.head(model)
        for layer in private.layers_of(model):
            if layer not in last and not private.is_block(layer):
                layer.trainable = False
        return model

    return Change("all but the head frozen", model=changed)


def norms(words, **options):
    def mutation(seen):
        if not layers.normalizations(seen.model):
            return None

        def changed(model):
            for layer in layers.normalizations(model):
                for name, value in options.items():
                    setattr(layer, name, value)
            return model

        return Change(words, model=changed)

    return mutation


def first_axis(seen):
    found = [one for one in layers.normalizations(seen.model) if len(one.input.shape) > 2]
    return found and layers.cloned(
        seen, "BatchNormalization over axis 1", lambda one: {"axis": 1} if one in found else {}
    )


def dropped(seen):
    found = [one for one in private.layers_of(seen.model) if isinstance(one, keras.layers.Dropout)]

    def changed(model):
        for layer in private.layers_of(model):
            if isinstance(layer, keras.layers.Dropout):
                layer.rate = 0.98
        return model

    return Change("a Dropout of 0.98", model=changed) if found else None


def penalized(seen):
    def changed(model):
        for variable in model.trainable_variables:
            if variable.path.endswith("kernel"):
                variable.regularizer = keras.regularizers.L2(10.0)
        return model

    return Change("an L2 penalty of 10", model=changed)


def acting(words, function):
    """A function in the place of the activation of the last hidden layer, or of the output."""

    def mutation(of_output):
        def of(seen):
            found = seen.head if of_output else layers.hidden(seen.model)[-1:]
            if not found or not hasattr(found[0], "activation"):
                return None

            def changed(model):
                layer = (private.head(model) if of_output else layers.hidden(model)[-1:])[0]
                own = layer.activation
                layer.activation = lambda x: function(own(x))
                return model

            return Change(words, model=changed)

        return of

    return mutation


SOFT = heads.SPARSE + heads.ONE_HOT
MUTATIONS = {
    "learning-rate-too-high": rate(3000),
    "learning-rate-too-low": rate(1e-6),
    "adam-epsilon-wrong": large_epsilon,
    "gradient-clipped-away": clipped,
    "schedule-reaches-zero": short_schedule,
    "too-few-epochs": three_steps,
    "other-weights-evaluated": averaged,
    "early-stopping-misused": impatient,
    "wrong-metric": accuracy_of_values,
    "half-precision-overflow": lambda seen: layers.cloned(seen, "float16", lambda layer: {"dtype": "float16"}),
    "loss-sign-flipped": settings.turned_loss,
    "loss-summed-not-averaged": summed,
    "softmax-twice": head(SOFT, True, "softmax"),
    "sigmoid-twice": head(heads.BINARY, True, "sigmoid"),
    "logits-taken-as-probabilities": head(SOFT, True, "linear", loss__function__from_logits=False),
    "unbounded-output-with-binary-crossentropy": head(heads.BINARY, True, "linear", loss__function__from_logits=False),
    "relu-before-softmax": head(SOFT, True, "relu"),
    "sigmoid-for-single-label": head(SOFT, True, "sigmoid"),
    "softmax-for-multi-label": head(heads.BINARY, True, "softmax", "multilabel", loss__function__from_logits=False),
    "relu-on-signed-target": signed(head(heads.VALUES, None, "relu", "values")),
    "bounded-output-unbounded-target": unbounded(head(heads.VALUES, None, "sigmoid", "values")),
    "softmax-on-regression": one_unit(head(heads.VALUES, None, "softmax", "values")),
    "softmax-on-one-unit": one_unit(head(heads.BINARY, None, "softmax", loss__function__from_logits=False)),
    "softmax-over-wrong-axis": over_samples,
    "fewer-units-than-classes": units(lambda classes: classes - 1),
    "more-units-than-classes": units(lambda classes: 10 * classes),
    "class-labels-with-binary-crossentropy": one_unit_for_classes,
    "crossentropy-on-real-target": crossentropy_of_values,
    "inputs-not-scaled": inputs("inputs of hundreds", lambda x: 255 * x),
    "inputs-scaled-twice": inputs("inputs of thousandths", lambda x: x / 255),
    "validation-scaled-differently": inputs("validation not scaled", lambda x: 5 * x + 3, "validation"),
    "constant-features": inputs("features of zero", mostly_zero),
    "data-not-finite": inputs("inputs with gaps", with_gaps),
    "reshape-where-transpose-meant": reshaped,
    "token-outside-vocabulary": unknown_words,
    "labels-not-from-zero": shifted_labels,
    "targets-not-scaled": large_targets,
    "labels-shuffled-against-inputs": shuffled,
    "sorted-then-split": pooled(lambda y: np.argsort(y, kind="stable")),
    "classes-imbalanced": rare,
    "train-and-validation-overlap": copied,
    "validation-is-test": test_as_validation,
    "target-leaks-into-features": leaked,
    "no-nonlinearity": hidden_as("linear", 2),
    "softmax-hidden-activation": hidden_as("softmax"),
    "vanishing-gradient": hidden_as("sigmoid", 4),
    "dead-units": silent,
    "symmetric-initialization": kernels("kernels all alike", lambda v: ops.full_like(v, 0.02)),
    "initialization-too-large": kernels("kernels twenty times as large", lambda v: 20 * v),
    "weights-not-trained": head_alone,
    "batchnorm-train-inference-gap": norms("BatchNormalization that never learns", momentum=0.999999),
    "batchnorm-wrong-axis": first_axis,
    "dropout-misused": dropped,
    "regularization-overwhelms": penalized,
    "samples-mixed-across-batch": acting("less the batch's mean", lambda x: x - 0.5 * ops.mean(x, axis=0))(True),
    "gradient-blocked": acting("no gradient below the last hidden layer", ops.stop_gradient)(False),
}
