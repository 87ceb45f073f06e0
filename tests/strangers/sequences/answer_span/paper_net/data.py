import numpy as np

STOP = 1  # the word that ends a field; 0 fills up behind the last


def answer(text, marker):
    """The places of the first and the last word between a marker and the stop behind it."""
    text = list(text)
    start = text.index(marker) + 1
    return start, text.index(STOP, start) - 1


def load_mine(seed, forms, length, kinds, words):
    """Forms of 2 to 4 fields, each a marker, one to five words and a stop, after some words; which field is asked for."""
    draw = np.random.default_rng(seed)
    splits = {}
    for split, size in forms.items():
        texts, asked, places = np.zeros((size, length), "int32"), [], []
        for row in range(size):
            markers, text = draw.permutation(kinds)[: draw.integers(2, 5)], []
            for marker in markers:
                idle = 2 + kinds + draw.integers(words, size=draw.integers(3))
                said = 2 + kinds + draw.integers(words, size=draw.integers(1, 6))
                text += [*idle, 2 + marker, *said, STOP]
            texts[row, : len(text)] = text
            asked.append(draw.choice(markers))
            places.append(answer(text, 2 + asked[-1]))
        places = np.array(places, "int32")
        inputs = {"text": texts, "question": np.array(asked, "int32")}
        splits[split] = (inputs, {"start": places[:, 0], "end": places[:, 1]})
    return splits
