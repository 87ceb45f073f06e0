import math

import keras
from keras import ops


class OneCycle(keras.optimizers.schedules.LearningRateSchedule):
    """Up to the peak along a line, then down to nothing along a cosine.

    Args:
        peak: the highest rate.
        steps: optimizer updates of the whole run.
        warmup: share of them on the way up.
        shrink: the first rate is peak / shrink.
    """

    def __init__(self, peak, steps, warmup, shrink):
        self.peak, self.steps, self.warmup, self.shrink = peak, steps, warmup, shrink

    def __call__(self, step):
        done = ops.clip(ops.cast(step, "float32") / self.steps, 0.0, 1.0)
        up = self.peak * (1 / self.shrink + (1 - 1 / self.shrink) * done / self.warmup)
        down = self.peak * (1 + ops.cos(math.pi * (done - self.warmup) / (1 - self.warmup))) / 2
        return ops.where(done < self.warmup, up, down)

    def get_config(self):
        return {"peak": self.peak, "steps": self.steps, "warmup": self.warmup, "shrink": self.shrink}
