from . import recipe


def warm_cosine(initial_learning_rate, decay_steps, epochs, warmup):
    """Rises to the learning rate over the first epochs, then falls to zero along a cosine.

    Args:
        initial_learning_rate: at its highest.
        decay_steps: optimizer updates of the whole run.
        epochs: of the whole run.
        warmup: epochs of the rise.
    """
    from keras.optimizers import schedules

    rise = decay_steps * warmup // epochs  # updates
    return schedules.CosineDecay(0.0, decay_steps - rise, warmup_target=initial_learning_rate, warmup_steps=rise)


if __name__ == "__main__":
    recipe.application(train)
