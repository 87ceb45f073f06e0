def warm_cosine(initial_learning_rate, decay_steps, warm):
    """Rises from a tenth for the share `warm` of all updates, then falls to 0 along a cosine."""
    from keras.optimizers import schedules

    rise = int(warm * decay_steps)
    return schedules.CosineDecay(
        0.1 * initial_learning_rate, decay_steps - rise, warmup_target=initial_learning_rate, warmup_steps=rise
    )
