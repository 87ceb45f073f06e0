from . import recipe


def stepped(initial_learning_rate, steps, drops, factor):
    """The learning rate is multiplied by `factor` so many times, at equal distances over the run.

    Args:
        initial_learning_rate: at the beginning.
        steps: optimizer updates of the whole run.
        drops: how often; the paper has three, every 20 of 80 epochs.
        factor: of each drop.
    """
    from keras.optimizers import schedules

    return schedules.ExponentialDecay(initial_learning_rate, steps // (drops + 1), factor, staircase=True)


if __name__ == "__main__":
    recipe.application(train)
