import numpy as np

REST = np.array(  # head, shoulders, elbows, wrists, hips, knees, feet: left, right
    [[0, 1.7], [-0.2, 1.4], [0.2, 1.4], [-0.25, 1.1], [0.25, 1.1], [-0.25, 0.8], [0.25, 0.8]]
    + [[-0.12, 0.9], [0.12, 0.9], [-0.12, 0.45], [0.12, 0.45], [-0.12, 0], [0.12, 0]]
)


def load_mine(frames, missing, train, held_out, seed):
    """Skeletons of persons over some frames, and which of five movements they make, often several at once.

    Args:
        frames: of one clip.
        missing: share of joints that the tracker lost; they are (0, 0) with visibility 0.
        train, held_out: clips of the training split; of the validation and of the test split, each.
    """
    rng = np.random.default_rng(seed)
    count = train + 2 * held_out
    labels = (rng.random((count, 5)) < 0.35).astype("float32")
    clips = np.stack([clip(rng, label, frames) for label in labels])  # (count, t, 13, 2)
    seen = rng.random((*clips.shape[:-1], 1)) >= missing
    inputs = np.concatenate([clips * seen, seen], axis=-1).astype("float32")  # (count, t, 13, 3)
    ends = np.cumsum([train, held_out])
    splits = zip(("train", "validation", "test"), np.split(inputs, ends), np.split(labels, ends), strict=True)
    return {split: (x, y) for split, x, y in splits}


def clip(rng, label, frames):
    """Left arm waves, right arm waves, head nods, knees bend, body leans."""
    t = np.arange(frames) / frames
    x = np.repeat(REST[None], frames, axis=0)

    def swing():
        return np.sin(2 * np.pi * (rng.uniform(1, 2.5) * t + rng.random()))

    for side, sign in ((0, -1), (1, 1)):
        if label[side]:
            x[:, 3 + side] = REST[1 + side] + [sign * 0.25, 0.1]
            x[:, 5 + side] = x[:, 3 + side] + np.stack([0.2 * swing(), np.full(frames, 0.25)], -1)
    if label[2]:
        x[:, 0, 1] -= 0.1 * (1 + swing())
    if label[3]:
        down = 0.15 * (1 + swing())
        x[:, :9, 1] -= down[:, None]
        x[:, 9:11, 0] += down[:, None] * [-0.7, 0.7]
    if label[4]:
        lean = 0.2 * swing()
        x[:, :, 0] += lean[:, None] * x[:, :, 1] * (x[:, :, 1] > 0.9)
    x = (x - [0, 1]) * rng.uniform(0.8, 1.2) + rng.normal(0, 0.1, 2)
    return x + rng.normal(0, 0.02, x.shape)
