import numpy as np


def load_mine(patients, steps, history, ahead, seed):
    """Glucose of patients every five minutes, with what they ate and injected; asked is what it will be.

    Args:
        patients: of all splits; none is in two.
        steps: of five minutes, of each.
        history: steps that are known.
        ahead: steps from the last known one to the one asked for.
        seed: of what is drawn.

    Returns:
        The splits, each ({"past": (n, history, 3), "clock": (n, 2)}, {"level": (n, 1), "hypo": (n, 1)}): the level standardized
        by the training split, hypo 1 where it is below 70 mg/dl.
    """
    draw = np.random.default_rng(seed)
    level = np.full((patients, steps), 110.0)
    carbs = draw.uniform(20, 80, level.shape) * (draw.random(level.shape) < 1 / 50)
    dose = np.zeros_like(level)
    gut, active = np.zeros(patients), np.zeros(patients)
    rises, sinks = draw.uniform(2.0, 3.5, patients), draw.uniform(25, 40, patients)
    for t in range(1, steps):
        late = draw.integers(0, 4)
        dose[:, t] = (carbs[:, t - late] if t > late else 0) / 11 * draw.uniform(0.6, 1.5, patients)
        gut, active = 0.9 * gut + 0.1 * carbs[:, t], 0.95 * active + 0.05 * dose[:, t]
        drift = 0.03 * (115 - level[:, t - 1]) + draw.normal(0, 1.5, patients)
        level[:, t] = np.clip(level[:, t - 1] + 0.5 * rises * gut - 0.5 * sinks * active + drift, 40, 400)
    begins = np.arange(60, steps - history - ahead, 5)
    parts = np.split(np.arange(patients), [int(0.6 * patients), int(0.8 * patients)])
    mean, std = level[parts[0]].mean(), level[parts[0]].std()
    past = np.stack([(level - mean) / std, carbs / 40, dose / 4], axis=-1).astype("float32")

    def split(who):
        known = np.stack([past[who, b : b + history] for b in begins], axis=1).reshape(-1, history, 3)
        asked = begins + history - 1 + ahead
        angle = np.tile(2 * np.pi * asked / 288, len(who))
        clock = np.stack([np.cos(angle), np.sin(angle)], axis=-1).astype("float32")
        then = level[who][:, asked].reshape(-1, 1)
        hypo = then < 70
        return {"past": known, "clock": clock}, {
            "level": ((then - mean) / std).astype("float32"),
            "hypo": hypo.astype("int32"),
        }

    return dict(zip(["train", "validation", "test"], map(split, parts), strict=False))
