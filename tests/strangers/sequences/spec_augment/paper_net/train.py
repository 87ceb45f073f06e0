from . import recipe


def ramp_and_decay(initial_learning_rate, decay_steps, ramp):
    """The rate rises for `ramp` updates, and falls exponentially to a hundredth over the rest; Section 4.2.

    Args:
        initial_learning_rate: at the top.
        decay_steps: optimizer updates of the whole run.
        ramp: updates until the top.
    """
    import keras
    from keras import ops

    class Schedule(keras.optimizers.schedules.LearningRateSchedule):
        def __call__(self, step):
            step = ops.cast(step, "float32")
            rising = (step + 1) / ramp
            falling = 0.01 ** (ops.maximum(step - ramp, 0) / max(decay_steps - ramp, 1))
            return initial_learning_rate * ops.minimum(rising, falling)

    return Schedule()


if __name__ == "__main__":
    recipe.application(train)
