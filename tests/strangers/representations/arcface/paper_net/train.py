"""YOURS. One training run, `compile` and `fit` in plain sight. From the project's folder:

    python -m PACKAGE.train data.subset=1             memorise one sample
    python -m PACKAGE.train                           learn the whole data set
    python -m PACKAGE.train -m data.subset=1,10,all   one after the other, with a table at the end
    python -m PACKAGE.train resume=outputs/…          go on with one that was stopped

To train in another way, change this file; to train something else, change conf/.
"""


def steps(initial_learning_rate, decay_steps):
    """Divided by 10 at 60 % and again at 85 % of the run, as the paper does at 20,000 and 28,000 of 32,000."""
    from keras.optimizers import schedules

    rates = [initial_learning_rate, initial_learning_rate / 10, initial_learning_rate / 100]
    return schedules.PiecewiseConstantDecay([int(0.6 * decay_steps), int(0.85 * decay_steps)], rates)
