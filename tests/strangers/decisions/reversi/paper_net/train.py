from . import recipe


def warm(initial_learning_rate, decay_steps, share):
    """A rise from 0 over the first `share` of the updates, then a cosine down to 0."""
    from keras.optimizers import schedules

    rise = int(share * decay_steps)
    return schedules.CosineDecay(0.0, decay_steps - rise, warmup_target=initial_learning_rate, warmup_steps=rise)


if __name__ == "__main__":
    recipe.application(train)
