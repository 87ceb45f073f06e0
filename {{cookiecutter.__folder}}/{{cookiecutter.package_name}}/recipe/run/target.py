"""MACHINERY. The target of a subset that is overfitted: looked at between rounds of steps, and the end once reached."""

import keras

from ..keras_side import backend, private
from ..measure.constant import constant_loss, target
from ..prepare import batches, samples


class Target(keras.callbacks.Callback):
    """Ends the overfitting of a subset once its loss in inference mode is low enough.

    After each round of steps it looks at that loss, without dropout and with BatchNorm's moving statistics, and logs it
    as val_loss, with the metrics. `fit` would find the same figures by its `validation_data`, but needs longer to begin
    with them than a round of tiny steps takes. Hence the first of all callbacks: the others find the figures in place.

    Args:
        cfg: the configuration.
        data: a samples.Data.
        plan: a batches.Plan; where it has a `validation`, `fit` is given that, and nothing is left to look at.
    """

    def __init__(self, cfg, data, plan):
        super().__init__()
        self.cfg, self.data = cfg, data
        self.constant, self.loss = None, None
        self.batches = [] if plan.validation else batches.resident(data.validation, plan.validation_batch_size)
        self.others = []  # the callbacks that hear of each look what they would hear of a validation

    def on_train_begin(self, logs=None):
        if self.data.indices is not None or self.cfg.report:
            first = samples.take(self.data.train[0], slice(0, 1))
            self.constant = constant_loss(self.model, first, self.data.population)
        if self.data.indices is not None:
            self.loss = target(self.cfg, self.constant)

    def on_epoch_end(self, epoch, logs=None):
        validated = any(name.startswith("val_") for name in logs)  # by a `fit` that was given something else
        if self.batches and not validated:
            logs.update({f"val_{name}": figure for name, figure in self.look(self.model, self.others).items()})
        if self.is_reached(logs.get("val_loss")):
            self.model.stop_training = True

    def look(self, model, callbacks=()):
        """{name: figure} of the subset in inference mode, to the last digit as `evaluate` gives them."""

        def tell(moment, *told):
            for callback in callbacks:
                getattr(callback, moment)(*told)

        tell("on_test_begin")
        model.reset_metrics()
        for i, batch in enumerate(self.batches):
            tell("on_test_batch_begin", i)
            reported = backend.tested(model, batch)
            tell("on_test_batch_end", i, reported)
        figures = private.figures(model, reported)
        tell("on_test_end", figures)
        return figures

    def is_reached(self, loss):
        """Whether a loss in inference mode, None where there is none, is low enough."""
        return None not in (self.loss, loss) and bool(loss <= self.loss)
