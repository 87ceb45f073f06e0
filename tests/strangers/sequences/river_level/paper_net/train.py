from . import recipe


def two_drops(initial_learning_rate, decay_steps, factor):
    """A learning rate that drops after 6 and after 8 tenths of the run.

    Args:
        initial_learning_rate: until the first drop.
        decay_steps: optimizer updates of the whole run.
        factor: what the rate is multiplied with at each drop.
    """
    from keras.optimizers import schedules

    boundaries = [int(0.6 * decay_steps), int(0.8 * decay_steps)]
    return schedules.PiecewiseConstantDecay(boundaries, [initial_learning_rate * factor**i for i in range(3)])


if __name__ == "__main__":
    recipe.application(train)
