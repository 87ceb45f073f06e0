def halvings(initial_learning_rate, steps, times):
    """A learning rate that is halved `times` times, evenly over the `steps` updates of the run."""
    from keras.optimizers import schedules

    return schedules.ExponentialDecay(initial_learning_rate, max(1, steps // times), 0.5, staircase=True)
