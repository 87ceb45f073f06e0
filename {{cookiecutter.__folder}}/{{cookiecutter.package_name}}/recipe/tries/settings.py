"""MACHINERY. Mends that are settings: what is written in the configuration, taken back or set to what is usual.

Each is called with a seen.Seen and returns a Change, or None where it does not apply.
"""

import inspect

from hydra.utils import get_object
from keras import ops
from omegaconf import OmegaConf

from ..checks.why_not_learnt import CLIPPING
from ..keep.project import CONF
from .change import Change, typed

USUAL_BATCH = 32
FOUR_TIMES = "four times the steps"
ADAM = {"_target_": "keras.optimizers.Adam", "learning_rate": 1e-3}


def other_logits(seen):
    """The other `from_logits`, where the loss has it."""
    node = seen.loss_node
    if node is None:
        return None
    if "from_logits" in node:
        return typed(seen.cfg, loss__function__from_logits=not node.from_logits)
    takes = "from_logits" in inspect.signature(get_object(node._target_)).parameters
    return typed(seen.cfg, loss__function__from_logits=True) if takes else None


def usual_epsilon(seen):
    return typed(seen.cfg, optimizer__epsilon=1e-7) if seen.cfg.optimizer.get("epsilon") else None


def no_clipping(seen):
    keys = [key for key in CLIPPING if seen.cfg.optimizer.get(key)]
    return typed(seen.cfg, **{f"optimizer__{key}": None for key in keys}) if keys else None


def constant_rate(seen):
    return typed(seen.cfg, training__schedule=None) if seen.cfg.training.schedule else None


def usual_batch(seen):
    if seen.cfg.training.batch_size == USUAL_BATCH:
        return None
    return typed(seen.cfg, training__batch_size=USUAL_BATCH)


def last_weights(seen):
    """No averages of weights, and no callback that puts others in their place."""
    off = without(seen.cfg, "SwapEMAWeights", "ModelCheckpoint")
    if seen.cfg.optimizer.get("use_ema"):
        off["optimizer__use_ema"] = False
    if seen.cfg.training.get("average"):
        off["training__average"] = None
    return typed(seen.cfg, **off) if off else None


def no_early_stopping(seen):
    off = without(seen.cfg, "EarlyStopping")
    return typed(seen.cfg, **off) if off else None


def without(cfg, *kinds):
    """{key of a callback of these kinds: None}."""
    named = {name: node for name, node in cfg.training.callbacks.items() if node}
    return {f"training__callbacks__{name}": None for name, node in named.items() if node._target_.endswith(kinds)}


def turned_loss(seen):
    return wrapped(seen, negative, "the loss turned round")


def mean_loss(seen):
    if seen.loss_node is not None and seen.loss_node.get("reduction") == "sum":
        return typed(seen.cfg, loss__function__reduction="sum_over_batch_size")
    return wrapped(seen, by_sample, "the loss divided by the samples of its batch")


def wrapped(seen, wrapper, words):
    """The configured loss inside another one."""
    if seen.loss_node is None:
        return None
    node = {"_target_": f"{wrapper.__module__}.{wrapper.__name__}", "loss": OmegaConf.to_container(seen.loss_node)}
    return Change(words, (("loss.function", node),))


def negative(loss):
    return lambda y_true, y_pred: -loss(y_true, y_pred)


def by_sample(loss):
    return lambda y_true, y_pred: loss(y_true, y_pred) / ops.cast(ops.shape(y_pred)[0], y_pred.dtype)


def loss_of_classes(seen):
    """Cross-entropy of whole numbers, from what the network answers."""
    if seen.target is None or seen.target.kind != "classes":
        return None
    return other_loss("keras.losses.SparseCategoricalCrossentropy", from_logits=seen.activations[:1] != ["softmax"])


def loss_of_one_hot(seen):
    if seen.target is None or seen.target.kind != "classes":
        return None
    return other_loss("keras.losses.CategoricalCrossentropy", from_logits=seen.activations[:1] != ["softmax"])


def loss_of_values(seen):
    return other_loss("keras.losses.MeanSquaredError")


def other_loss(target, **options):
    return Change(f"{target.rpartition('.')[2]} as the loss", (("loss.function", {"_target_": target, **options}),))


def usual_initializer(seen):
    path = CONF / "initializer/glorot_uniform.yaml"
    return Change("initializer=glorot_uniform", (("initializer", OmegaConf.load(path)),)) if path.exists() else None


# Treatments, which help against much.


def times(factor):
    def rate(seen):
        return typed(seen.cfg, optimizer__learning_rate=float(f"{factor * seen.cfg.optimizer.learning_rate:.3g}"))

    return rate


def usual_rate(seen):
    """The learning rate that the optimizer has where none is given."""
    usual = inspect.signature(get_object(seen.cfg.optimizer._target_)).parameters["learning_rate"].default
    return typed(seen.cfg, optimizer__learning_rate=float(usual))


def adam(seen):
    return Change("Adam at 1e-3, without a schedule", (("optimizer", ADAM), ("training.schedule", None)))


def four_times(seen):
    training = seen.cfg.training
    return Change(
        FOUR_TIMES,
        (
            ("training.subset.steps", 4 * training.subset.steps),
            ("training.epochs", 4 * training.epochs),
            ("recipe.steps", 4 * seen.program.steps),
        ),
    )
