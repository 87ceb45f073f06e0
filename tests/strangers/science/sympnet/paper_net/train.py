def decayed(initial_learning_rate, decay_steps, to):
    """An exponential decay, which at the end of the run has come down to the share `to`."""
    from keras.optimizers import schedules

    return schedules.ExponentialDecay(initial_learning_rate, decay_steps, to)
