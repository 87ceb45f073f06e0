from . import recipe


def halved(initial_learning_rate, decay_steps, every):
    """The learning rate, halved after each `every` updates, of all decay_steps."""
    from keras.optimizers import schedules

    return schedules.ExponentialDecay(initial_learning_rate, every, 0.5, staircase=True)


if __name__ == "__main__":
    recipe.application(train)
