from . import recipe


def warm_up(initial_learning_rate, decay_steps, share):
    """Up in a straight line for a share of the updates, then down along a cosine (the paper: in a straight line)."""
    from keras.optimizers import schedules

    warm = max(int(share * decay_steps), 1)
    return schedules.CosineDecay(0.0, decay_steps, warmup_target=initial_learning_rate, warmup_steps=warm)


if __name__ == "__main__":
    recipe.application(train)
