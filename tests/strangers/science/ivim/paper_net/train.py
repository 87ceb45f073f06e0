from . import recipe


def drops(initial_learning_rate, decay_steps, epochs, at_epochs, factor):
    """A learning rate that drops by a factor at each of some epochs."""
    from keras.optimizers import schedules

    boundaries = [epoch * decay_steps // epochs for epoch in at_epochs]
    rates = [initial_learning_rate * factor**number for number in range(len(at_epochs) + 1)]
    return schedules.PiecewiseConstantDecay(boundaries, rates)


if __name__ == "__main__":
    recipe.application(train)
