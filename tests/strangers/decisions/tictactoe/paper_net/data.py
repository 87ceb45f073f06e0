import numpy as np

LINES = [(0, 1, 2), (3, 4, 5), (6, 7, 8), (0, 3, 6), (1, 4, 7), (2, 5, 8), (0, 4, 8), (2, 4, 6)]


def solve(board, solved):
    """Outcome for whom is to move, -1, 0 or 1, and the best moves; fills `solved` with all that can follow.

    A board is nine numbers: 1 of whom is to move, -1 of the other, 0 empty.
    """
    if board not in solved:
        if any(all(board[i] == -1 for i in line) for line in LINES):
            solved[board] = -1, ()
        elif 0 not in board:
            solved[board] = 0, ()
        else:
            answers = {}
            for i in (i for i in range(9) if board[i] == 0):
                after = [-field for field in board]
                after[i] = -1
                answers[i] = -solve(tuple(after), solved)[0]
            best = max(answers.values())
            solved[board] = best, tuple(i for i, value in answers.items() if value == best)
    return solved[board]


def symmetric(board):
    """The same board however it is turned or mirrored: the least of the eight."""
    square = np.array(board).reshape(3, 3)
    turned = [np.rot90(square, k) for k in range(4)]
    return min(tuple(image.ravel().tolist()) for one in turned for image in (one, one.T))


def load_mine(shares, seed):
    """Every board of noughts and crosses that can come up and is not over, and its perfect play.

    Args:
        shares: of the boards for validation, and for the test.
        seed: of the split.

    Returns:
        The splits, each (boards (n, 3, 3, 2): mine and the other's, {"outcome": (n), "moves": (n, 9)}), and the groups:
        a number for all boards that are the same but turned or mirrored.
    """
    solved = {}
    solve((0,) * 9, solved)
    open_boards = [board for board, (_, moves) in solved.items() if moves]
    kinds = {kind: i for i, kind in enumerate(sorted({symmetric(board) for board in open_boards}))}
    kind = np.array([kinds[symmetric(board)] for board in open_boards])
    boards = np.array(open_boards).reshape(-1, 3, 3)
    inputs = np.stack([boards == 1, boards == -1], axis=-1).astype("float32")
    outcome = np.array([solved[board][0] for board in open_boards], "int32") + 1
    moves = np.array([np.isin(np.arange(9), solved[board][1]) for board in open_boards], "float32")

    draw = np.random.default_rng(seed)
    place = draw.random(len(kinds))[kind]  # one draw for all boards of a kind
    split_of = np.digitize(place, [shares[0], sum(shares)])
    order = draw.permutation(len(boards))
    splits, groups = {}, {}
    for number, split in enumerate(["validation", "test", "train"]):
        chosen = order[split_of[order] == number]
        splits[split] = inputs[chosen], {"outcome": outcome[chosen], "moves": moves[chosen]}
        groups[split] = kind[chosen]
    return {**splits, "groups": groups}
