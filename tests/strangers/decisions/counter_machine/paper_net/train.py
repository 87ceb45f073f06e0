from . import recipe


def each_epoch(initial_learning_rate, decay_steps, epochs, factor):
    """A learning rate that is multiplied with `factor` after each epoch.

    Args:
        initial_learning_rate: in the first.
        decay_steps: optimizer updates of the whole run.
        epochs: of the whole run.
        factor: below 1.
    """
    from keras.optimizers import schedules

    return schedules.ExponentialDecay(initial_learning_rate, decay_steps // epochs, factor, staircase=True)


if __name__ == "__main__":
    recipe.application(train)
