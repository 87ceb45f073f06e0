"""YOURS. What is learnt from: reviews, as numbers of words."""

import numpy as np

LENGTH = 20
NOT, GOOD, BAD, OTHER = (
    1,
    range(2, 14),
    range(14, 26),
    range(26, 60),
)  # the numbers of the words; 0 is no word


def read_reviews(number=1800, seed=13):
    """Reviews of 4 to 16 words, and whether they condemn (0), waver (1) or praise (2).

    A good word counts 1, a bad one -1, and a "not" before turns it round; one judgement in fifty is
    wrong.
    """
    generator = np.random.default_rng(seed)
    reviews, judgements = [], []
    for _ in range(number):
        tone = generator.choice([0.2, 0.5, 0.8])
        words, score = [], 0
        for _ in range(generator.integers(2, 7)):
            good, turned = generator.random() < tone, generator.random() < 0.25
            score += 1 if good != turned else -1
            words += [generator.choice(OTHER)] if generator.random() < 0.5 else []
            words += [NOT] if turned else []
            words += [generator.choice(GOOD if good else BAD)]
        judgement = int(np.sign(score)) + 1
        judgements.append(generator.integers(0, 3) if generator.random() < 0.03 else judgement)
        reviews.append(words[:LENGTH])
    return reviews, np.array(judgements)


def load_reviews(validation=300):
    """The splits; reviews of one length, with 0 behind the end of the shorter ones."""
    reviews, judgements = read_reviews()
    inputs = np.zeros((len(reviews), LENGTH), "int32")
    for row, words in zip(inputs, reviews, strict=True):
        row[: len(words)] = words
    targets = judgements.astype("int32")
    return {
        "train": (inputs[:-validation], targets[:-validation]),
        "validation": (inputs[-validation:], targets[-validation:]),
    }
