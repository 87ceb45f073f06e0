from . import recipe


def warm_cosine(initial_learning_rate, decay_steps, warm):
    """A learning rate that rises from 0 over a share of the run, and then falls to 0 along a cosine.

    Args:
        initial_learning_rate: its height.
        decay_steps: optimizer updates of the whole run.
        warm: share of them in which it rises.
    """
    from keras.optimizers import schedules

    warmup = max(1, int(warm * decay_steps))
    return schedules.CosineDecay(
        0.0, decay_steps=decay_steps - warmup, warmup_target=initial_learning_rate, warmup_steps=warmup
    )


if __name__ == "__main__":
    recipe.application(train)
