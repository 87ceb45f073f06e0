from . import recipe


def poly(initial_learning_rate, decay_steps, power):
    """The learning rate times (1 - step / decay_steps) ** power, as segmentation has it since DeepLab."""
    from keras.optimizers import schedules

    return schedules.PolynomialDecay(initial_learning_rate, decay_steps, end_learning_rate=0.0, power=power)


if __name__ == "__main__":
    recipe.application(train)
