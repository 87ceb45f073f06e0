import numpy as np

NEIGHBOURS = ((0, 1), (0, -1), (1, 0), (-1, 0), (-1, 1), (1, -1))  # of a hexagon, in rows shifted to the right


def won(board):
    """1 if the stones of 1 join the upper to the lower edge, else 0: then those of -1 join left and right."""
    board = np.asarray(board)
    reached = {(0, c) for c in range(board.shape[1]) if board[0, c] > 0}
    ahead = list(reached)
    while ahead:
        row, column = ahead.pop()
        if row == board.shape[0] - 1:
            return 1
        for down, right in NEIGHBOURS:
            place = row + down, column + right
            inside = 0 <= place[0] < board.shape[0] and 0 <= place[1] < board.shape[1]
            if inside and place not in reached and board[place] > 0:
                reached.add(place)
                ahead.append(place)
    return 0


def load_mine(seed, train, held_out, size):
    """Full boards of Hex, the stones of both strewn at random, of one about as many as of the other; and who won."""
    rng = np.random.default_rng(seed)

    def split(n):
        stones = np.where(np.arange(size * size) < size * size // 2, 1, -1)
        boards = np.stack([rng.permutation(stones) for _ in range(n)]).reshape(n, size, size)
        extra = rng.random(n) < 0.5  # one place is over: half of the boards give it to 1
        boards = np.where(extra[:, None, None], -boards, boards)
        return boards.astype("float32"), np.array([won(board) for board in boards], "int32")[:, None]

    return {"train": split(train), "validation": split(held_out), "test": split(held_out)}
