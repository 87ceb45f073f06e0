"""YOURS. What is learnt from.

Contract: a loader, named by `load` in conf/data/NAME.yaml, returns the splits `train`, `validation` and, where there is
one, `test`; each a pair (inputs, targets) of arrays with one common first axis, or of nested dicts or tuples of them.
Once returned, arrays are read-only: trainings share them. Change a copy. Beside the splits it may return `groups`, the
person, file or day of each sample, {split: array}: the recipe then asks that no group is on both sides.

Data larger than memory: in the place of an array, whatever has a length and gives `source[i]`, one sample, such as a
folder of files; or has a shape too and gives `source[indices]`, such as a mapped file or an HDF5 data set. In the place
of a pair, whatever has a length and gives `source[i]`, the pair of one sample, such as a source of Grain's.
"""

import numpy as np

SHAPES = np.array(
    [
        [[1, 1, 1, 1, 1]] * 5,
        [[0, 0, 1, 0, 0], [0, 0, 1, 0, 0], [1, 1, 1, 1, 1], [0, 0, 1, 0, 0], [0, 0, 1, 0, 0]],
        [[1, 1, 1, 1, 1], [1, 0, 0, 0, 1], [1, 0, 0, 0, 1], [1, 0, 0, 0, 1], [1, 1, 1, 1, 1]],
    ]
)  # square, cross, frame


def load_mine(train, held_out, noise, seed):
    """Scenes with a shape in three of the four quarters, one red, one green, one blue; shapes may repeat."""
    draw = np.random.default_rng(seed)

    def scenes(n):
        images = draw.normal(0, noise, (n, 16, 16, 3)).astype("float32")
        shapes = draw.integers(0, 3, (n, 3))  # of each colour
        for image, of_colour in zip(images, shapes, strict=True):
            for colour, quarter in enumerate(draw.permutation(4)[:3]):
                row, column = np.array(divmod(quarter, 2)) * 8 + draw.integers(0, 4, 2)
                image[row : row + 5, column : column + 5, colour] += SHAPES[of_colour[colour]]
        questions = draw.integers(0, 3, (n, 1), dtype="int32")
        answers = np.take_along_axis(shapes, questions, axis=1)[:, 0].astype("int32")
        return {"image": images, "question": questions}, answers

    return {"train": scenes(train), "validation": scenes(held_out), "test": scenes(held_out)}
