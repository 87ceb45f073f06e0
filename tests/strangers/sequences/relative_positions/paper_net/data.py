import numpy as np


def load_mine(train, held_out, length, longer, seed):
    """Codes: each letter of the answer stands next to its place, on which side the letter that stands there tells.

    Args:
        train: sequences to learn from.
        held_out: of the validation, and of the test.
        length: letters of a sequence of training and validation.
        longer: letters of a sequence of the test.
        seed: of the drawing.
    """
    rng = np.random.default_rng(seed)

    def drawn(n, length):
        letters = rng.integers(0, 12, (n, length))
        return letters.astype("int32"), np.stack([answer(row) for row in letters]).astype("int32")

    return {"train": drawn(train, length), "validation": drawn(held_out, length), "test": drawn(held_out, longer)}


def answer(letters):
    """The letter two places before, where an even one stands; the next one, where an odd one does; at an end, the end's."""
    place, last = np.arange(len(letters)), len(letters) - 1
    return letters[np.where(letters % 2 == 0, np.maximum(place - 2, 0), np.minimum(place + 1, last))]
