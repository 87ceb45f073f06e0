import numpy as np


def load_mine(length, train, held_out, seed):
    """Series that hold one burst somewhere: of which of four shapes, is the class; noise and a slow drift lie over it.

    Returns:
        The splits, each (series (n, length, 1) of mean 0 and deviation 1, classes (n,)).
    """
    draw = np.random.default_rng(seed)
    inside = np.linspace(-1, 1, 25)
    shapes = (
        np.stack(
            [
                np.sin(2 * np.pi * 2 * inside),
                np.sin(2 * np.pi * 4 * inside),
                np.sign(np.sin(2 * np.pi * 2 * inside)) * np.abs(inside),
                1 - 2 * np.abs(inside),
            ]
        )
        * np.hanning(27)[1:-1]
    )

    def split(number):
        y = draw.integers(0, 4, number).astype("int32")
        x = 0.25 * draw.normal(size=(number, length)) + 0.05 * draw.normal(size=(number, length)).cumsum(axis=1)
        start = draw.integers(0, length - 25, number)
        scale = draw.uniform(0.6, 1.5, (number, 1))
        x[np.arange(number)[:, None], start[:, None] + np.arange(25)] += scale * shapes[y]
        x = (x - x.mean(axis=1, keepdims=True)) / x.std(axis=1, keepdims=True)
        return x[..., None].astype("float32"), y

    return {"train": split(train), "validation": split(held_out), "test": split(held_out)}
