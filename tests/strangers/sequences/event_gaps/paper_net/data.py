import numpy as np


def load_mine(sequences, events, history, seed):
    """Times between events, such as messages of a person: bursts and pauses, at each one's own pace.

    Args:
        sequences: persons; one is in one split only.
        events: of a person.
        history: gaps that are given before the one that is asked.
        seed: of the drawing.
    """
    rng = np.random.default_rng(seed)
    given, asked, of = [], [], []
    for person in range(sequences):
        pace, burst, log_gaps = rng.normal(0, 0.4), False, []
        for _ in range(events):
            burst = rng.uniform() < (0.85 if burst else 0.2)
            log_gaps.append(pace + (rng.normal(-2, 0.4) if burst else rng.normal(1, 0.6)))
        gaps = np.exp(log_gaps)
        for now in range(history, events):
            given.append(gaps[now - history : now])
            asked.append(gaps[now])
            of.append(person)
    given, asked, of = np.array(given, "float32")[..., None], np.array(asked, "float32")[:, None], np.array(of)
    ends = {"train": (0, 0.6), "validation": (0.6, 0.8), "test": (0.8, 1)}
    at = {k: (of >= a * sequences) & (of < b * sequences) for k, (a, b) in ends.items()}
    return {**{k: (given[i], asked[i]) for k, i in at.items()}, "groups": {k: of[i] for k, i in at.items()}}
