from . import recipe


def linear_decay(learning_rate, steps):
    """Down to nothing in a straight line, as in the paper."""
    from keras import optimizers

    return optimizers.schedules.PolynomialDecay(learning_rate, steps, end_learning_rate=0.0)


if __name__ == "__main__":
    recipe.application(train)
