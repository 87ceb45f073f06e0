"""YOURS. One training run, `compile` and `fit` in plain sight. From the project's folder:

    python -m PACKAGE.train data.subset=1             memorise one sample
    python -m PACKAGE.train                           learn the whole data set
    python -m PACKAGE.train -m data.subset=1,10,all   one after the other, with a table at the end
    python -m PACKAGE.train resume=outputs/…          go on with one that was stopped

To train in another way, change this file; to train something else, change conf/.
"""


def warm_then_linear(peak, decay_steps, share):
    """Up to the peak in the first `share` of the steps, then in a line to zero."""
    from keras import ops
    from keras.optimizers import schedules

    warm = max(1, int(share * decay_steps))

    class WarmThenLinear(schedules.LearningRateSchedule):
        def __call__(self, step):
            step = ops.cast(step, "float32")
            left = (decay_steps - step) / max(1, decay_steps - warm)
            return peak * ops.minimum((step + 1) / warm, ops.maximum(0.0, left))

        def get_config(self):
            return {"peak": peak, "warm": warm, "decay_steps": decay_steps}

    return WarmThenLinear()
