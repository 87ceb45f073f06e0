from . import recipe


def exponential(initial_learning_rate, decay_steps, last):
    """An exponential decay, from the first rate to `last` of it at the end of the run."""
    from keras.optimizers import schedules

    return schedules.ExponentialDecay(initial_learning_rate, decay_steps=decay_steps, decay_rate=last)


if __name__ == "__main__":
    recipe.application(train)
