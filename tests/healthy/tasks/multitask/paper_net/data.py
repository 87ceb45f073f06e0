"""YOURS. What is learnt from: noisy waves, of which both the form and the frequency are asked."""

import numpy as np

FORMS = ("sine", "square", "saw", "triangle")


def load_waves(train, validation, test, length=64, noise=0.2):
    """Waves of four forms, of any phase and of 2 to 6 periods.

    Args:
        train: waves to learn from.
        validation: waves held out.
        test: waves held out.
        length: values of a wave.
        noise: standard deviation of what is added; a wave reaches from -1 to 1.

    Returns:
        The splits; inputs Float["b length 1"]; targets {form: Int["b"] in 0 … 3, frequency: Float["b 1"] in -1 … 1}.
    """
    generator = np.random.default_rng(1705)
    count = train + validation + test
    form = generator.integers(len(FORMS), size=count)
    periods = generator.uniform(2, 6, size=count)
    cycle = (periods[:, None] * np.arange(length) / length + generator.random((count, 1))) % 1
    drawn = np.stack([np.sin(2 * np.pi * cycle), np.sign(0.5 - cycle), 2 * cycle - 1, 4 * np.abs(cycle - 0.5) - 1])
    waves = drawn[form, np.arange(count)] + noise * generator.normal(size=cycle.shape)
    waves = waves[..., None].astype("float32")
    targets = {"form": form.astype("int32"), "frequency": ((periods - 4) / 2).astype("float32")[:, None]}
    edges = {"train": (0, train), "validation": (train, train + validation), "test": (train + validation, count)}
    return {
        split: (waves[start:end], {name: each[start:end] for name, each in targets.items()})
        for split, (start, end) in edges.items()
    }
