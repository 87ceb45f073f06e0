from . import recipe


def staircase(initial_learning_rate, decay_steps, rate, every):
    """The rate is multiplied by `rate` once in `every` updates, as in the authors' code."""
    from keras.optimizers import schedules

    return schedules.ExponentialDecay(initial_learning_rate, every, rate, staircase=True)


if __name__ == "__main__":
    recipe.application(train)
