from . import recipe


def warmup_cosine(initial_learning_rate, decay_steps, share):
    """From zero to the rate in a share of the run, then along a cosine to zero."""
    from keras.optimizers import schedules

    warm = int(share * decay_steps)
    return schedules.CosineDecay(0.0, decay_steps - warm, warmup_target=initial_learning_rate, warmup_steps=warm)


if __name__ == "__main__":
    recipe.application(train)
