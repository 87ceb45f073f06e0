"""YOURS. Learning rates over time."""


def warm_up_then_cosine(initial_learning_rate, decay_steps, share):
    """A learning rate that rises from 0, linearly, and then falls to 0 along a cosine.

    Args:
        initial_learning_rate: the highest rate.
        decay_steps: optimizer updates of the whole run.
        share: of them, for the rise.
    """
    from keras.optimizers import schedules

    rise = max(1, int(share * decay_steps))
    return schedules.CosineDecay(0.0, decay_steps - rise, warmup_target=initial_learning_rate, warmup_steps=rise)
