import numpy as np


def drawn(chances, uniform):
    """The first value whose cumulated chance is above a uniform number."""
    return (np.cumsum(chances, axis=-1) <= uniform[..., None]).sum(-1).clip(max=chances.shape[-1] - 1)


def load_mine(seed, columns, values, rows, held_out):
    """A table of categories: each column depends on two of the earlier ones. The target of a row is the row itself."""
    rng = np.random.default_rng(seed)
    tables = [rng.dirichlet(np.full(values, 0.3), (values, values)) for _ in range(columns)]
    splits = {}
    for split, size in {"train": rows, "validation": held_out, "test": held_out}.items():
        row = np.zeros((size, columns), "int32")
        for column, table in enumerate(tables):
            near = row[:, column - 1] if column > 0 else 0
            far = row[:, column - 3] if column > 2 else 0
            row[:, column] = drawn(table[near, far] * np.ones((size, 1)), rng.uniform(size=size))
        splits[split] = row, row.copy()
    return splits
