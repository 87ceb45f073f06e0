def each_epoch(initial_learning_rate, decay_steps, epochs, rate):
    """A learning rate that is multiplied by `rate` after each epoch.

    Args:
        initial_learning_rate: of the first epoch.
        decay_steps: optimizer updates of the whole run.
        epochs: of the whole run.
        rate: what it is multiplied with.
    """
    from keras.optimizers import schedules

    return schedules.ExponentialDecay(initial_learning_rate, decay_steps // epochs, rate, staircase=True)
