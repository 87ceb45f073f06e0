import numpy as np


def load_mine(seed, train, validation, test, skills, longest):
    """Pupils who answer 10 to `longest` questions, each of one skill, and get better by it."""
    rng = np.random.default_rng(seed)
    hard = rng.normal(size=skills)
    splits = {}
    for split, n in {"train": train, "validation": validation, "test": test}.items():
        answered = np.zeros((n, longest - 1), "int32")  # 0: nothing
        asked = np.zeros((n, longest - 1), "int32")
        right = np.full((n, longest - 1), -1.0, "float32")  # -1: not asked
        for i in range(n):
            length = rng.integers(10, longest + 1)
            able = 1.5 * rng.normal() + rng.normal(size=skills)
            practised = np.zeros(skills)
            drawn = rng.choice(skills, size=rng.integers(2, 5), replace=False)
            asked_for = rng.choice(drawn, size=length)
            correct = np.zeros(length, "int32")
            for t, k in enumerate(asked_for):
                correct[t] = rng.random() < 1 / (1 + np.exp(-(able[k] - hard[k] + 0.4 * practised[k])))
                practised[k] += 1
            answered[i, : length - 1], asked[i, : length - 1], right[i, : length - 1] = steps(
                asked_for, correct, skills
            )
        splits[split] = ({"answered": answered, "asked": asked}, right)
    return splits


def steps(asked_for, correct, skills):
    """What was answered before, as 1 + skill, or 1 + skills + skill where it was right; what is asked next, from 1; is it right."""
    return 1 + asked_for[:-1] + skills * correct[:-1], 1 + asked_for[1:], correct[1:]
