from . import recipe


def warm_cosine(initial_learning_rate, decay_steps, warm):
    """Up from 0 in the first share of the updates, then down to 0 along a cosine.

    Args:
        initial_learning_rate: the highest.
        decay_steps: optimizer updates of the whole run.
        warm: share of them that it rises, 0 … 1.
    """
    from keras.optimizers import schedules

    rise = int(warm * decay_steps)
    return schedules.CosineDecay(0.0, decay_steps - rise, warmup_target=initial_learning_rate, warmup_steps=rise)


if __name__ == "__main__":
    recipe.application(train)
