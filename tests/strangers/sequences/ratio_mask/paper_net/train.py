from . import recipe


def warm_cosine(initial_learning_rate, decay_steps, epochs, warm):
    """A learning rate that rises over the first epochs, then falls along a cosine to the end of the run.

    Args:
        initial_learning_rate: the highest.
        decay_steps: optimizer updates of the whole run.
        epochs: of the whole run.
        warm: epochs that it rises for.
    """
    from keras.optimizers import schedules

    rise = warm * decay_steps // epochs
    return schedules.CosineDecay(0.0, decay_steps - rise, warmup_target=initial_learning_rate, warmup_steps=rise)


if __name__ == "__main__":
    recipe.application(train)
