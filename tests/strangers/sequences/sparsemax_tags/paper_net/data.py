import numpy as np


def many_hot(tags, number):
    """1 at each tag that a text has, 0 elsewhere."""
    hot = np.zeros(number, "int32")
    hot[np.asarray(tags, "int64")] = 1
    return hot


def load_mine(seed, texts, length, tags, words_of_tag, common):
    """Texts of one to three tags: each word is of one of them, or common to all; 0 fills up behind the last."""
    draw = np.random.default_rng(seed)
    splits = {}
    for split, size in texts.items():
        words, labels = np.zeros((size, length), "int32"), []
        for row in range(size):
            chosen = draw.permutation(tags)[: draw.integers(1, 4)]
            count = draw.integers(length // 2, length + 1)
            own = 1 + common + draw.choice(chosen, count) * words_of_tag + draw.integers(words_of_tag, size=count)
            words[row, :count] = np.where(draw.random(count) < 0.5, own, 1 + draw.integers(common, size=count))
            labels.append(many_hot(chosen, tags))
        splits[split] = (words, np.stack(labels))
    return splits
