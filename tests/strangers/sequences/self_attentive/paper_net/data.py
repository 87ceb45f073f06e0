import numpy as np


def load_mine(train, held_out, seed):
    """Texts of 10 to 32 words; of the words 1 … 40 eight belong to each matter, the others to none.

    Args:
        train: texts to learn from.
        held_out: of the validation, and as many of the test.
        seed: of the drawing.
    """
    rng = np.random.default_rng(seed)
    n = train + 2 * held_out
    matter = rng.integers(5, size=n)
    texts = np.zeros((n, 32), "int32")
    for text, own in zip(texts, matter, strict=True):
        length = rng.integers(10, 33)
        text[:length] = rng.integers(41, 120, size=length)
        others = rng.choice([m for m in range(5) if m != own], 2, replace=False)
        told = [own] * 4 + list(others) * 2
        text[rng.choice(length, len(told), replace=False)] = [1 + 8 * m + rng.integers(8) for m in told]
    ends = [0, train, train + held_out, n]
    names = ["train", "validation", "test"]
    return {name: (texts[a:b], matter[a:b].astype("int32")) for name, a, b in zip(names, ends, ends[1:], strict=False)}
