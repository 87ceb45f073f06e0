import numpy as np


def load_mine(train, held_out, noise, seed):
    """Where a robot's hand was seen, and the angles of its two joints, which the place does not decide.

    Args:
        train: postures to learn from.
        held_out: postures of the validation, and of the test.
        noise: of the camera that sees the hand.
        seed: of the postures.
    """
    rng = np.random.default_rng(seed)

    def postures(count):
        angles = rng.uniform([0.3, np.pi / 2], [1.2, 3 * np.pi / 2], size=(count, 2))
        both = angles.sum(axis=1)
        hand = np.stack(
            [0.8 * np.cos(angles[:, 0]) - 0.2 * np.cos(both), 0.8 * np.sin(angles[:, 0]) - 0.2 * np.sin(both)], axis=1
        )
        hand = hand + noise * rng.normal(size=hand.shape)
        return hand.astype("float32"), angles.astype("float32")

    return {"train": postures(train), "validation": postures(held_out), "test": postures(held_out)}
