import numpy as np

# of wake, N1, N2, N3, REM: which comes after which, and the mean log powers of six bands
AFTER = np.array(
    [
        [0.80, 0.18, 0.02, 0.00, 0.00],
        [0.10, 0.50, 0.35, 0.00, 0.05],
        [0.02, 0.03, 0.85, 0.07, 0.03],
        [0.01, 0.00, 0.09, 0.90, 0.00],
        [0.03, 0.04, 0.03, 0.00, 0.90],
    ]
)


def load_mine(sleepers, epochs, seed):
    """Two halves of a night of each sleeper: log powers of bands in epochs of half a minute, and the stage of each.

    Args:
        sleepers: in all; 60 % are learnt from, 20 % held out, 20 % tested.
        epochs: of half a night.
        seed: of the drawing.
    """
    rng = np.random.default_rng(seed)
    means = rng.normal(0, 0.7, (5, 6))

    def night():
        stages = [0]
        while len(stages) < 2 * epochs:
            stages.append(rng.choice(5, p=AFTER[stages[-1]]))
        stages = np.array(stages)
        powers = means[stages] + rng.normal(0, 0.8, 6) + rng.normal(0, 0.9, (2 * epochs, 6))
        powers = (powers - powers.mean(0)) / powers.std(0)  # a sleeper's own level and spread
        scored = np.where(rng.random(2 * epochs) < 0.03, -1, stages)  # artefacts are not scored
        return powers.reshape(2, epochs, 6), scored.reshape(2, epochs)

    powers, stages = (np.concatenate(side) for side in zip(*[night() for _ in range(sleepers)], strict=True))
    sleeper = np.repeat(np.arange(sleepers), 2)
    powers, stages = powers.astype("float32"), stages.astype("int32")
    parts = np.searchsorted([0.6 * sleepers, 0.8 * sleepers], sleeper, side="right")
    names = {"train": 0, "validation": 1, "test": 2}
    splits = {name: (powers[parts == part], stages[parts == part]) for name, part in names.items()}
    return {**splits, "groups": {name: sleeper[parts == part] for name, part in names.items()}}
