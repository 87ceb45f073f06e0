from . import recipe


def halved(initial_learning_rate, decay_steps, every):
    """The learning rate, halved after each `every` updates.

    Args:
        initial_learning_rate: until the first of them.
        decay_steps: optimizer updates of the whole run; not asked for.
        every: optimizer updates from one halving to the next.
    """
    from keras.optimizers import schedules

    return schedules.ExponentialDecay(initial_learning_rate, every, 0.5, staircase=True)


if __name__ == "__main__":
    recipe.application(train)
