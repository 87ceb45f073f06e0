from . import recipe


def warmup_cosine(initial_learning_rate, decay_steps, warmup_steps):
    """Linear warmup over the first updates, then a cosine down to zero at the end of the run."""
    from keras.optimizers import schedules

    return schedules.CosineDecay(
        0.0, decay_steps - warmup_steps, warmup_target=initial_learning_rate, warmup_steps=warmup_steps
    )


if __name__ == "__main__":
    recipe.application(train)
