from . import recipe


def warm_cosine(learning_rate, steps, warm):
    """A learning rate that rises from a tenth for a share `warm` of the updates, then falls to 0 along a cosine.

    Args:
        learning_rate: at its highest.
        steps: optimizer updates of the whole run.
        warm: share of them, 0 … 1.
    """
    from keras.optimizers import schedules

    rise = int(warm * steps)
    return schedules.CosineDecay(0.1 * learning_rate, steps - rise, warmup_target=learning_rate, warmup_steps=rise)


if __name__ == "__main__":
    recipe.application(train)
