import numpy as np


def load_mine(people, questions, seed):
    """A survey of four attitudes, answered in part; of what was answered a third is hidden and to be filled in."""
    rng = np.random.default_rng(seed)
    attitudes = rng.normal(size=(people, 4))
    asks = rng.normal(size=(4, questions)) * (rng.random((4, questions)) < 0.6)
    answers = np.clip(np.round(4 + 1.2 * attitudes @ asks + 0.5 * rng.normal(size=(people, questions))), 1, 7)
    answered = rng.random((people, questions)) < 0.6
    hidden = answered & (rng.random((people, questions)) < 1 / 3)
    x, y = question_and_answer(answers, answered, hidden)
    a, b = int(0.7 * people), int(0.85 * people)
    return {"train": (x[:a], y[:a]), "validation": (x[a:b], y[a:b]), "test": (x[b:], y[b:])}


def question_and_answer(answers, answered, hidden):
    """What is known, (answer - 4) / 3 and whether, 0 elsewhere; and what was hidden, in the same way."""
    answers, answered, hidden = np.asarray(answers), np.asarray(answered, bool), np.asarray(hidden, bool)
    scaled = (answers - 4) / 3
    shown = answered & ~hidden
    x = np.concatenate([np.where(shown, scaled, 0), shown], axis=-1)  # (n, 2 * questions)
    y = np.stack([np.where(hidden, scaled, 0), hidden], axis=-1)  # (n, questions, 2)
    return x.astype("float32"), y.astype("float32")
