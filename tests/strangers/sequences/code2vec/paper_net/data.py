import numpy as np


def load_mine(methods, contexts, tokens, paths, names, seed):
    """Each name has six contexts of its own, of which a method shows one or two among many that say nothing.

    A context tells by the three together: another name may have the same path with other ends.
    """
    rng = np.random.default_rng(seed)

    def draw(*shape):
        return np.stack([rng.integers(1, size, shape) for size in (tokens, paths, tokens)], axis=-1)

    telling = draw(names, 6)  # (names, 6, 3)
    name = rng.integers(names, size=methods)
    bags = np.zeros((methods, contexts, 3), "int32")
    for bag, its in zip(bags, name, strict=True):
        there = rng.integers(6, contexts + 1)
        bag[:there] = draw(there)
        n = rng.integers(1, 3)
        bag[rng.permutation(there)[:n]] = telling[its][rng.permutation(6)[:n]]
    columns = {"start": bags[..., 0], "path": bags[..., 1], "end": bags[..., 2]}
    parts = {"train": slice(0, -800), "validation": slice(-800, -400), "test": slice(-400, None)}
    targets = name.astype("int32")
    return {s: ({key: column[part] for key, column in columns.items()}, targets[part]) for s, part in parts.items()}
