from . import recipe


def warm_cosine(initial_learning_rate, decay_steps, warmup):
    """Up to the learning rate for a share `warmup` of the updates, then down to zero along a cosine."""
    from keras.optimizers import schedules

    warm = max(1, int(warmup * decay_steps))
    return schedules.CosineDecay(
        0.01 * initial_learning_rate, decay_steps - warm, warmup_target=initial_learning_rate, warmup_steps=warm
    )


if __name__ == "__main__":
    recipe.application(train)
