import numpy as np

from .graph import places


def load_mine(train, held_out, sensors, noise, seed):
    """Waves that an irregular array of sensors sees at one moment; which of four wavelengths is it?

    Args:
        train: moments of the training split.
        held_out: of the validation and of the test split, each.
        sensors: how many, at the places that `graph.places` draws.
        noise: of a sensor, in shares of a wave's amplitude.
        seed: of what is drawn.
    """
    draw = np.random.default_rng(seed)
    place = places(sensors)

    def moments(number):
        label = draw.integers(0, 4, number)
        length = np.array([0.9, 0.6, 0.42, 0.3])[label, None] * draw.uniform(0.93, 1.07, (number, 1))
        signal = 0
        for _ in range(2):  # from two directions
            angle, phase = draw.uniform(0, 2 * np.pi, (2, number, 1))
            along = np.cos(angle) * place[:, 0] + np.sin(angle) * place[:, 1]  # (n, sensors)
            signal = signal + draw.uniform(0.5, 1.5, (number, 1)) * np.sin(2 * np.pi * along / length + phase)
        signal = signal + noise * draw.normal(size=signal.shape)
        return signal[..., None].astype("float32"), label.astype("int32")

    return {"train": moments(train), "validation": moments(held_out), "test": moments(held_out)}
