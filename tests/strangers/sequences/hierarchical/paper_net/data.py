import numpy as np

GOOD, BAD, NOT, OPINION, OTHER = range(2, 10), range(10, 18), 1, range(18, 22), range(22, 60)


def load_mine(documents, sentences, words, seed):
    """Drawn reviews: a sentence that opens with an opinion word says what its writer thinks, another quotes someone.

    Args:
        documents: of the training split; a quarter as many are held out, and as many again tested.
        sentences: of a document, at most.
        words: of a sentence, at most.
        seed: of the drawing.
    """
    rng = np.random.default_rng(seed)

    def review():
        text, total = np.zeros((sentences, words), "int32"), 0
        for i in range(rng.integers(2, sentences + 1)):
            own = rng.random() < 0.5
            sentence, sign = [rng.choice(OPINION if own else OTHER)], 0
            for _ in range(rng.integers(3, words - 2)):
                if len(sentence) < words - 1 and rng.random() < 0.35:
                    good, negated = rng.random() < 0.5, rng.random() < 0.25
                    sentence += [NOT] * negated + [rng.choice(GOOD if good else BAD)]
                    sign += 1 if good != negated else -1
                elif len(sentence) < words:
                    sentence.append(rng.choice(OTHER))
            text[i, : len(sentence)] = sentence
            total += own * np.sign(sign)
        return text, int(np.sign(total)) + 1

    def split(n):
        texts, labels = zip(*[review() for _ in range(n)], strict=True)
        return np.stack(texts), np.array(labels, "int32")

    return {"train": split(documents), "validation": split(documents // 4), "test": split(documents // 4)}
