from . import recipe


def linear_decay(initial_learning_rate, decay_steps, least):
    """A learning rate that falls evenly, down to `least` of what it was."""
    from keras.optimizers import schedules

    return schedules.PolynomialDecay(initial_learning_rate, decay_steps, least * initial_learning_rate)


if __name__ == "__main__":
    recipe.application(train)
