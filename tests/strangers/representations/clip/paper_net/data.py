import numpy as np

COLOURS = np.array([[1, 0.1, 0.1], [0.1, 1, 0.1], [0.2, 0.2, 1], [1, 1, 0.1], [1, 0.2, 1], [0.9, 0.9, 0.9]])
SHAPES = np.zeros((4, 5, 5))
SHAPES[0] = 1  # a square
SHAPES[1, 2], SHAPES[1, :, 2] = 1, 1  # a cross
SHAPES[2] = np.pad(np.zeros((3, 3)), 1, constant_values=1)  # a frame
SHAPES[3] = np.eye(5)  # a stroke


def load_mine(train, held_out, seed):
    random = np.random.default_rng(seed)
    n = train + 2 * held_out
    colour, shape = random.integers(6, size=(n, 2)), random.integers(4, size=(n, 2))
    images = 0.15 * random.normal(size=(n, 8, 16, 3))
    for i in range(n):
        for side in range(2):  # left, right
            top, left = random.integers(4), 8 * side + random.integers(4)
            thing = SHAPES[shape[i, side], :, :, None] * COLOURS[colour[i, side]]
            images[i, top : top + 5, left : left + 5] += thing
    # "red square left-of blue cross", or "blue cross right-of red square"; two words for each colour and shape
    turned = random.integers(2, size=n)
    order = np.stack([turned, 1 - turned], axis=1)
    colour, shape = np.take_along_axis(colour, order, 1), np.take_along_axis(shape, order, 1)
    colour_word = 2 * colour + random.integers(2, size=(n, 2))  # 0 … 11
    shape_word = 12 + 2 * shape + random.integers(2, size=(n, 2))  # 12 … 19
    text = np.stack([colour_word[:, 0], shape_word[:, 0], 20 + turned, colour_word[:, 1], shape_word[:, 1]], axis=1)
    inputs = {"image": images.astype("float32"), "text": text.astype("int32")}
    cuts = {"train": (0, train), "validation": (train, train + held_out), "test": (train + held_out, n)}
    return {name: ({key: value[a:b] for key, value in inputs.items()}, None) for name, (a, b) in cuts.items()}
