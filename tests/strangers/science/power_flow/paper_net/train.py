from . import recipe


def falling(initial_learning_rate, steps, epochs, factor):
    """A learning rate that is multiplied with `factor` after each epoch.

    Args:
        initial_learning_rate: of the first epoch.
        steps: optimizer updates of the whole run.
        epochs: of the whole run.
        factor: of an epoch.
    """
    from keras.optimizers import schedules

    return schedules.ExponentialDecay(initial_learning_rate, steps // epochs, factor, staircase=True)


if __name__ == "__main__":
    recipe.application(train)
