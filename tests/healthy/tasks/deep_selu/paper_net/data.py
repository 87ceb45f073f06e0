"""YOURS. What is learnt from.

Contract: a loader, named by `load` in conf/data/NAME.yaml, returns the splits, each a pair (inputs, targets).
"""

import numpy as np


def load_arm(rows=6000, joints=4, seed=11):
    """A robot's planar arm: where its hand is, from the angles of its joints.

    Returns:
        The splits; inputs Float["b 4"], angles in radians over pi / 2; targets Float["b 2"], x and y in lengths of the arm.
    """
    rng = np.random.default_rng(seed)
    angles = rng.uniform(-np.pi / 2, np.pi / 2, (rows, joints))
    lengths = np.linspace(1.3, 0.7, joints)
    absolute = np.cumsum(angles, axis=1)
    hand = np.stack([np.cos(absolute) @ lengths, np.sin(absolute) @ lengths], axis=1) / lengths.sum()
    hand = hand + rng.normal(0, 0.01, hand.shape)  # the camera's error
    inputs, targets = (angles / (np.pi / 2)).astype("float32"), (2 * hand).astype("float32")
    a, b = rows * 4 // 6, rows * 5 // 6
    return {
        "train": (inputs[:a], targets[:a]),
        "validation": (inputs[a:b], targets[a:b]),
        "test": (inputs[b:], targets[b:]),
    }
