"""YOURS. One training run, `compile` and `fit` in plain sight. From the project's folder:

    python -m PACKAGE.train data.subset=1             memorise one sample
    python -m PACKAGE.train                           learn the whole data set
    python -m PACKAGE.train -m data.subset=1,10,all   one after the other, with a table at the end
    python -m PACKAGE.train resume=outputs/…          go on with one that was stopped

To train in another way, change this file; to train something else, change conf/.
"""


def exponential(initial_learning_rate, decay_steps, final):
    """Falls exponentially to `final` times its first value at the end of the training."""
    from keras.optimizers import schedules

    return schedules.ExponentialDecay(initial_learning_rate, decay_steps, final)
