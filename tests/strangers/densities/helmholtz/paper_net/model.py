import keras
from keras import layers, ops


def network(inputs, targets, initializer, units):
    """A Helmholtz machine of sigmoid units, trained by wake and sleep; it answers with its units' samples' bound."""
    pixels = keras.Input(inputs.shape, dtype=inputs.dtype, name="pixels")
    machine = Machine(inputs.shape[-1], units, initializer, name="machine")
    return WakeSleep(pixels, machine(pixels), name="helmholtz")  # (b)


class WakeSleep(keras.Model):
    """Each phase teaches the other's weights to predict its samples (Hinton et al. 1995)."""

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.bound = keras.metrics.Mean(name="bound")

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        machine = self.get_layer("machine")
        self.bound.update_state(y_pred)
        awake = machine.recognize(x)
        dreamt = machine.dream(ops.shape(x)[0])
        wake = -machine.log_generative(awake)  # (b)
        sleep = -machine.log_recognition(dreamt)  # (b)
        return ops.mean(wake) + ops.mean(sleep)


class Machine(layers.Layer):
    """A stack of binary layers, generated from the top, recognized from below.

    A state is a list of samples, [pixels, first hidden layer, …, top].
    """

    def __init__(self, width, units, initializer, **options):
        super().__init__(**options)
        self.widths = [width, *units]
        self.random = keras.random.SeedGenerator(0)

        def dense(below, width, name):
            bias = initializer.bias(fan_in=below)
            return layers.Dense(width, kernel_initializer=initializer.kernel(), bias_initializer=bias, name=name)

        pairs = list(zip(self.widths[:-1], self.widths[1:], strict=True))
        self.up = [dense(low, high, f"up_{i}") for i, (low, high) in enumerate(pairs)]
        self.down = [dense(high, low, f"down_{i}") for i, (low, high) in enumerate(pairs)]

    def build(self, shape):
        for low, high, up, down in zip(self.widths[:-1], self.widths[1:], self.up, self.down, strict=True):
            up.build((None, low))
            down.build((None, high))
        self.top = self.add_weight(shape=(self.widths[-1],), initializer="zeros", name="top")

    def sample(self, logits):
        p = ops.sigmoid(logits)
        return ops.stop_gradient(ops.cast(keras.random.uniform(ops.shape(p), seed=self.random) < p, "float32"))

    def recognize(self, pixels):
        state = [pixels]
        for up in self.up:
            state.append(self.sample(up(state[-1])))
        return state

    def dream(self, size):
        state = [self.sample(ops.tile(self.top[None], (size, 1)))]
        for down in reversed(self.down):
            state.append(self.sample(down(state[-1])))
        return state[::-1]

    def log_generative(self, state):
        log_p = log_bernoulli(state[-1], self.top[None])
        return log_p + sum(
            log_bernoulli(low, down(high)) for low, high, down in zip(state, state[1:], self.down, strict=False)
        )

    def log_recognition(self, state):
        return sum(log_bernoulli(high, up(low)) for low, high, up in zip(state, state[1:], self.up, strict=False))

    def call(self, pixels):
        state = self.recognize(pixels)
        return self.log_recognition(state) - self.log_generative(state)  # (b)


def log_bernoulli(bits, logits):
    """log p of a vector of bits, from logits; summed over the vector."""
    return ops.sum(bits * logits - ops.softplus(logits), axis=-1)
