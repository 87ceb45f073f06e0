from . import recipe


def warm_cosine(initial_learning_rate, decay_steps, warmup):
    """A learning rate that rises linearly at first, and then falls to 0 along a cosine.

    Args:
        initial_learning_rate: the highest, where the rise ends.
        decay_steps: optimizer updates of the whole run.
        warmup: share of them in which it rises.
    """
    from keras.optimizers import schedules

    rise = int(warmup * decay_steps)
    return schedules.CosineDecay(0.0, decay_steps - rise, warmup_target=initial_learning_rate, warmup_steps=rise)


if __name__ == "__main__":
    recipe.application(train)
