import numpy as np


def load_mine(train, held_out, sentences, seed):
    """Stories of who went where, and a question: where is this person now? After task 1 of bAbI.

    Words: 1 … 5 persons, 6 … 8 verbs, 9 … 14 places; 0 fills a story up. The latest sentence comes first.

    Returns:
        The splits, each ({"story": (n, sentences, 3), "question": (n, 1)}, place (n)).
    """
    draw = np.random.default_rng(seed)

    def stories(n):
        story = np.stack(
            [
                draw.integers(1, 6, (n, sentences)),
                draw.integers(6, 9, (n, sentences)),
                draw.integers(9, 15, (n, sentences)),
            ],
            axis=-1,
        )
        told = draw.integers(3, sentences + 1, n)
        story[np.arange(sentences) >= told[:, None]] = 0
        asked = story[np.arange(n), draw.integers(0, told), 0]  # somebody of the story
        latest = np.argmax(story[:, :, 0] == asked[:, None], axis=1)  # the first that is found: the latest
        place = story[np.arange(n), latest, 2] - 9
        return {"story": story.astype("int32"), "question": asked[:, None].astype("int32")}, place.astype("int32")

    return {"train": stories(train), "validation": stories(held_out), "test": stories(held_out)}
