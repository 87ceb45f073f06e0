import numpy as np


def load_mine(sentences, length, words, topics, window, negatives, seed):
    """Pairs of words of simulated sentences, each of one topic and of common words, and words drawn in their place."""
    rng = np.random.default_rng(seed)
    frequency = 1 / (np.arange(words) + 5)  # Zipf and Mandelbrot
    topic_of = rng.integers(0, topics, words)
    topic_of[:3] = -1  # common to all
    shares = np.stack([frequency * np.where((topic_of == k) | (topic_of < 0), 1.0, 0.02) for k in range(topics)])
    shares /= shares.sum(axis=1, keepdims=True)
    text = np.stack([rng.choice(words, length, p=shares[k]) for k in rng.integers(0, topics, sentences)])
    a, b = int(0.7 * sentences), int(0.85 * sentences)
    noise = unigram(np.bincount(text[:a].ravel(), minlength=words))
    splits, groups = {}, {}
    for name, part in {"train": slice(0, a), "validation": slice(a, b), "test": slice(b, None)}.items():
        pairs = [(s, *pair) for s, sentence in enumerate(text[part], part.start) for pair in windows(sentence, window)]
        sentence, word, context = np.array(pairs, "int32").T
        drawn = rng.choice(words, len(word) * negatives, p=noise).astype("int32")
        splits[name] = (
            {"word": np.tile(word, 1 + negatives), "context": np.concatenate([context, drawn])},
            np.repeat([1, 0], [len(word), len(drawn)]).astype("int32")[:, None],
        )
        groups[name] = np.tile(sentence, 1 + negatives)
    return {**splits, "groups": groups}


def windows(sentence, window):
    """Each word with each other one that is at most `window` places away."""
    return [
        (sentence[i], sentence[j])
        for i in range(len(sentence))
        for j in range(max(0, i - window), min(len(sentence), i + window + 1))
        if i != j
    ]


def unigram(counts):
    """The shares of words drawn in the place of a context: their counts to the power of 3/4."""
    weight = np.asarray(counts, float) ** 0.75
    return weight / weight.sum()
