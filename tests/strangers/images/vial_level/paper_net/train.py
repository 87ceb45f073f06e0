from . import recipe


def drops(initial_learning_rate, decay_steps, at, factor):
    """A learning rate that is multiplied with `factor` after each of the updates in `at`."""
    from keras.optimizers import schedules

    rates = [initial_learning_rate * factor**i for i in range(len(at) + 1)]
    return schedules.PiecewiseConstantDecay(at, rates)


if __name__ == "__main__":
    recipe.application(train)
