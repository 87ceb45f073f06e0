"""YOURS. One training run, `compile` and `fit` in plain sight. From the project's folder:

    python -m PACKAGE.train data.subset=1             memorise one sample
    python -m PACKAGE.train                           learn the whole data set
    python -m PACKAGE.train -m data.subset=1,10,all   one after the other, with a table at the end
    python -m PACKAGE.train resume=outputs/…          go on with one that was stopped

To train in another way, change this file; to train something else, change conf/.
"""


def step_lr(initial_learning_rate, decay_steps, epochs, step_size, gamma):
    """The rate times gamma every `step_size` epochs, as the authors' StepLR does.

    Args:
        initial_learning_rate: of the first epochs.
        decay_steps: optimizer updates of the whole run.
        epochs: of the whole run.
        step_size: epochs between two drops.
        gamma: the factor.
    """
    from keras.optimizers import schedules

    per_epoch = max(1, decay_steps // epochs)
    return schedules.ExponentialDecay(initial_learning_rate, step_size * per_epoch, gamma, staircase=True)
