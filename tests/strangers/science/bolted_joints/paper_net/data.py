import numpy as np


def load_mine(joints, windows, length, seed):
    """Knocks at bolted joints: is the bolt tight, loose or missing?

    Args:
        joints: how many; 60 % of them to learn from, 20 % to validate, 20 % to test.
        windows: knocks at each.
        length: samples of a knock's record.
        seed: of what is drawn.

    Returns:
        The splits, and of each knock its joint.
    """
    draw = np.random.default_rng(seed)
    time = np.arange(length)
    label = np.arange(joints) % 3
    draw.shuffle(label)
    mode = draw.uniform(0.16, 0.26, (joints, 2)) * [
        1,
        1.4,
    ]  # cycles a sample: of the plate, which differs from joint to joint
    mode = mode * np.array([1.0, 0.95, 0.88])[label, None]
    damping = np.array([0.02, 0.05, 0.03])[label] * draw.lognormal(0, 0.2, joints)
    rattle = np.array([0.1, 0.4, 0.15])[label] * draw.lognormal(0, 0.3, joints)
    hum = draw.uniform(0.02, 0.1, joints)  # of the machine near by
    joint = np.repeat(np.arange(joints), windows)
    start = draw.uniform(0, 12, (len(joint), 1))
    after = (time - start).clip(0)
    decay = np.exp(-damping[joint, None] * after) * (time > start)
    ring = sum(
        draw.uniform(0.4, 1, (len(joint), 1)) * np.sin(2 * np.pi * mode[joint, k, None] * after) for k in range(2)
    )
    record = decay * (ring + rattle[joint, None] * draw.normal(size=ring.shape))
    phase = draw.uniform(0, 2 * np.pi, (len(joint), 1))
    record = record + 0.25 * np.sin(2 * np.pi * hum[joint, None] * time + phase) + 0.1 * draw.normal(size=record.shape)
    record = (record / np.abs(record).max(axis=1, keepdims=True))[..., None].astype("float32")
    target = label[joint].astype("int32")
    part = np.repeat(draw.permutation(joints) / joints, windows)  # of a joint
    rows = {"train": part < 0.6, "validation": (part >= 0.6) & (part < 0.8), "test": part >= 0.8}
    return {
        **{name: (record[row], target[row]) for name, row in rows.items()},
        "groups": {name: joint[row] for name, row in rows.items()},
    }
