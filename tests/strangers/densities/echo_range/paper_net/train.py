from . import recipe


def warm_cosine(initial_learning_rate, decay_steps, warm):
    """A rate that rises for the share `warm` of all updates, and falls to zero along a cosine in the others."""
    from keras.optimizers import schedules

    rise = int(warm * decay_steps)
    return schedules.CosineDecay(0.0, decay_steps - rise, warmup_target=initial_learning_rate, warmup_steps=rise)


if __name__ == "__main__":
    recipe.application(train)
