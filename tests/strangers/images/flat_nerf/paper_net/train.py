from . import recipe


def nerf_decay(initial_learning_rate, steps, lrate_decay):
    """The authors' schedule: a tenth of the rate after each `lrate_decay` hundred updates (theirs: thousand)."""
    from keras.optimizers import schedules

    return schedules.ExponentialDecay(initial_learning_rate, decay_steps=lrate_decay * 100, decay_rate=0.1)


if __name__ == "__main__":
    recipe.application(train)
