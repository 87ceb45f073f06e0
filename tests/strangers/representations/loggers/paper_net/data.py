import numpy as np


def load_mine(loggers, train, held_out, seed):
    """Of each logger `train` readings to learn from, then twice `held_out`; scaled by those to learn from."""
    random = np.random.default_rng(seed)
    each = train + 2 * held_out
    moisture, warmth = random.uniform(-1, 1, size=(2, loggers, each))
    clean = np.stack([np.tanh(2 * moisture) + 0.3 * warmth, moisture * warmth, warmth, moisture**2 - moisture], axis=-1)
    gain = np.exp(0.35 * random.normal(size=(loggers, 1, 4)))
    offset = 0.5 * random.normal(size=(loggers, 1, 4))
    channels = gain * clean + offset + 0.05 * random.normal(size=clean.shape)  # (loggers, each, 4)
    target = 10 * moisture[..., None] + 25 + 0.3 * random.normal(size=(loggers, each, 1))  # percent
    numbers = np.broadcast_to(np.arange(loggers)[:, None, None], target.shape)
    seen = channels[:, :train].reshape(-1, 4)
    channels = (channels - seen.mean(0)) / seen.std(0)
    mean, deviation = target[:, :train].mean(), target[:, :train].std()
    target = (target - mean) / deviation

    def cut(a, b):
        inputs = {
            "channels": channels[:, a:b].reshape(-1, 4).astype("float32"),
            "logger": numbers[:, a:b].reshape(-1, 1).astype("int32"),
        }
        return inputs, target[:, a:b].reshape(-1, 1).astype("float32")

    return {"train": cut(0, train), "validation": cut(train, train + held_out), "test": cut(train + held_out, each)}
