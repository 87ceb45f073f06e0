import numpy as np

# of a to z in English text, per cent
ENGLISH = [8.2, 1.5, 2.8, 4.3, 12.7, 2.2, 2.0, 6.1, 7.0, 0.15, 0.77, 4.0, 2.4, 6.7, 7.5, 1.9, 0.095, 6.0, 6.3, 9.1, 2.8, 0.98,
           2.4, 0.15, 2.0, 0.074]  # fmt: skip


def load_mine(train, held_out, length, seed):
    """Texts in a shift cipher, and their shifts.

    Args:
        train, held_out: texts to learn from; to validate, and as many to test.
        length: letters of a text.
        seed: of the draw.

    Returns:
        The splits.
    """
    rng = np.random.default_rng(seed)
    share = np.array(ENGLISH) / sum(ENGLISH)
    splits = {}
    for name, count in {"train": train, "validation": held_out, "test": held_out}.items():
        plain = rng.choice(26, size=(count, length), p=share)
        shift = rng.integers(26, size=count)
        splits[name] = ((plain + shift[:, None]) % 26).astype("int32"), shift.astype("int32")
    return splits
