from . import recipe


def warm_up(learning_rate, steps, warm):
    """As the paper has it: the rate rises for `warm` updates, then falls with the square root of their number."""
    import keras
    from keras import ops

    class WarmUp(keras.optimizers.schedules.LearningRateSchedule):
        def __call__(self, step):
            step = ops.cast(step, "float32") + 1
            return learning_rate * ops.minimum(step / warm, ops.sqrt(warm / step))

        def get_config(self):
            return {"learning_rate": learning_rate, "warm": warm}

    return WarmUp()


if __name__ == "__main__":
    recipe.application(train)
