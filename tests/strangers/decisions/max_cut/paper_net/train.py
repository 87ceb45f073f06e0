from . import recipe


def halving(initial_learning_rate, decay_steps, times):
    """A learning rate that is halved so many times, at equal distances.

    Args:
        initial_learning_rate: at the start.
        decay_steps: optimizer updates of the whole run.
        times: that it is halved.
    """
    from keras.optimizers import schedules

    every = decay_steps // (times + 1)
    return schedules.ExponentialDecay(initial_learning_rate, decay_steps=every, decay_rate=0.5, staircase=True)


if __name__ == "__main__":
    recipe.application(train)
