from . import recipe


def each_epoch(initial_learning_rate, decay_steps, epochs, rate):
    """A learning rate that is multiplied with `rate` once an epoch, smoothly.

    Args:
        initial_learning_rate: at the start.
        decay_steps: optimizer updates of the whole run.
        epochs: of the whole run.
        rate: the factor.
    """
    from keras.optimizers import schedules

    return schedules.ExponentialDecay(initial_learning_rate, decay_steps=decay_steps / epochs, decay_rate=rate)


if __name__ == "__main__":
    recipe.application(train)
