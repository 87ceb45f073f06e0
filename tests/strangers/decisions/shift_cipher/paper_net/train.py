from . import recipe


def drops(initial_learning_rate, decay_steps, epochs, steps_per_epoch, factor):
    """A learning rate that falls by a factor after some epochs.

    Args:
        initial_learning_rate: before the first drop.
        decay_steps: optimizer updates of the whole run; not needed.
        epochs: after which it drops.
        steps_per_epoch: updates in each.
        factor: what the rate is multiplied with at each drop.
    """
    from keras.optimizers import schedules

    boundaries = [epoch * steps_per_epoch for epoch in epochs]
    return schedules.PiecewiseConstantDecay(
        boundaries, [initial_learning_rate * factor**i for i in range(len(epochs) + 1)]
    )


if __name__ == "__main__":
    recipe.application(train)
