"""YOURS. One training run, `compile` and `fit` in plain sight. From the project's folder:

    python -m PACKAGE.train data.subset=1             memorise one sample
    python -m PACKAGE.train                           learn the whole data set
    python -m PACKAGE.train -m data.subset=1,10,all   one after the other, with a table at the end
    python -m PACKAGE.train resume=outputs/…          go on with one that was stopped

To train in another way, change this file; to train something else, change conf/.
"""


def warm_cosine(initial_learning_rate, decay_steps, warm):
    """A learning rate that rises from 0 to its height, then falls to 0 along a cosine.

    Args:
        initial_learning_rate: its height.
        decay_steps: optimizer updates of the whole run.
        warm: share of them during which it rises, 0 … 1.
    """
    from keras.optimizers import schedules

    warmup = int(warm * decay_steps)
    return schedules.CosineDecay(0.0, decay_steps - warmup, warmup_target=initial_learning_rate, warmup_steps=warmup)
