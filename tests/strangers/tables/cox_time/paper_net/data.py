import numpy as np


def load_mine(train, held_out, censored_at, seed):
    """Times with the hazard h(t|x) = 0.02 exp(a(x) + b(x) t), censored at random, and at the end of the study."""
    rng = np.random.default_rng(seed)
    count = train + 2 * held_out
    x = rng.uniform(-1, 1, (count, 3))
    a = 0.44 * x[:, 0] + 0.66 * x[:, 1] + 0.88 * x[:, 2] + 2 * x[:, 0] * x[:, 1] + x[:, 2] ** 2
    b = (0.2 * (x[:, 0] + x[:, 1]) + 0.5 * x[:, 0] * x[:, 1]) ** 2
    # H(t) = 0.02 exp(a) (exp(b t) - 1) / b is exponential, which is solved for t
    event = np.log1p(b * rng.exponential(size=count) / (0.02 * np.exp(a))) / b
    censoring = np.minimum(rng.exponential(40, count), censored_at)
    time, seen = np.minimum(event, censoring), event <= censoring
    mean, std = time[:train].mean(), time[:train].std()

    def split(at):
        covariates, times = x[at].astype("float32"), ((time[at] - mean) / std)[:, None].astype("float32")
        return {"covariates": covariates, "time": times}, seen[at].astype("float32")

    ends = [slice(0, train), slice(train, train + held_out), slice(train + held_out, count)]
    return dict(zip(["train", "validation", "test"], map(split, ends), strict=True))
