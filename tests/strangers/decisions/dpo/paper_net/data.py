import numpy as np


def load_mine(pairs, seed):
    """Prompts, what a reference policy would answer, and which of two of its answers a reader preferred.

    Two answers are drawn from the reference policy; the reader follows Bradley and Terry with a reward that the
    reference knows only in part.

    Args:
        pairs: of training, validation and test.
        seed: of what is drawn.

    Returns:
        The splits, each ({"prompt": (n, 8), "reference": (n, 12) log-probabilities}, (n, 2): preferred, rejected).
    """
    draw = np.random.default_rng(seed)
    answers = draw.normal(size=(12, 6))
    taste, habit = draw.normal(size=(2, 8, 6)) / np.sqrt(8)
    splits = {}
    for split, number in zip(["train", "validation", "test"], pairs, strict=False):
        prompt = draw.normal(size=(number, 8))
        reward = 1.5 * np.tanh(prompt @ taste) @ answers.T  # (n, 12)
        logits = (1.2 * prompt @ habit + 0.2 * np.tanh(prompt @ taste)) @ answers.T
        reference = logits - np.log(np.exp(logits).sum(axis=1, keepdims=True))
        pair = np.argsort(-(reference + draw.gumbel(size=reference.shape)), axis=1)[:, :2]  # two, without replacement
        of_pair = np.take_along_axis(reward, pair, axis=1)
        first = draw.random(number) < 1 / (1 + np.exp(of_pair[:, 1] - of_pair[:, 0]))
        pair = np.where(first[:, None], pair, pair[:, ::-1])
        inputs = {"prompt": prompt.astype("float32"), "reference": reference.astype("float32")}
        splits[split] = inputs, pair.astype("int32")
    return splits
