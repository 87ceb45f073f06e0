import numpy as np


def load_mine(raters, train, held_out, seed):
    """Drawn photographs, more or less sharp, noisy and well exposed, and how many raters gave each the marks 1 … 10.

    Args:
        raters: of a photograph.
        train: photographs of the training split.
        held_out: of validation and of test, each.
        seed: not the run's.
    """
    rng = np.random.default_rng(seed)

    def split(n):
        scene = np.kron(rng.uniform(0, 1, (n, 6, 6)), np.ones((4, 4)))  # (n, 24, 24)
        blur, grain, light = rng.uniform(0, 4, n), rng.uniform(0, 0.15, n), rng.uniform(-0.35, 0.35, n)
        for step in range(4):
            share = np.clip(blur - step, 0, 1)[:, None, None] / 4
            around = sum(np.roll(scene, shift, axis) for shift in (-1, 1) for axis in (1, 2))
            scene = (1 - 4 * share / 1.25) * scene + share / 1.25 * around
        image = np.clip(scene + light[:, None, None] + rng.normal(0, 1, scene.shape) * grain[:, None, None], 0, 1)
        quality = 8.5 - 0.9 * blur - 8 * grain - 6 * np.abs(light) + rng.normal(0, 0.3, n)
        spread = 0.9 + 2 * grain / 0.15 * 0.5
        marks = quality[:, None] + spread[:, None] * rng.normal(size=(n, raters))
        marks = np.clip(np.round(marks), 1, 10).astype(int)
        shares = np.stack([(marks == mark).mean(axis=1) for mark in range(1, 11)], axis=-1)
        return image[..., None].astype("float32"), shares.astype("float32")

    return {"train": split(train), "validation": split(held_out), "test": split(held_out)}
