from . import recipe


def warmup_then_cosine(learning_rate, steps, warmup):
    """A rate that grows from 0 during the share `warmup` of all updates, and falls to 0 along a cosine."""
    from keras.optimizers import schedules

    first = int(warmup * steps)
    return schedules.CosineDecay(0.0, steps - first, warmup_target=learning_rate, warmup_steps=first)


if __name__ == "__main__":
    recipe.application(train)
