import numpy as np


def load_mine(students, skills, steps, seed):
    """Simulated students: each exercise asks for one skill, which is mastered or not, and may be learnt by practice."""
    rng = np.random.default_rng(seed)
    tokens, following = [], []
    known = rng.uniform(0.1, 0.6, skills)  # how often a skill is mastered before the first exercise
    for _ in range(students):
        asked, right = practised(rng, known, steps)
        length = rng.integers(steps // 2, steps + 1)
        token, target = sample(asked[:length], right[:length], skills)
        fill = steps - length
        tokens.append(np.pad(token, (0, fill)))
        following.append(np.pad(target, ((0, fill), (0, 0)), constant_values=-1))
    x, y = np.array(tokens, "int32"), np.array(following, "int32")
    one, two = int(0.7 * students), int(0.85 * students)
    return {"train": (x[:one], y[:one]), "validation": (x[one:two], y[one:two]), "test": (x[two:], y[two:])}


def practised(rng, known, steps, learn=0.15, guess=0.15, slip=0.08):
    """One student's exercises: which skill each asks for, and whether the answer was right."""
    mastered = rng.random(len(known)) < known
    asked = np.repeat(rng.integers(len(known), size=steps), rng.integers(1, 4, steps))[:steps]  # one to three in a row
    right = np.zeros(steps, int)
    for step, skill in enumerate(asked):
        right[step] = rng.random() < (1 - slip if mastered[skill] else guess)
        mastered[skill] |= rng.random() < learn
    return asked, right


def sample(asked, right, skills):
    """Tokens 1 … 2 * skills of what was answered, and of the exercise that follows [skill, right or wrong]."""
    token = 1 + asked + skills * right
    following = np.stack([asked, right], axis=-1)
    return token[:-1], following[1:]
