from . import recipe


def halved(initial_learning_rate, decay_steps, times):
    """Halved in equal steps over the second half of the run, as the paper halves it late."""
    from keras.optimizers import schedules

    at = [int(decay_steps * (0.5 + 0.5 * i / times)) for i in range(times)]
    return schedules.PiecewiseConstantDecay(at, [initial_learning_rate * 0.5**i for i in range(times + 1)])


if __name__ == "__main__":
    recipe.application(train)
