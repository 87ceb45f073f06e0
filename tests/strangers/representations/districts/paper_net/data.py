import numpy as np


def load_mine(train, held_out, seed):
    """Voters differ within a district and between districts; a party is chosen by a softmax over what it offers."""
    random = np.random.default_rng(seed)
    n = train + 2 * held_out
    people = 0.7 * random.normal(size=(n, 1, 5)) + random.normal(size=(n, 16, 5))
    age, income, town, school, trust = np.moveaxis(people, -1, 0)
    likes = np.stack([2 * age - town, 2 * income * town, 3 * (np.abs(school) - 0.9) + trust], axis=-1)
    votes = (1.5 * likes + random.gumbel(size=likes.shape)).argmax(-1)  # (n, 16)
    there = np.arange(16) < random.integers(6, 17, size=(n, 1))
    shares = (np.eye(3)[votes] * there[..., None]).sum(1) / there.sum(1, keepdims=True)
    inputs = {"people": (people * there[..., None]).astype("float32"), "there": there.astype("float32")}
    shares = shares.astype("float32")
    cuts = {"train": (0, train), "validation": (train, train + held_out), "test": (train + held_out, n)}
    return {name: ({key: value[a:b] for key, value in inputs.items()}, shares[a:b]) for name, (a, b) in cuts.items()}
