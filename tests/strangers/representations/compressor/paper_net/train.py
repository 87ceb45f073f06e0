from . import recipe


def warm_cosine(initial_learning_rate, decay_steps, warm):
    """A linear warm-up over the share `warm` of all updates, then a cosine down to zero.

    Args:
        initial_learning_rate: the highest.
        decay_steps: optimizer updates of the whole run.
        warm: share of them, 0 … 1.
    """
    from keras.optimizers import schedules

    first = int(warm * decay_steps)
    return schedules.CosineDecay(0.0, decay_steps - first, warmup_target=initial_learning_rate, warmup_steps=first)


if __name__ == "__main__":
    recipe.application(train)
