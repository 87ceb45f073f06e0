from . import recipe


def warm_cosine(initial_learning_rate, decay_steps, warm):
    """Linear from 0 to the rate over the first `warm` of the run's updates, then half a cosine to 0."""
    from keras.optimizers import schedules

    warmup = max(1, int(warm * decay_steps))
    return schedules.CosineDecay(
        0.0,
        decay_steps=decay_steps - warmup,
        warmup_target=initial_learning_rate,
        warmup_steps=warmup,
    )


if __name__ == "__main__":
    recipe.application(train)
