import numpy as np
from sklearn.datasets import load_digits
from sklearn.linear_model import LogisticRegression


def load_mine(seen, draws, held_out, sharpness, seed):
    """Digits, and what a logging policy did with them: the supervised-to-bandit conversion.

    The logging policy is a logistic regression of `seen` digits, which are left out of all splits; its actions are drawn.
    A target is (action, its propensity, its loss 0 or 1, the digit); the training reads the first three.

    Args:
        seen: digits that the logging policy has learnt from.
        draws: actions that are logged of each training image.
        held_out: images of the validation, and of the test.
        sharpness: what the logging policy's logits are multiplied by.
        seed: of the splits and of the draws.
    """
    rng = np.random.default_rng(seed)
    images, digits = load_digits(return_X_y=True)
    images = (images / 16).astype("float32")
    order = rng.permutation(len(images))
    first, validation, test, train = np.split(order, np.cumsum([seen, held_out, held_out]))
    policy = LogisticRegression(max_iter=500).fit(images[first], digits[first])
    logits = sharpness * policy.decision_function(images)
    propensities = np.exp(logits - logits.max(axis=1, keepdims=True))
    propensities = 0.9 * propensities / propensities.sum(axis=1, keepdims=True) + 0.1 / 10  # never 0

    def logged(rows):
        p = propensities[rows]
        actions = (p.cumsum(axis=1) < rng.random((len(rows), 1))).sum(axis=1).clip(0, 9)
        taken = p[np.arange(len(rows)), actions]
        wrong = actions != digits[rows]
        return images[rows], np.stack([actions, taken, wrong, digits[rows]], axis=-1).astype("float32")

    return {"train": logged(np.repeat(train, draws)), "validation": logged(validation), "test": logged(test)}
