import numpy as np


def load_mine(train, held_out, seed):
    """Mixtures at -2 … 4 dB and their clean voice.

    Args:
        train: mixtures to learn from.
        held_out: of the validation, and as many of the test.
        seed: of the drawing.
    """
    rng = np.random.default_rng(seed)
    n, t = train + 2 * held_out, np.arange(320)
    pitch = rng.uniform(0.015, 0.03, (n, 1))  # cycles a sample
    voice = sum(
        rng.uniform(0.3, 1, (n, 1)) * np.sin(2 * np.pi * (k * pitch * t + rng.random((n, 1)))) for k in (1, 2, 3)
    )
    voice *= 0.3 + np.sin(np.pi * (t / 160 + rng.random((n, 1)))) ** 2  # syllables
    white = rng.standard_normal((n, 320))
    noise = white - 0.6 * np.roll(white, 1, axis=1)
    voice /= voice.std(axis=1, keepdims=True)
    noise /= noise.std(axis=1, keepdims=True)
    mixture = voice + noise * 10 ** (-rng.uniform(-2, 4, (n, 1)) / 20)
    mixture, voice = mixture[..., None].astype("float32"), voice[..., None].astype("float32")  # (n, 320, 1)
    ends = [0, train, train + held_out, n]
    names = ["train", "validation", "test"]
    return {name: (mixture[a:b], voice[a:b]) for name, a, b in zip(names, ends, ends[1:], strict=False)}
