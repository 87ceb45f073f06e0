import numpy as np
from sklearn.datasets import load_digits


def load_mine(annotators, seed):
    """Digits with the labels of a few annotators, each of whom sees a part of them, and the truth to judge by.

    The skills are 0.9, 0.7, 0.6, 0.45 and 0.3; who errs takes, most of the time, the neighbour that he prefers.
    """
    rng = np.random.default_rng(seed)
    images, digits = load_digits(return_X_y=True)
    order = rng.permutation(len(images))
    images = (images[order] / 16).astype("float32").reshape(-1, 8, 8, 1)
    digits = digits[order].astype("int32")
    skills = [0.9, 0.7, 0.6, 0.45, 0.3][:annotators]
    answers = np.empty((len(digits), annotators), "int32")
    for i, skill in enumerate(skills):
        habit = np.full((10, 10), 0.3 * (1 - skill) / 10)
        habit[np.arange(10), np.arange(10)] += skill
        habit[np.arange(10), (np.arange(10) + 1 + i) % 10] += 0.7 * (1 - skill)
        answers[:, i] = [rng.choice(10, p=habit[digit]) for digit in digits]
    asked = np.argsort(rng.random(answers.shape), axis=1) < 2
    answers[~asked] = -1

    def part(rows):
        return images[rows], {"answers": answers[rows], "digit": digits[rows]}

    return {"train": part(slice(1200)), "validation": part(slice(1200, 1500)), "test": part(slice(1500, None))}
