from . import recipe


def halved(initial_learning_rate, decay_steps, times):
    """A learning rate that is halved `times` over the run of `decay_steps` updates."""
    from keras.optimizers import schedules

    return schedules.ExponentialDecay(initial_learning_rate, decay_steps / (times + 1), 0.5, staircase=True)


if __name__ == "__main__":
    recipe.application(train)
