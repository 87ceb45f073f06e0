from . import recipe


def halving(initial_learning_rate, decay_steps, times):
    """The learning rate is halved so many times, evenly over the run's updates."""
    from keras.optimizers import schedules

    return schedules.ExponentialDecay(initial_learning_rate, decay_steps // times, 0.5, staircase=True)


if __name__ == "__main__":
    recipe.application(train)
