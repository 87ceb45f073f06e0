from . import recipe


def warmed_up(initial_learning_rate, updates, epochs, warm):
    """Up in a line over `warm` epochs, then down by a cosine to the end of the run."""
    from keras.optimizers import schedules

    rise = warm * updates // epochs
    return schedules.CosineDecay(
        initial_learning_rate=0.0,
        decay_steps=updates - rise,
        warmup_target=initial_learning_rate,
        warmup_steps=rise,
    )


if __name__ == "__main__":
    recipe.application(train)
