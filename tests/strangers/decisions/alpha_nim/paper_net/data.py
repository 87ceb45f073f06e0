import numpy as np

PILES, MOST = 3, 7


def winning_moves(piles):
    """The moves (pile, taken - 1) that leave an exclusive or of 0; who takes the last piece wins."""
    wins = np.zeros((PILES, MOST))
    nim_sum = np.bitwise_xor.reduce(piles)
    for pile in range(PILES):
        left = piles[pile] ^ nim_sum
        if left < piles[pile]:
            wins[pile, piles[pile] - left - 1] = 1
    return wins


def visits(rng, piles, searches):
    """Shares of the visits of a search: most to winning moves, a few to each that is legal."""
    legal = (np.arange(1, MOST + 1) <= np.array(piles)[:, None]).astype(float)
    weights = (legal + 200 * winning_moves(piles)).ravel()
    return rng.multinomial(searches, weights / weights.sum()) / searches


def result(mover, winner):
    """+1 where the player to move wins in the end, else -1."""
    return 1.0 if mover == winner else -1.0


def game(rng, searches):
    """A game of self-play: positions, shares of visits, results for the player to move."""
    piles, player, record = rng.integers(0, MOST + 1, PILES), 0, []
    piles[rng.integers(PILES)] += 1 if not piles.any() else 0
    while piles.any():
        shares = visits(rng, piles, searches)
        record.append((piles.copy(), player, shares))
        move = rng.choice(PILES * MOST, p=shares)
        piles[move // MOST] -= move % MOST + 1
        player = 1 - player
    return [(position, shares, result(mover, 1 - player)) for position, mover, shares in record]


def load_mine(train, held_out, searches, seed):
    rng = np.random.default_rng(seed)
    splits, groups, before = {}, {}, 0
    for split, number in {"train": train, "validation": held_out, "test": held_out}.items():
        games = [game(rng, searches) for _ in range(number)]
        positions, shares, results = map(np.stack, zip(*(row for record in games for row in record), strict=False))
        bits = (positions[..., None] >> np.arange(3)) & 1  # (n, piles, 3)
        targets = {"policy": shares.astype("float32"), "value": results[:, None].astype("float32")}
        splits[split] = (bits.astype("float32"), targets)
        groups[split] = np.repeat(before + np.arange(number), [len(record) for record in games])
        before += number
    return splits | {"groups": groups}
