import numpy as np


def load_mine(train, held_out, messages, seed):
    """Messages, uniformly drawn; what is sent is to be received.

    Args:
        train: how many to learn from.
        held_out: how many of the validation and of the test, each.
        messages: how many different ones there are.
        seed: of the draw.
    """
    rng = np.random.default_rng(seed)
    splits = {}
    for split, count in {"train": train, "validation": held_out, "test": held_out}.items():
        sent = rng.integers(messages, size=count).astype("int32")
        splits[split] = sent, sent
    return splits
