import numpy as np


def load_mine(train, held_out, length, words, seed):
    """Texts of 2 topics, in which two marks, words 1 and 2, stand somewhere; the class is the topic and which mark is first.

    Returns:
        The splits, each (texts (n, length), class (n)): 2 · topic + (1 if word 2 is before word 1).
    """
    draw = np.random.default_rng(seed)

    def texts(n):
        topic, swapped = draw.integers(0, 2, n), draw.integers(0, 2, n)
        ordinary = draw.integers(3, words, (n, length))
        half = (words - 3) // 2
        of_topic = 3 + topic[:, None] * half + draw.integers(0, half, (n, length))
        text = np.where(draw.random((n, length)) < 0.3, of_topic, ordinary)
        places = np.sort(draw.permuted(np.tile(np.arange(length), (n, 1)), axis=1)[:, :2], axis=1)
        text[np.arange(n), places[:, 0]] = 1 + swapped
        text[np.arange(n), places[:, 1]] = 2 - swapped
        return text.astype("int32"), (2 * topic + swapped).astype("int32")

    return {"train": texts(train), "validation": texts(held_out), "test": texts(held_out)}
