"""YOURS. What is learnt from."""

import numpy as np


class Windows:
    """Windows of long logs, cut out when they are asked for: source[i] is (signals, contact torque at the end)."""

    def __init__(self, logs, torques, places, length):
        self.logs, self.torques, self.places, self.length = logs, torques, places, length

    def __len__(self):
        return len(self.places)

    def __getitem__(self, i):
        robot, end = self.places[i]
        return self.logs[robot, end - self.length : end], self.torques[robot, end - 1 : end]


def smooth(rng, shape, over):
    """Noise of unit variance, averaged over so many steps."""
    kernel = np.hanning(over)
    noise = rng.normal(size=shape)
    rows = [np.convolve(row, kernel / np.sqrt((kernel**2).sum()), "same") for row in noise]
    return np.array(rows)


def load_mine(robots, windows, length, seed):
    """Logs of a joint: current · gain = inertia · acceleration + friction(velocity, temperature) + contact torque.

    Gain, inertia, friction and how warm it runs are each robot's own.
    """
    rng = np.random.default_rng(seed)
    time = 3000
    of_robot = (robots, 1)
    velocity = smooth(rng, (robots, time), 41)
    acceleration = np.gradient(velocity, axis=1) * 10
    contact = 1.5 * smooth(rng, (robots, time), 31)
    warmth = rng.uniform(30, 60, of_robot) + 2 * smooth(rng, (robots, time), 301)
    friction = rng.uniform(0.5, 2.0, of_robot) * np.tanh(5 * velocity) + 0.3 * (80 - warmth) / 50 * velocity
    torque = rng.uniform(0.6, 1.4, of_robot) * acceleration + friction + contact + rng.uniform(-0.8, 0.8, of_robot)
    current = torque / rng.uniform(0.8, 1.2, of_robot) + 0.1 * rng.normal(size=torque.shape)
    logs = np.stack([current, velocity, acceleration, (warmth - 45) / 10], axis=-1).astype("float32")

    robot = np.repeat(rng.permutation(robots), windows)
    end = rng.integers(length, time, len(robot))
    places = np.stack([robot, end], axis=1)  # ordered by robot
    at = [windows * (robots * 4 // 6), windows * (robots * 5 // 6)]  # whole robots
    splits = dict(zip(["train", "validation", "test"], np.split(places, at), strict=True))
    return {split: Windows(logs, contact.astype("float32"), chosen, length) for split, chosen in splits.items()}
