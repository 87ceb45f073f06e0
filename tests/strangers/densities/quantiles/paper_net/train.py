def warm_cosine(initial_learning_rate, decay_steps, share):
    """A learning rate that rises from a tenth in the first steps, then falls to nothing along a cosine.

    Args:
        initial_learning_rate: the highest.
        decay_steps: optimizer updates of the whole run.
        share: of them, for the rise.
    """
    from keras.optimizers import schedules

    rise = max(1, int(share * decay_steps))
    return schedules.CosineDecay(
        0.1 * initial_learning_rate,
        decay_steps - rise,
        warmup_target=initial_learning_rate,
        warmup_steps=rise,
    )
