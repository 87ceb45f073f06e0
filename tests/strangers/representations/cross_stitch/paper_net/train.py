from . import recipe


def decay_each_epoch(initial_learning_rate, steps, epochs, rate):
    """A learning rate that is multiplied by `rate` after each epoch.

    Args:
        initial_learning_rate: of the first epoch.
        steps: optimizer updates of the whole run.
        epochs: of the whole run.
        rate: below 1.
    """
    from keras.optimizers import schedules

    return schedules.ExponentialDecay(initial_learning_rate, steps // epochs, rate, staircase=True)


if __name__ == "__main__":
    recipe.application(train)
