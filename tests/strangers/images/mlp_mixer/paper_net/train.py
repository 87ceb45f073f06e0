from . import recipe


def linear_warmup(initial_learning_rate, decay_steps, share):
    """Up to the rate over the first `share` of the updates, then down to zero on a cosine."""
    from keras.optimizers import schedules

    warmup = int(share * decay_steps)
    return schedules.CosineDecay(0.0, decay_steps - warmup, warmup_target=initial_learning_rate, warmup_steps=warmup)


if __name__ == "__main__":
    recipe.application(train)
