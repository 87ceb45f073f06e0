import numpy as np

SIDE = 6
DIRECTIONS = [(dy, dx) for dy in (-1, 0, 1) for dx in (-1, 0, 1) if dy or dx]


def shifted(board, dy, dx):
    """Each stone one step on, those at the edge fall off. (g, s, s) to (g, s, s)."""
    side = board.shape[1]
    padded = np.pad(board, ((0, 0), (1, 1), (1, 1)))
    return padded[:, 1 - dy : 1 - dy + side, 1 - dx : 1 - dx + side]


def legal(own, other):
    """Where a stone of `own` encloses stones of `other` in a line. (g, s, s), (g, s, s) to (g, s, s), 0 or 1."""
    own, other = np.asarray(own, bool), np.asarray(other, bool)
    moves = np.zeros_like(own)
    for step in DIRECTIONS:
        line = shifted(own, *step) & other
        while line.any():
            line = shifted(line, *step)
            moves |= line & ~own & ~other
            line = line & other
    return moves.astype(int)


def played(own, other, move):
    """The boards after a move: the stone, and all that it encloses, become own. Booleans (g, s, s)."""
    turned = np.zeros_like(own)
    for dy, dx in DIRECTIONS:
        line, ray = np.zeros_like(own), move
        for _ in range(SIDE):
            ray = shifted(ray, dy, dx)
            turned |= line & (ray & own).any(axis=(1, 2), keepdims=True)
            ray = ray & other
            line = line | ray
    return own | move | turned, other & ~turned


def load_mine(games, seed):
    """Games between random players; each position from the view of who is to move. Split by games: 100 to learn from,
    20 each of validation and test, where there are 140."""
    draw = np.random.default_rng(seed)
    own, other = np.zeros((2, games, SIDE, SIDE), bool)
    own[:, 2, 3] = own[:, 3, 2] = other[:, 2, 2] = other[:, 3, 3] = True
    boards, answers, game = [], [], []
    for _ in range(SIDE * SIDE - 4):
        moves = legal(own, other)
        going = moves.any(axis=(1, 2))  # who cannot move passes
        boards.append(np.stack([own, other], axis=-1)[going])
        answers.append(moves[going])
        game.append(np.flatnonzero(going))
        chosen = (moves * draw.random(moves.shape)).reshape(games, -1)
        move = (np.eye(SIDE * SIDE, dtype=bool)[chosen.argmax(axis=1)] & going[:, None]).reshape(own.shape)
        own, other = played(own, other, move)
        own, other = other, own
    x, y, game = (np.concatenate(parts) for parts in (boards, answers, game))
    share = games // 7
    where = {
        "train": game < 5 * share,
        "validation": (game >= 5 * share) & (game < 6 * share),
        "test": game >= 6 * share,
    }
    splits = {split: (x[of].astype("float32"), y[of].astype("float32")) for split, of in where.items()}
    return {**splits, "groups": {split: game[of] for split, of in where.items()}}
