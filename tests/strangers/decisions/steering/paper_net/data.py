"""YOURS. Drives of different drivers, as windows: what was seen and done so far, and what the driver does next."""

import numpy as np


class Windows:
    """Windows of recordings, cut when they are asked for.

    Args:
        seen: Float["drives steps 4"], standardized.
        commands: Float["drives steps 2"]
        window: steps of what is seen.
        drives: which ones.
    """

    def __init__(self, seen, commands, window, drives):
        self.seen, self.commands, self.window = seen, commands, window
        self.at = [(drive, end) for drive in drives for end in range(window, seen.shape[1], 2)]

    def __len__(self):
        return len(self.at)

    def __getitem__(self, i):
        drive, end = self.at[i]
        seen = self.seen[drive, end - self.window + 1 : end + 1]
        commands = self.commands[drive, end - self.window + 1 : end]
        wheel, brake = self.commands[drive, end]
        targets = {"steer": np.array([wheel], "float32"), "brake": np.array([brake], "int32")}
        return {"seen": seen, "commands": commands}, targets


def load_mine(drives, steps, window, seed):
    draw = np.random.default_rng(seed)
    seen, commands = np.zeros((drives, steps, 4)), np.zeros((drives, steps, 2))
    offset, heading = draw.normal(size=drives) * 0.5, draw.normal(size=drives) * 0.1
    curve, speed, habit = np.zeros(drives), draw.uniform(0.6, 1.4, drives), np.zeros(drives)
    gain = draw.uniform(0.7, 1.1, drives)  # of each driver
    for t in range(steps):
        curve = 0.9 * curve + 0.15 * draw.normal(size=drives)
        habit = 0.6 * habit + 0.12 * draw.normal(size=drives)
        seen[:, t] = np.stack([offset, heading, curve, speed], axis=1)
        wheel = np.tanh(gain * (-0.8 * offset - 1.5 * heading + 1.5 * curve) + habit)
        brake = speed**2 * (0.3 + np.abs(curve)) + 0.15 * draw.normal(size=drives) > 0.75
        commands[:, t] = np.stack([wheel, brake], axis=1)
        heading = heading + 0.3 * speed * (wheel - curve) + 0.03 * draw.normal(size=drives)
        offset = offset + 0.3 * speed * heading
        speed = np.clip(speed + np.where(brake, -0.12, 0.06) + 0.03 * draw.normal(size=drives), 0.3, 1.8)
    cut = [int(0.7 * drives), int(0.85 * drives)]
    mean, std = seen[: cut[0]].mean((0, 1)), seen[: cut[0]].std((0, 1))
    seen, commands = ((seen - mean) / std).astype("float32"), commands.astype("float32")
    parts = zip(["train", "validation", "test"], np.split(np.arange(drives), cut), strict=True)
    splits = {name: Windows(seen, commands, window, part) for name, part in parts}
    return {**splits, "groups": {name: np.array([drive for drive, _ in split.at]) for name, split in splits.items()}}
