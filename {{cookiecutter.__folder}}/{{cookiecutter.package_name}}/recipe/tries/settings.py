"""MACHINERY. Mends that are settings: what is written in the configuration, taken back or set to what is usual.

Each is called with a seen.Seen and returns a Change, or None where it does not apply.
"""

import inspect

from hydra.utils import get_object
from keras import ops
from keras.optimizers import schedules
from omegaconf import OmegaConf

from ..checks.why_not_learnt import CLIPPING
from ..keep.project import CONF
from .change import Change, typed

USUAL_BATCH = 32
FADED = 0.1  # of the highest learning rate; a cosine has half of it at half time
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
    return typed(seen.cfg, training__schedule=None) if fades(seen) else None


def fades(seen):
    """Whether a schedule is written, and has taken most of the learning rate away by half of the training."""
    return bool(seen.cfg.training.schedule) and seen.rate_at_half < FADED


def rate_by_epoch(seen):
    """The written schedule, asked of epochs in the place of updates."""
    steps = seen.program.plan.steps_per_epoch
    if steps == 1 or not fades(seen):
        return None
    node = {"_target_": f"{by_epoch.__module__}.{by_epoch.__name__}", "_partial_": True}
    node |= {"schedule": OmegaConf.to_container(seen.cfg.training.schedule), "steps_per_epoch": steps}
    return Change("the schedule counted in epochs", (("training.schedule", node),))


def by_epoch(learning_rate, steps, schedule, steps_per_epoch):
    return ByEpoch(schedule(learning_rate, steps), steps_per_epoch)


class ByEpoch(schedules.LearningRateSchedule):
    """Another schedule, which takes an epoch for a step."""

    def __init__(self, schedule, steps_per_epoch):
        super().__init__()
        self.schedule, self.steps_per_epoch = schedule, steps_per_epoch

    def __call__(self, step):
        return self.schedule(ops.cast(step, "float32") / self.steps_per_epoch)


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
    if not path.exists() or (usual := OmegaConf.load(path)) == seen.cfg.initializer:
        return None
    return Change("initializer=glorot_uniform", (("initializer", usual),))


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
        times=4,
    )
