"""YOURS. What is learnt from: a shop's log. Contract: as the template's."""

import numpy as np


def load_log(train, held, contexts, actions):
    """A careless policy has chosen what is shown; whether it was bought depends on the visitor and on what was shown.

    Returns:
        The splits; inputs Float["b contexts"]; targets Float["b 3"]: the action, the reward, 0 or 1, and the
        probability with which it was chosen.
    """
    generator = np.random.default_rng(21)
    total = train + 2 * held
    visitors = generator.normal(size=(total, contexts))
    taste, habit = generator.normal(size=(2, contexts, actions))
    likes = 1 / (1 + np.exp(-(1.5 * visitors @ taste - 0.5)))  # (n, actions)
    score = np.exp(0.25 * visitors @ habit)
    chances = 0.8 * score / score.sum(axis=1, keepdims=True) + 0.2 / actions
    action = (generator.random(total)[:, None] > chances.cumsum(axis=1)).sum(axis=1).clip(0, actions - 1)
    row = np.arange(total)
    bought = generator.random(total) < likes[row, action]
    targets = np.stack([action, bought, chances[row, action]], axis=1).astype("float32")
    visitors = visitors.astype("float32")
    parts = {"train": slice(train), "validation": slice(train, train + held), "test": slice(train + held, None)}
    return {split: (visitors[at], targets[at]) for split, at in parts.items()}
