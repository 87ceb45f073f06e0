import numpy as np


def load_mine(train, held_out, seed):
    """Rolls of a toy piano: log-spectrograms of 20 frames by 40 bins, with which of 12 keys are struck and sound.

    Args:
        train: clips to learn from.
        held_out: clips of the validation, and of the test.
        seed: of the drawing.
    """
    rng = np.random.default_rng(seed)
    n, frames, bins, keys = train + 2 * held_out, 20, 40, 12
    energy = np.zeros((n, frames, bins))
    onset, frame = np.zeros((n, frames, keys)), np.zeros((n, frames, keys))
    time = np.arange(frames)
    for clip in range(n):
        for _ in range(rng.integers(2, 6)):
            key, start, lasts = rng.integers(keys), rng.integers(frames - 4), rng.integers(4, 12)
            stop, loud = min(start + lasts, frames), rng.uniform(0.5, 2)
            sounds = (time >= start) & (time < stop)
            envelope = np.where(sounds, loud * np.exp(-0.15 * (time - start)), 0)
            for harmonic, offset in enumerate((0, 12, 19, 24)):  # of a tone, in semitones
                energy[clip, :, key + offset] += envelope * 0.6**harmonic
            energy[clip, start] += 0.15 * loud * rng.uniform(0, 1, bins)  # the hammer
            onset[clip, start, key] = 1
            frame[clip, start:stop, key] = 1
    energy += 0.05 * rng.exponential(size=energy.shape)
    spectrogram = np.log(energy + 0.01).astype("float32")[..., None]  # (n, frames, bins, 1)
    ends = {"train": slice(train), "validation": slice(train, train + held_out), "test": slice(train + held_out, n)}
    mean, std = spectrogram[:train].mean(), spectrogram[:train].std()
    spectrogram = (spectrogram - mean) / std
    return {
        k: (spectrogram[s], {"onset": onset[s].astype("float32"), "frame": frame[s].astype("float32")})
        for k, s in ends.items()
    }
