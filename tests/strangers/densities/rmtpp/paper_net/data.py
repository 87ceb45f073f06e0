import numpy as np

RATES = np.array([[0.3, 1.0, 4.0], [3.0, 0.4, 1.5], [0.8, 5.0, 0.5]])  # by the marker before and the marker now
NEXT = np.array([[0.1, 0.8, 0.1], [0.15, 0.1, 0.75], [0.7, 0.2, 0.1]])
GROWTH = 0.5
LENGTH = 24


def gap(rng, rate):
    """A gap whose hazard is rate * exp(GROWTH * gap), drawn by inverting its distribution."""
    return np.log1p(-GROWTH / rate * np.log(rng.uniform())) / GROWTH


def as_steps(markers, times, length):
    """What is read at each event (its marker, the gap before it) and what comes next; -1 where nothing does."""
    read = np.zeros((length, 2), "float32")
    next_marker, next_gap = np.full(length, -1, "int32"), np.full(length, -1, "float32")
    gaps = np.diff(times, prepend=0)
    steps = len(markers) - 1
    read[:steps, 0], read[:steps, 1] = markers[:-1], gaps[:-1]
    next_marker[:steps], next_gap[:steps] = markers[1:], gaps[1:]
    return {"read": read, "marker": next_marker, "gap": next_gap}


def load_mine(sequences, seed):
    """Visits of a clinic's patients: three kinds of them, and when; the two kinds before tell how soon the next one is."""
    rng = np.random.default_rng(seed)
    made = []
    for _ in range(sequences):
        count = rng.integers(8, LENGTH + 2)
        markers, times = [rng.integers(3)], [rng.exponential(1.0)]
        before = markers[0]
        while len(markers) < count:
            times.append(times[-1] + gap(rng, RATES[before, markers[-1]]))
            before = markers[-1]
            markers.append(rng.choice(3, p=NEXT[before]))
        made.append(as_steps(np.array(markers), np.array(times), LENGTH))
    whole = {key: np.stack([one[key] for one in made]) for key in made[0]}
    inputs = {"marker": whole["read"][..., 0].astype("int32"), "gap": whole["read"][..., 1]}
    targets = {"next_marker": whole["marker"], "next_gap": whole["gap"]}
    a, b = int(0.6 * sequences), int(0.8 * sequences)
    cuts = {"train": slice(a), "validation": slice(a, b), "test": slice(b, None)}
    return {
        split: ({key: x[cut] for key, x in inputs.items()}, {key: y[cut] for key, y in targets.items()})
        for split, cut in cuts.items()
    }
