import numpy as np


def framed(signal, width):
    """The windows of `width` frames that follow each other by one frame."""
    signal = np.asarray(signal)
    return np.stack([signal[start : start + width] for start in range(len(signal) - width + 1)])


def load_mine(seed, speakers, frames, width, noise):
    """What a microphone and what sensors on tongue and lips record of the same gestures; each speaker in one split."""
    draw = np.random.default_rng(seed)
    mixes = {"acoustic": draw.normal(size=(3, 12)), "articulatory": draw.normal(size=(3, 6))}
    splits, groups, speaker = {}, {}, 0
    for split, number in speakers.items():
        views, whose = {name: [] for name in mixes}, []
        for _ in range(number):
            gestures = np.zeros((frames, 3))
            for t in range(1, frames):
                gestures[t] = 0.9 * gestures[t - 1] + np.sqrt(1 - 0.9**2) * draw.normal(size=3)
            heard = np.tanh(gestures @ mixes["acoustic"])
            seen = np.sin(gestures @ mixes["articulatory"] / 2)
            for name, clean in (("acoustic", heard), ("articulatory", seen)):
                views[name].append(framed(clean + noise * draw.normal(size=clean.shape), width).astype("float32"))
            whose += [speaker] * (frames - width + 1)
            speaker += 1
        splits[split] = ({name: np.concatenate(parts) for name, parts in views.items()}, None)
        groups[split] = np.array(whose)
    return {**splits, "groups": groups}
