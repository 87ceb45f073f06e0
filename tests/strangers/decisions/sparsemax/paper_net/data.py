import numpy as np


def load_mine(documents, labels, words, length, seed):
    """Documents whose words come from one to a few topics, and the share of each topic (Section 4.1, synthetic).

    Args:
        documents: of training, validation and test.
        labels: topics there are.
        words: in the vocabulary.
        length: words of a document.
    """
    rng = np.random.default_rng(seed)
    topics = rng.dirichlet(np.full(words, 0.1), size=labels)

    def draw(n):
        x, y = np.zeros((n, words)), np.zeros((n, labels))
        for i in range(n):
            of = rng.choice(labels, size=min(1 + rng.poisson(1.0), labels), replace=False)
            y[i, of] = rng.dirichlet(np.full(len(of), 3.0))
            x[i] = rng.multinomial(length, y[i] @ topics) / length
        return np.sqrt(x).astype("float32"), y.astype("float32")

    return dict(zip(["train", "validation", "test"], map(draw, documents), strict=False))
