def decayed(initial_learning_rate, decay_steps, epochs, factor):
    """A learning rate that each epoch multiplies with `factor`, step by step.

    Args:
        initial_learning_rate: at the first step.
        decay_steps: optimizer updates of the whole run.
        epochs: of the whole run.
        factor: from one epoch to the next.
    """
    from keras.optimizers import schedules

    return schedules.ExponentialDecay(initial_learning_rate, decay_steps=decay_steps / epochs, decay_rate=factor)
