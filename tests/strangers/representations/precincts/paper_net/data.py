import numpy as np


def load_mine(voters, seed):
    """1600 districts to learn from, 400 and 400 held out."""
    rng = np.random.default_rng(seed)
    n = 2400
    level = rng.normal(0, 0.7, (6, n, 1))  # people of a district are alike
    age, income, schooling, rent, children, commute = level + rng.normal(0, 0.7, (6, n, voters))  # (n, voters) each
    score = np.stack(
        [
            1.5 * age + 0.8 * np.abs(income),
            1.5 * schooling - 1.5 * age + rent,
            1.2 * commute - income + 0.8 * np.maximum(children, 0),
        ],
        axis=-1,
    )  # (n, voters, 3)
    vote = np.argmax(score + rng.gumbel(0, 0.5, score.shape), axis=-1)
    shares = np.eye(3)[vote].mean(axis=1).astype("float32")  # (n, 3)
    figures = np.stack([age, income, schooling, rent, children, commute], axis=1)  # (n, 6, voters)
    figures = figures.transpose(0, 2, 1).astype("float32")  # (n, voters, 6)
    parts = {"train": slice(0, 1600), "validation": slice(1600, 2000), "test": slice(2000, None)}
    return {split: (figures[part], shares[part]) for split, part in parts.items()}
