"""YOURS. One training run, `compile` and `fit` in plain sight. From the project's folder:

    python -m PACKAGE.train data.subset=1             memorise one sample
    python -m PACKAGE.train                           learn the whole data set
    python -m PACKAGE.train -m data.subset=1,10,all   one after the other, with a table at the end
    python -m PACKAGE.train resume=outputs/…          go on with one that was stopped

To train in another way, change this file; to train something else, change conf/.
"""


def noam(factor, decay_steps, width, warmup):
    """factor width^-0.5 min(step^-0.5, step warmup^-1.5): up for `warmup` steps, then down (equation 3)."""
    from keras import ops
    from keras.optimizers import schedules

    class Noam(schedules.LearningRateSchedule):
        def __call__(self, step):
            step = ops.cast(step, "float32") + 1
            return factor * width**-0.5 * ops.minimum(step**-0.5, step * warmup**-1.5)

        def get_config(self):
            return {}

    return Noam()
