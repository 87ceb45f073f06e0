import numpy as np

RATE, HOP, SECONDS = 200, 10, 6  # samples a second, samples a frame
FRAMES = RATE * SECONDS // HOP


def load_mine(patients, windows, seed):
    """Heart sounds, and which part of the heart's cycle each frame of 50 ms is in.

    Args:
        patients: of all splits; 60 % to train, 20 % each to validate and to test.
        windows: of 6 s, of each patient.
        seed: of what is drawn.

    Returns:
        The splits, each (sound (n, samples, 1), state (n, frames)): first sound 0, systole, second sound, diastole 3;
        and `groups`, the patient of each window.
    """
    draw = np.random.default_rng(seed)
    recorded = [recording(draw, windows) for _ in range(patients)]
    ends = [0, int(0.6 * patients), int(0.8 * patients), patients]
    result = {"groups": {}}
    for name, first, last in zip(["train", "validation", "test"], ends, ends[1:], strict=False):
        sounds, states = (np.concatenate(side) for side in zip(*recorded[first:last], strict=True))
        result[name] = (sounds, states)
        result["groups"][name] = np.repeat(np.arange(first, last), windows)
    return result


def recording(draw, windows):
    """(windows, samples, 1), (windows, frames) of one patient, whose pulse, murmur and pitch are its own."""
    samples = windows * RATE * SECONDS
    states = []
    cycle, systole = draw.uniform(0.6, 1.1), draw.uniform(0.3, 0.38)
    first, second = draw.uniform(0.10, 0.15), draw.uniform(0.08, 0.12)
    while sum(map(len, states)) < samples + RATE:
        whole = cycle * draw.normal(1, 0.04)
        parts = [first, max(systole * np.sqrt(whole) - first, 0.05), second]
        parts.append(whole - sum(parts))
        states.append(np.repeat(np.arange(4), [max(int(part * RATE), 1) for part in parts]))
    state = np.concatenate(states)[draw.integers(RATE) :][:samples]
    loud = np.array([1.0, draw.choice([0.05, 0.3]), draw.uniform(0.5, 1.0), 0.05])[state]
    loud = np.convolve(loud, np.hanning(9) / np.hanning(9).sum(), "same")
    time = np.arange(samples) / RATE
    carrier = np.sin(2 * np.pi * draw.uniform(30, 50) * time) + 0.7 * draw.normal(size=samples)
    sound = loud * carrier + 0.15 * draw.normal(size=samples)
    sound = (sound / sound.std()).astype("float32").reshape(windows, -1, 1)
    frames = state.reshape(windows, -1)[:, HOP // 2 :: HOP]  # the state in the middle of each frame
    return sound, frames.astype("int32")
