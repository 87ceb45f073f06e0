"""YOURS. One training run, `compile` and `fit` in plain sight. From the project's folder:

    python -m PACKAGE.train data.subset=1             memorise one sample
    python -m PACKAGE.train                           learn the whole data set
    python -m PACKAGE.train -m data.subset=1,10,all   one after the other, with a table at the end
    python -m PACKAGE.train resume=outputs/…          go on with one that was stopped

To train in another way, change this file; to train something else, change conf/.
"""


def halves(initial_learning_rate, decay_steps):
    """Divided by 10 after half and after three quarters of the run, as for CIFAR in the paper."""
    from keras.optimizers import schedules

    bounds = [decay_steps // 2, 3 * decay_steps // 4]
    return schedules.PiecewiseConstantDecay(bounds, [initial_learning_rate * 0.1**k for k in range(3)])
