import numpy as np


def load_mine(train, held_out, length, seed):
    """Dictated sentences, as words without marks, and the mark behind each word: none, comma, full stop, question mark.

    Args:
        train: dictations to learn from.
        held_out: of the validation, and of the test.
        length: words of a dictation, at most; a shorter one is filled up with 0, and -1 for its marks.
        seed: of the drawing.
    """
    rng = np.random.default_rng(seed)
    # 1 … 4 ask, 5 … 16 name, 17 … 28 do, 29 … 32 join clauses, 33 … 44 describe; many a verb is a name, too

    def clause():
        describe = [*rng.integers(33, 45, rng.integers(0, 3))]
        names = [rng.integers(5, 20)]
        return [*describe, *names, rng.integers(14, 29), *rng.integers(33, 45, rng.integers(0, 2)), rng.integers(5, 20)]

    def dictation():
        words, marks = [], []
        for _ in range(rng.integers(2, 5)):
            asks = rng.uniform() < 0.4
            sentence = [rng.integers(1, 5)] * asks + clause()
            mark = [0] * len(sentence)
            if rng.uniform() < 0.5:
                mark[-1] = 1
                more = [rng.integers(29, 33), *clause()]
                sentence, mark = sentence + more, mark + [0] * len(more)
            mark[-1] = 3 if asks else 2
            words, marks = words + sentence, marks + mark
        return words[:length], marks[:length]

    def drawn(n):
        x, y = np.zeros((n, length), "int32"), np.full((n, length), -1, "int32")
        for i in range(n):
            words, marks = dictation()
            x[i, : len(words)], y[i, : len(marks)] = words, marks
        return x, y

    return {"train": drawn(train), "validation": drawn(held_out), "test": drawn(held_out)}
