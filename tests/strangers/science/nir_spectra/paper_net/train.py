def cosine(initial_learning_rate, decay_steps, warm):
    """A linear rise over the share `warm` of the run, then half a cosine down to 0."""
    from keras.optimizers import schedules

    rise = int(warm * decay_steps)
    return schedules.CosineDecay(0.0, decay_steps - rise, warmup_target=initial_learning_rate, warmup_steps=rise)
