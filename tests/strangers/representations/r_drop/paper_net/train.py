from . import recipe


def warmup_cosine(initial_learning_rate, decay_steps, warmup):
    """Linear up to the rate over a share `warmup` of all updates, then a cosine down to 0."""
    from keras.optimizers import schedules

    up = int(warmup * decay_steps)
    return schedules.CosineDecay(0.0, max(decay_steps - up, 1), warmup_target=initial_learning_rate, warmup_steps=up)


if __name__ == "__main__":
    recipe.application(train)
