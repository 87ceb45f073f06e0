import numpy as np


def numbers(mines):
    """Mines beside each cell, of boards (n, h, w); beyond the edge there are none."""
    h, w = np.shape(mines)[1:]
    p = np.pad(mines, ((0, 0), (1, 1), (1, 1)))
    return sum(p[:, i : i + h, j : j + w] for i in range(3) for j in range(3)) - mines


def load_mine(boards, side, mines, seed):
    """Half-opened boards of Minesweeper: what the player sees, and where the mines are.

    Args:
        boards: of training, validation and test.
        side: of a board.
        mines: on a board.
    """
    rng = np.random.default_rng(seed)

    def draw(n):
        there = rng.permuted(np.arange(side * side)[None].repeat(n, 0) < mines, axis=1).reshape(n, side, side)
        opened = (rng.random(there.shape) < rng.uniform(0.3, 0.8, size=(n, 1, 1))) & ~there
        seen = np.where(opened, numbers(there.astype("int32")), 9)  # 0 … 8, 9: closed
        return np.eye(10, dtype="float32")[seen], np.where(opened, -1, there).astype("float32")

    return dict(zip(["train", "validation", "test"], map(draw, boards), strict=False))
