"""YOURS. What is learnt from: an image together with something else."""

import numpy as np

QUESTIONS = (
    lambda digit: digit % 2 == 0,  # is it even?
    lambda digit: digit > 4,  # is it large?
    lambda digit: np.isin(digit, (0, 6, 8, 9)),  # does it enclose an area?
)


def digits(validation, test):
    """{split: (images Float["b 8 8 1"] in 0 … 1, labels Int["b"])}; the last ones are held out, unshuffled."""
    from sklearn import datasets

    images, labels = datasets.load_digits(return_X_y=True)
    images = (images.reshape(-1, 8, 8, 1) / 16).astype("float32")
    cuts = [len(images) - validation - test, len(images) - test]
    names = ("train", "validation", "test")
    return dict(zip(names, zip(np.split(images, cuts), np.split(labels, cuts), strict=True), strict=True))


def load_questions(validation=250, test=250):
    """A digit, and one of three questions about it.

    Returns:
        The splits; inputs {image: Float["b 8 8 1"], question: Float["b 3"], one-hot}; targets Int["b"], 1 for yes.
    """
    random = np.random.default_rng(0)
    splits = {}
    for name, (images, labels) in digits(validation, test).items():
        asked = random.integers(0, len(QUESTIONS), len(labels))
        answers = np.stack([question(labels) for question in QUESTIONS], -1)[np.arange(len(labels)), asked]
        questions = np.eye(len(QUESTIONS), dtype="float32")[asked]
        splits[name] = ({"image": images, "question": questions}, answers.astype("int32"))
    return splits


def load_pairs(validation=250, test=250, pairs=1200):
    """Two images, drawn so that every other pair shows one digit twice.

    Returns:
        The splits; inputs (left, right), each Float["b 8 8 1"]; targets Float["b"], 1 where both show one digit.
    """
    random = np.random.default_rng(0)
    splits = {}
    for name, (images, labels) in digits(validation, test).items():
        left = random.integers(0, len(labels), pairs if name == "train" else pairs // 4)
        same = random.random(len(left)) < 0.5
        right = np.array([partner(random, labels, i, alike) for i, alike in zip(left, same, strict=True)])
        splits[name] = ((images[left], images[right]), same.astype("float32"))
    return splits


def partner(random, labels, index, alike):
    """Another sample, of the same class or of another one."""
    candidates = (labels == labels[index]) == alike
    candidates[index] = False
    return random.choice(np.flatnonzero(candidates))
