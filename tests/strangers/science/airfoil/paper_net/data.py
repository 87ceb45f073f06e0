import numpy as np


def load_mine(train, held_out, seed):
    """Lift and drag of airfoils in a tunnel, from angle of attack, camber, thickness and Reynolds number.

    Args:
        train: measurements of the training split, each of another airfoil.
        held_out: of the validation and of the test split, each.
        seed: of what is drawn.
    """
    draw = np.random.default_rng(seed)

    def measured(number):
        angle, camber = draw.uniform(-8, 20, number), draw.uniform(0, 0.06, number)  # degrees; share of the chord
        thick, reynolds = draw.uniform(0.06, 0.2, number), 10 ** draw.uniform(4.8, 6.7, number)
        stall = 9 + 30 * thick + 1.6 * (np.log10(reynolds) - 5)  # degrees
        ahead = 0.5 * np.tanh((angle - stall) / 1.5) + 0.5  # 0: the flow is attached, 1: it has left
        attached = 2 * np.pi * 0.93 * (np.radians(angle) + 2 * camber)
        lift = (1 - ahead) * attached + ahead * 0.85 * np.sin(2 * np.radians(angle))
        drag = 0.074 * 2 / reynolds**0.2 * (1 + 2 * thick + 60 * thick**4) + 0.008 * (lift - 8 * camber) ** 2
        drag = drag + ahead * 1.5 * np.sin(np.radians(angle)) ** 2
        lift = lift + 0.02 * draw.normal(size=number)
        drag = drag * np.exp(0.03 * draw.normal(size=number))
        inputs = np.stack([angle, camber, thick, np.log10(reynolds)], -1).astype("float32")
        return inputs, {"lift": lift[:, None].astype("float32"), "drag": np.log(drag)[:, None].astype("float32")}

    splits = {"train": measured(train), "validation": measured(held_out), "test": measured(held_out)}
    mean, deviation = splits["train"][0].mean(0), splits["train"][0].std(0)
    return {name: ((inputs - mean) / deviation, targets) for name, (inputs, targets) in splits.items()}
