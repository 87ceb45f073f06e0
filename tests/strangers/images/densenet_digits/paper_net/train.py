from . import recipe


def divided(initial_learning_rate, decay_steps, epochs, at):
    """The rate is divided by 10 at the start of each epoch in `at`."""
    from keras.optimizers import schedules

    boundaries = [epoch * (decay_steps // epochs) for epoch in at]
    return schedules.PiecewiseConstantDecay(
        boundaries, [initial_learning_rate / 10**drops for drops in range(len(at) + 1)]
    )


if __name__ == "__main__":
    recipe.application(train)
