from . import recipe


def halving(initial_learning_rate, decay_steps, epochs, every):
    """A learning rate that is halved after `every` epochs.

    Args:
        initial_learning_rate: at the beginning.
        decay_steps: optimizer updates of the whole run.
        epochs: of the whole run.
        every: epochs from one halving to the next.
    """
    from keras.optimizers import schedules

    return schedules.ExponentialDecay(
        initial_learning_rate, decay_steps=decay_steps * every // epochs, decay_rate=0.5, staircase=True
    )


if __name__ == "__main__":
    recipe.application(train)
