import numpy as np

CONCEPTS = 12


def load_mine(train, held_out, seed):
    """Premises and hypotheses of a tiny language, and whether one follows from the other.

    A concept c has a word 1 + c, a synonym 13 + c and an antonym 25 + c; 0 fills up. A premise names 4 … 8 concepts, a
    hypothesis three of these (entailment, 0); one of them by its antonym (contradiction, 1); or one that the premise does
    not name (neutral, 2).

    Returns:
        The splits, each ({"premise": (n, 8), "hypothesis": (n, 3)}, relation (n)).
    """
    draw = np.random.default_rng(seed)

    def pairs(n):
        concepts = draw.permuted(np.tile(np.arange(CONCEPTS), (n, 1)), axis=1)
        length = draw.integers(4, 9, (n, 1))
        premise = 1 + concepts[:, :8] + CONCEPTS * draw.integers(0, 2, (n, 8))
        premise[np.arange(8) >= length] = 0
        relation = draw.integers(0, 3, n)
        hypothesis = 1 + concepts[:, :3] + CONCEPTS * draw.integers(0, 2, (n, 3))
        hypothesis[relation == 1, 0] = 1 + concepts[relation == 1, 0] + 2 * CONCEPTS
        hypothesis[relation == 2, 0] = (
            1 + concepts[relation == 2, 9] + CONCEPTS * draw.integers(0, 3, (relation == 2).sum())
        )
        order = np.argsort(draw.random((n, 8)) + 9 * (premise == 0), axis=1)  # shuffled, what fills up last
        premise = np.take_along_axis(premise, order, axis=1)
        hypothesis = draw.permuted(hypothesis, axis=1)
        return {"premise": premise.astype("int32"), "hypothesis": hypothesis.astype("int32")}, relation.astype("int32")

    return {"train": pairs(train), "validation": pairs(held_out), "test": pairs(held_out)}
