import numpy as np

START, END, FILLER, KNOWN, NAMES = 1, 0, range(2, 8), range(8, 16), range(24, 80)


def load_mine(reports, length, summary, seed):
    """Drawn reports and their summaries: fillers fall away, names are copied, each known word has its short form.

    Args:
        reports: of the training split; a quarter as many are held out, and as many again tested.
        length: words of a report.
        summary: words of its summary, filled up with END.
        seed: of the drawing.
    """
    rng = np.random.default_rng(seed)

    def report():
        kinds = np.full(length, 0)
        kinds[rng.choice(length, summary - 1, replace=False)] = rng.integers(0, 3, summary - 1)
        source = np.array([rng.choice((FILLER, KNOWN, NAMES)[kind]) for kind in kinds])
        kept = [word + 8 if word in KNOWN else word for word in source if word not in FILLER]
        return source, np.array(kept + [END] * (summary - len(kept)))

    def split(n):
        source, target = (np.stack(side).astype("int32") for side in zip(*[report() for _ in range(n)], strict=True))
        before = np.concatenate([np.full((n, 1), START), target[:, :-1]], axis=1).astype("int32")
        return {"source": source, "before": before}, target

    return {"train": split(reports), "validation": split(reports // 4), "test": split(reports // 4)}
