from . import recipe


def warm_cosine(learning_rate, updates, warm):
    """A rate that rises linearly from zero, then falls to zero along a cosine.

    Args:
        learning_rate: the highest.
        updates: of the optimizer, in the whole run.
        warm: share of them until the rate is highest, 0 … 1.
    """
    from keras.optimizers import schedules

    rising = int(warm * updates)
    return schedules.CosineDecay(0.0, updates - rising, warmup_target=learning_rate, warmup_steps=rising)


if __name__ == "__main__":
    recipe.application(train)
