from . import recipe


def warm_cosine(initial_learning_rate, decay_steps, warm):
    """From nothing up to the rate within a share `warm` of the run's updates, then down to nothing by a cosine.

    Args:
        initial_learning_rate: its peak.
        decay_steps: optimizer updates of the whole run.
        warm: share of them, 0 … 1.
    """
    from keras.optimizers import schedules

    up = int(warm * decay_steps)
    return schedules.CosineDecay(0.0, decay_steps - up, warmup_target=initial_learning_rate, warmup_steps=up, alpha=0.0)


if __name__ == "__main__":
    recipe.application(train)
