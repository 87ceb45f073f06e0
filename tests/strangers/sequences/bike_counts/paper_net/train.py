from . import recipe


def each_epoch(initial_learning_rate, decay_steps, epochs, factor):
    """A learning rate that is multiplied with `factor` after each of the run's `epochs`.

    Args:
        initial_learning_rate: of the first epoch.
        decay_steps: optimizer updates of the whole run.
        epochs: of the whole run.
        factor: 0 … 1.
    """
    from keras.optimizers import schedules

    steps = max(decay_steps // epochs, 1)
    return schedules.ExponentialDecay(initial_learning_rate, steps, factor, staircase=True)


if __name__ == "__main__":
    recipe.application(train)
