"""YOURS. Learning rates over the run."""

import keras
from keras import ops


def warmup_linear(learning_rate, steps, warmup):
    """Up to `learning_rate` in `warmup` updates, then down to 0 at the end of all `steps`, both linearly."""
    return WarmupLinear(learning_rate, steps, warmup)


class WarmupLinear(keras.optimizers.schedules.LearningRateSchedule):
    def __init__(self, peak, steps, warmup):
        self.peak, self.steps, self.warmup = peak, steps, warmup

    def __call__(self, step):
        step = ops.cast(step, "float32")
        up = (step + 1) / self.warmup
        down = (self.steps - step) / max(1, self.steps - self.warmup)
        return self.peak * ops.maximum(0.0, ops.minimum(up, down))

    def get_config(self):
        return {"peak": self.peak, "steps": self.steps, "warmup": self.warmup}
