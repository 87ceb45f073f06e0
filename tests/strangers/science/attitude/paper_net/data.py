import numpy as np


def load_mine(recordings, windows, length, seed):
    """Roll and pitch from an accelerometer and a gyroscope, at the end of each window of a recording.

    Args:
        recordings: each by a device with biases of its own; splits are of whole recordings.
        windows: of each recording, one after the other.
        length: of a window, in samples at 50 Hz.
    """
    rng = np.random.default_rng(seed)
    t = np.arange(windows * length) / 50
    size = (recordings, 2, 4, 1)
    speed, phase, height = rng.uniform(0.3, 4, size), rng.uniform(0, 2 * np.pi, size), rng.normal(0, 1, size)
    height *= np.array([0.35, 0.22])[:, None, None]
    angle = (height * np.sin(speed * t + phase)).sum(2)  # (recordings, 2, t): roll, pitch
    rate = (height * speed * np.cos(speed * t + phase)).sum(2)
    roll, pitch = angle[:, 0], angle[:, 1]
    gravity = np.stack([-np.sin(pitch), np.sin(roll) * np.cos(pitch), np.cos(roll) * np.cos(pitch)], axis=-1)
    shake = rng.normal(0, 0.15, (recordings, len(t), 3))
    acceleration = gravity + shake + np.roll(shake, 1, axis=1) + np.roll(shake, 2, axis=1)
    yaw = rng.normal(0, 0.3, (recordings, len(t)))
    gyro = np.stack([rate[:, 0], rate[:, 1], yaw], axis=-1) + rng.normal(0, 0.05, (recordings, 1, 3))
    gyro += rng.normal(0, 0.1, gyro.shape)

    def cut(x):
        return x.reshape(-1, length, 3).astype("float32")

    x = {"acceleration": cut(acceleration), "gyro": cut(gyro)}
    y = angle.transpose(0, 2, 1)[:, length - 1 :: length].reshape(-1, 2).astype("float32")
    number = np.repeat(np.arange(recordings), windows)
    edges = [0, recordings * 6 // 10, recordings * 8 // 10, recordings]
    splits, groups = {}, {}
    for name, first, last in zip(["train", "validation", "test"], edges[:-1], edges[1:], strict=True):
        at = (number >= first) & (number < last)
        splits[name] = ({key: of[at] for key, of in x.items()}, y[at])
        groups[name] = number[at]
    return {**splits, "groups": groups}
