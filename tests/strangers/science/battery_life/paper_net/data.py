import numpy as np


def load_mine(cells, cycles, points, noise, seed):
    """Discharge curves of battery cells, simulated, each of some early cycles, and how long the cell will live.

    A cell's chemistry bends its curve, which is a clue to its life, and so do tolerances of its make, which are none.

    Args:
        cells: in all, a fifth of them for the validation, and a fifth for the test.
        cycles: curves of each cell.
        points: voltages of a curve.
        noise: of a curve's points.
        seed: of cells and noise.

    Returns:
        The splits, by cell: (curves, the cell's life in decades of cycles, standardized by the training cells).
    """
    rng = np.random.default_rng(seed)
    volts = np.linspace(0, 1, points)
    lithium, wear = rng.normal(size=(2, cells, 1))
    clue = 0.5 * lithium * np.sin(np.pi * volts) + 0.5 * wear * np.exp(-(((volts - 0.7) / 0.1) ** 2))
    waves = np.stack([np.cos(np.pi * k * volts) for k in range(1, 9)])
    make = 0.15 * rng.normal(size=(cells, 8)) @ waves
    life = 0.5 * lithium - 0.4 * wear + 0.3 * np.tanh(lithium * wear) + 0.25 * rng.normal(size=(cells, 1))
    fresh = np.tanh(3 * (1 - volts)) + clue + make  # (cells, points)
    age = np.linspace(0, 1, cycles)[:, None]
    curves = fresh[:, None] - 0.1 * age * volts + noise * rng.normal(size=(cells, cycles, points))

    of_cell = np.repeat(np.arange(cells), cycles)
    curves, lives = curves.reshape(-1, points).astype("float32"), life[of_cell]
    part = rng.permutation(cells)[of_cell] * 5 // cells  # 0 … 4, the same for all cycles of a cell
    rows = {"train": part >= 2, "validation": part == 0, "test": part == 1}
    mean, std = lives[rows["train"]].mean(), lives[rows["train"]].std()
    splits = {split: (curves[of], ((lives[of] - mean) / std).astype("float32")) for split, of in rows.items()}
    return {**splits, "groups": {split: of_cell[of] for split, of in rows.items()}}
