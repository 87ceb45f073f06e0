"""MACHINERY. Which samples the network sees, in which order, and for how long."""

from dataclasses import dataclass, field

import keras
import numpy as np

from ..keras_side import backend
from . import samples, sources

STEPS_BETWEEN_LOOKS = 20  # of an overfitted subset: an epoch costs 26 ms, a tiny step 1 ms


class Batches(keras.utils.PyDataset):
    """The i-th batch as a function of i and the seed alone, without end: nothing to reset, and easy to resume.

    Each pass over the samples has an order of its own. (Keras on TensorFlow repeats one order in every epoch.)

    Args:
        split: a pair (inputs, targets).
        batch_size: samples a batch; the last one of a pass may have fewer.
        seed: decides the order of every pass; None: one pass, from the first sample to the last.
        workers: threads in which Keras reads batches ahead, at most sources.QUEUE of them; 1 for none.
    """

    def __init__(self, split, batch_size, seed, workers=1):
        super().__init__(workers, max_queue_size=sources.QUEUE)
        self.split, self.batch_size, self.seed = split, batch_size, seed
        self.number = samples.count(split)
        self.batches_per_pass = -(-self.number // batch_size)
        self.first = 0  # batches before the one that is called 0, where a stopped training goes on
        self.before_next = None  # called once, when the next batch is asked for
        self._order = (None, None)

    @property
    def num_batches(self):
        return self.batches_per_pass if self.seed is None else None

    def order(self, passed):
        """The samples' order in pass number `passed`; Int["number"]."""
        known, order = self._order  # together: two threads may be at the end of one pass and in the next
        if known != passed:
            order = np.arange(self.number)
            if self.seed is not None:
                order = np.random.default_rng([self.seed, passed]).permutation(self.number)
            self._order = (passed, order)
        return order

    def __getitem__(self, i):
        call, self.before_next = self.before_next, None
        if call:
            call()
        passed, position = divmod(self.first + i, self.batches_per_pass)
        indices = self.order(passed)[position * self.batch_size : (position + 1) * self.batch_size]
        inputs, targets = samples.take(self.split, indices)
        return (inputs,) if targets is None else (inputs, targets)


def evaluated(split, batch_size, workers=1):
    """What `evaluate` is given to go through a split: the arrays themselves, or the batches of a source."""
    return (Batches(split, batch_size, None, workers),) if sources.streamed(split) else split


def resident(split, batch_size):
    """The batches of a split's arrays as tensors, [(inputs, targets)], of the one type that Keras has for floats."""

    def fed(leaf):
        floating = leaf.dtype.name.startswith(("float", "bfloat"))
        return leaf.astype(keras.config.floatx(), copy=False) if floating else leaf

    split, number = samples.mapped(fed, split), samples.count(split)
    starts = range(0, number, batch_size)
    return [backend.batch(samples.take(split, slice(start, start + batch_size))) for start in starts]


@dataclass(frozen=True)
class Plan:
    """What `fit` is told. An epoch of a subset is the steps between two looks at whether its target is reached."""

    batches: Batches
    validation: tuple | None  # as `evaluate` takes it; None of a subset, which run/target.py looks at between rounds
    test: tuple | None
    epochs: int
    steps_per_epoch: int
    steps_per_execution: int
    validation_batch_size: int | None = None
    of_optimizer: dict = field(default_factory=dict)  # arguments for it: training.accumulate and training.average

    @property
    def steps(self):
        """Optimizer updates of the whole run; batches, where their gradients are accumulated."""
        return self.epochs * self.steps_per_epoch


def plan(cfg, data):
    """The batches of one run, and its number of steps; on an integer subset it may end earlier, at the target."""
    size, divided = cfg.training.batch_size, cfg.training.get("distribution")
    # Arrays are not waited for; and Keras builds a divided network from the first batch read ahead, which is lost.
    ahead = sources.streamed(data.train) and not divided
    workers = backend.WORKERS if ahead else 1
    batches = Batches(data.train, size, cfg.seed, workers)
    validation_size = cfg.training.get("validation_batch_size") or size
    validation, test = (
        None if split is None else evaluated(split, validation_size, workers) for split in (data.validation, data.test)
    )
    if data.indices is None:
        an_epoch = cfg.training.get("steps_per_epoch") or batches.batches_per_pass
        most = cfg.training.max_steps or cfg.training.epochs * an_epoch
        steps = min(an_epoch, most)
        epochs = min(cfg.training.epochs, most // steps)
    else:
        most = min(cfg.training.subset.steps, cfg.training.max_steps or cfg.training.subset.steps)
        steps = min(STEPS_BETWEEN_LOOKS, most)
        epochs = most // steps
        validation = validation if divided else None  # only `fit` divides batches among devices
    if divided:
        check_divisible(size, validation_size, data)
    # TensorFlow's MirroredStrategy breaks on several.
    together = 1 if cfg.debug or divided else backend.MOST_STEPS_PER_EXECUTION
    # Keras would run past the end of an epoch that is no multiple of an execution.
    execution = max(n for n in range(1, together + 1) if steps % n == 0)
    return Plan(batches, validation, test, epochs, steps, execution, validation_size, of_optimizer(cfg.training))


def of_optimizer(training):
    """The arguments of Keras' optimizers by which they accumulate gradients and average weights; {} where neither."""
    accumulate, average = training.get("accumulate") or 1, training.get("average")
    accumulated = {"gradient_accumulation_steps": accumulate} if accumulate > 1 else {}
    return accumulated | ({"use_ema": True, "ema_momentum": average} if average else {})


def check_divisible(batch_size, validation_batch_size, data):
    """Raises ValueError where a batch, such as the last one of a pass, does not divide among the devices."""
    devices = backend.devices_for_batches()
    for name, split, most in (
        ("training", data.train, batch_size),
        ("validation", data.validation, validation_batch_size),
        ("test", data.test, validation_batch_size),
    ):
        number = 0 if split is None else samples.count(split)
        for size in {min(most, number), number % most}:
            if size % devices:
                said = f"{number} {name} samples in batches of {most} leave one of {size}"
                raise ValueError(f"training.distribution: {said}, which {devices} devices cannot divide")
