import numpy as np


def load_mine(frames, seed):
    """Utterances of 7 phonemes; a phoneme's length depends on it and on whether a vowel (0 … 4) follows."""
    rng = np.random.default_rng(seed)
    colour, glide = rng.normal(size=(16, 8)), rng.normal(size=(16, 8))
    base = rng.integers(1, 4, size=16)

    def draw(n):
        phonemes = rng.integers(16, size=(n, 7))
        vowel_next = np.concatenate([phonemes[:, 1:] < 5, np.zeros((n, 1), bool)], axis=1)
        durations = base[phonemes] + vowel_next + (rng.random((n, 7)) < 0.02)
        mel = np.zeros((n, frames, 8))
        for i in range(n):
            p = np.repeat(phonemes[i], durations[i])[:frames]
            place = np.concatenate([np.arange(d) / d for d in durations[i]])[:frames, None]
            mel[i, : len(p)] = colour[p] + glide[p] * place + 0.1 * rng.normal(size=(len(p), 8))
        inputs = {"phonemes": phonemes.astype("int32"), "durations": durations.astype("int32")}
        return inputs, {"mel": mel.astype("float32"), "log_duration": log_of(durations).astype("float32")}

    return {"train": draw(700), "validation": draw(200), "test": draw(200)}


def log_of(durations):
    """What the duration predictor learns: ln(1 + frames)."""
    return np.log1p(durations)
