from . import recipe


def warm_cosine(initial_learning_rate, decay_steps, warmup):
    """A linear rise, then a cosine down to 0 at the end.

    Args:
        initial_learning_rate: the highest.
        decay_steps: optimizer updates of the whole run.
        warmup: share of them in which it rises, 0 … 1.
    """
    from keras.optimizers import schedules

    rising = int(warmup * decay_steps)
    return schedules.CosineDecay(0.0, decay_steps - rising, warmup_target=initial_learning_rate, warmup_steps=rising)


if __name__ == "__main__":
    recipe.application(train)
