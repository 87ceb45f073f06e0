import numpy as np
from sklearn.datasets import load_digits


def load_mine(train, held_out, seed):
    """Digits 0 … 8 that stand upright in training, and lie any of four ways where they are judged.

    9 is left out: upside down it is a 6.

    Args:
        train: digits to learn from.
        held_out: of the validation; the test has the rest.
        seed: of the split, and of how they lie.

    Returns:
        The splits {"train": (inputs, targets), "validation": …, "test": …}, as conf/data/mine.yaml declares them.
    """
    digits = load_digits()
    kept = np.flatnonzero(digits.target != 9)
    rng = np.random.default_rng(seed)
    order = rng.permutation(kept)
    images = (digits.images / 16).astype("float32")[..., None]  # (n, 8, 8, 1)

    def lying(chosen):
        turns = rng.integers(4, size=len(chosen))
        return np.stack([np.rot90(image, k) for image, k in zip(images[chosen], turns, strict=False)]), digits.target[
            chosen
        ]

    train, validation, test = np.split(order, [train, train + held_out])
    return {"train": (images[train], digits.target[train]), "validation": lying(validation), "test": lying(test)}
