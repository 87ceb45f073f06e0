import math

import keras
import numpy as np
from keras import layers, ops


def alpha_bars(steps, offset=0.008):
    """How much of a letter is left after 0 … steps steps: cos²((t / steps + s) / (1 + s) · π / 2) over its value at 0."""
    t = np.arange(steps + 1) / steps
    f = np.cos((t + offset) / (1 + offset) * math.pi / 2) ** 2
    return np.maximum(f / f[0], 1e-5).astype("float32")


def posterior(noisy, clean, alpha, alpha_bar_before):
    """q(x_{t-1} | x_t, x_0): what is left of either letter, the rest spread evenly, multiplied and normalized."""
    letters = noisy.shape[-1]
    from_noisy = alpha * noisy + (1 - alpha) / letters
    from_clean = alpha_bar_before * clean + (1 - alpha_bar_before) / letters
    product = from_noisy * from_clean
    return product / ops.sum(product, axis=-1, keepdims=True)


def divergence(p, q):
    """KL(p || q) of two distributions on the last axis."""
    return ops.sum(p * (ops.log(p + 1e-10) - ops.log(q + 1e-10)), axis=-1)


@keras.saving.register_keras_serializable("paper_net")
class MultinomialDiffusion(keras.Model):
    """A network that guesses the word from a noisy one and the time, and the bound it is trained by."""

    def __init__(self, guess, steps, **kwargs):
        super().__init__(**kwargs)
        self.guess, self.steps = guess, steps
        self.letters = guess.output_shape[-1]
        self.left = alpha_bars(steps)  # after 0 … steps steps
        self.alphas = self.left[1:] / self.left[:-1]  # of steps 1 … steps
        self.seeds = keras.random.SeedGenerator()

    def call(self, words):
        batch = ops.shape(words)[0]
        time = keras.random.randint((batch,), 1, self.steps + 1, seed=self.seeds)  # 1 … steps
        left = ops.expand_dims(ops.take(self.left, time), (1, 2))  # (b, 1, 1)
        clean = ops.one_hot(words, self.letters)  # (b, length, letters)
        chances = left * clean + (1 - left) / self.letters
        gumbel = -ops.log(-ops.log(keras.random.uniform(ops.shape(chances), 1e-7, 1.0, seed=self.seeds)))
        noisy = ops.one_hot(ops.argmax(ops.log(chances) + gumbel, axis=-1), self.letters)
        logits = self.guess([noisy, ops.cast(time, "float32") / self.steps])
        return {"logits": logits, "noisy": noisy, "clean": clean, "time": time}

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        """The bound in nats a word: of one term drawn for each, times the number of terms."""
        time = y_pred["time"]
        before = ops.expand_dims(ops.take(self.left, time - 1), (1, 2))
        alpha = ops.expand_dims(ops.take(self.alphas, time - 1), (1, 2))
        true = posterior(y_pred["noisy"], y_pred["clean"], alpha, before)
        guessed = posterior(y_pred["noisy"], ops.softmax(y_pred["logits"], axis=-1), alpha, before)
        return self.steps * ops.mean(ops.sum(divergence(true, guessed), axis=-1))

    def get_config(self):
        return {"guess": keras.saving.serialize_keras_object(self.guess), "steps": self.steps}

    @classmethod
    def from_config(cls, config):
        return cls(keras.saving.deserialize_keras_object(config["guess"]), config["steps"])


def network(inputs, targets, initializer, units, steps):
    """Diffusion of letters to noise and back."""
    length, letters = inputs.shape[0], inputs.classes
    noisy = keras.Input((length, letters), name="noisy")
    time = keras.Input((), name="time")
    x = layers.Flatten(name="flatten")(noisy)  # (b, length * letters)
    column = layers.Reshape((1,), name="column")(time)  # (b, 1)
    x = layers.Concatenate(name="with_time")([x, column])
    for number in (1, 2, 3):
        x = layers.Dense(
            units,
            activation="gelu",
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=x.shape[-1]),
            name=f"hidden_{number}",
        )(x)  # (b, units)
    x = layers.Dense(
        length * letters,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=units),
        name="letters",
    )(x)
    guess = keras.Model([noisy, time], layers.Reshape((length, letters), name="logits")(x), name="guess")
    model = MultinomialDiffusion(guess, steps, name="multinomial_diffusion")
    model(ops.zeros((1, length), dtype="int32"))
    return model
