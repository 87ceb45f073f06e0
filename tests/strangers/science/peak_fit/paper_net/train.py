from . import recipe


def warm_cosine(learning_rate, updates, epochs, warm_epochs):
    """Up to the learning rate within the first epochs, and down to 0 with half a cosine till the end.

    Args:
        updates: of the whole run.
        epochs: of the whole run.
        warm_epochs: until the learning rate is reached.
    """
    from keras.optimizers import schedules

    per_epoch = updates // epochs
    return schedules.CosineDecay(
        0.0,
        (epochs - warm_epochs) * per_epoch,
        warmup_target=learning_rate,
        warmup_steps=warm_epochs * per_epoch,
    )


if __name__ == "__main__":
    recipe.application(train)
