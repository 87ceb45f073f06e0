import numpy as np


def load_mine(speakers, each, samples, rate, seed):
    """Short voiced sounds of several speakers, who differ by their resonances; the pitch tells nothing.

    Args:
        speakers: how many.
        each: sounds of a speaker, in all; a sixth to validate, a sixth to test.
        samples: of a sound.
        rate: samples a second.
        seed: of the draw.

    Returns:
        The splits, as conf/data/mine.yaml declares them.
    """
    rng = np.random.default_rng(seed)
    resonances = np.stack([np.linspace(450, 800, speakers), rng.permutation(np.linspace(1100, 2400, speakers))], 1)
    frequency = np.fft.rfftfreq(samples, 1 / rate)
    parts = {split: ([], []) for split in ("train", "validation", "test")}
    for speaker in range(speakers):
        for i in range(each):
            split = "train" if i >= each // 3 else "validation" if i >= each // 6 else "test"
            period = int(rate / rng.uniform(90, 220))
            source = rng.normal(0, 0.25, samples)
            source[rng.integers(period) :: period] += 1
            gain = 0
            for centre in resonances[speaker] * rng.normal(1, 0.06, 2):
                gain = gain + 1 / (1 + ((frequency - centre) / 90) ** 2)
            sound = np.fft.irfft(np.fft.rfft(source) * gain, samples)
            sound = sound / sound.std() * rng.uniform(0.5, 1.5) + rng.normal(0, 0.3, samples)
            parts[split][0].append(sound[:, None])
            parts[split][1].append(speaker)
    return {split: (np.array(x, "float32"), np.array(y, "int32")) for split, (x, y) in parts.items()}
