import numpy as np


def load_mine(sizes, sensors, snapshots, seed):
    """Sample covariances of one narrow-band source, at -8 to 4 dB, whose gains and noise differ from case to case.

    Args:
        sizes: cases of each split.
        sensors: on a ring of 0.6 wavelengths' radius.
        snapshots: averaged for a covariance.
        seed: of the drawing.
    """
    rng = np.random.default_rng(seed)
    ring = 2 * np.pi * np.arange(sensors) / sensors

    def noise(*shape):
        return (rng.normal(size=shape) + 1j * rng.normal(size=shape)) / np.sqrt(2)

    def draw(count):
        bearing = rng.uniform(0, 360, count)
        steering = np.exp(2j * np.pi * 0.6 * np.cos(np.deg2rad(bearing)[:, None] - ring))  # (n, sensors)
        gain = 1 + 0.1 * noise(count, sensors)
        amplitude = 10 ** (rng.uniform(-8, 4, (count, 1)) / 20)
        source = noise(count, snapshots) * amplitude
        heard = (gain * steering)[:, :, None] * source[:, None, :] + noise(count, sensors, snapshots)
        covariance = heard @ heard.conj().transpose(0, 2, 1)
        covariance /= np.trace(covariance, axis1=1, axis2=2).real[:, None, None]
        x = np.stack([covariance.real, covariance.imag], axis=-1) * sensors
        return x.astype("float32"), bearing.astype("float32")

    return {split: draw(count) for split, count in sizes.items()}
