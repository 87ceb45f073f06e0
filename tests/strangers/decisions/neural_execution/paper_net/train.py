from . import recipe


def cosine(initial_learning_rate, decay_steps, floor):
    """A cosine from the rate to `floor` times the rate, over the whole run."""
    from keras.optimizers import schedules

    return schedules.CosineDecay(initial_learning_rate, decay_steps, alpha=floor)


if __name__ == "__main__":
    recipe.application(train)
