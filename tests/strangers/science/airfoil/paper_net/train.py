from . import recipe


def warm_cosine(initial_learning_rate, decay_steps, warm):
    """From 0 up to the rate within the share `warm` of the run, then down to 0 along a cosine."""
    from keras.optimizers import schedules

    up = max(1, int(warm * decay_steps))
    return schedules.CosineDecay(0.0, decay_steps - up, warmup_target=initial_learning_rate, warmup_steps=up)


if __name__ == "__main__":
    recipe.application(train)
