import numpy as np

COLORS, SHAPES = 4, 2  # each object of a scene has a colour of its own


def alike(places, shapes, asked, axis):
    """How many objects of its shape lie left of (axis 0) or below (axis 1) the one that is asked about."""
    return int(np.sum((places[:, axis] < places[asked, axis]) & (shapes == shapes[asked])))


def scenes(rng, number):
    """States of scenes (colour one-hot, shape one-hot, x, y), questions (colour, relation), counts."""
    objects = np.zeros((number, COLORS, COLORS + SHAPES + 2), "float32")
    questions = np.zeros((number, COLORS + 2), "float32")
    answers = np.zeros(number, "int32")
    for n in range(number):
        colors, shapes = rng.permutation(COLORS), rng.integers(SHAPES, size=COLORS)
        places = rng.uniform(-1, 1, (COLORS, 2))
        color, relation = rng.integers(COLORS), rng.integers(2)
        objects[n] = np.concatenate([np.eye(COLORS)[colors], np.eye(SHAPES)[shapes], places], axis=1)
        questions[n, color] = questions[n, COLORS + relation] = 1
        answers[n] = alike(places, shapes, np.flatnonzero(colors == color)[0], relation)
    return {"objects": objects, "question": questions}, answers


def load_mine(train, held_out, seed):
    rng = np.random.default_rng(seed)
    return {split: scenes(rng, n) for split, n in {"train": train, "validation": held_out, "test": held_out}.items()}
