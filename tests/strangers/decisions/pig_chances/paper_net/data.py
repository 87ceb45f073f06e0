import numpy as np

GOAL = 30


def seen_by(own, other, turn):
    """What the one to move knows, each as a share of the goal: his score, the other's, what the turn has brought."""
    return np.stack([own, other, turn], axis=-1) / GOAL


def outcomes(movers, winner):
    """1 where the one who was to move has won the game in the end, 0 where the other has."""
    return (movers == winner).astype("float32")


def played(rng, hold_at):
    """One game of Pig: roll until you hold; a 1 loses the turn. What was known at each choice, who moved, who won."""
    scores, mover, seen, movers = [0, 0], 0, [], []
    while max(scores) < GOAL:
        turn = 0
        while True:
            seen.append((scores[mover], scores[1 - mover], turn))
            movers.append(mover)
            if turn >= hold_at[mover] or scores[mover] + turn >= GOAL:
                scores[mover] += turn
                break
            die = rng.integers(1, 7)
            if die == 1:
                break
            turn += die
        mover = 1 - mover
    return np.array(seen), np.array(movers), 1 - mover  # who held last has won


def load_mine(seed, train, held_out):
    """Positions of recorded games between players who hold at 10 points; how the game ended is the target."""
    rng = np.random.default_rng(seed)
    splits, groups, number = {}, {}, 0
    for split, games in {"train": train, "validation": held_out, "test": held_out}.items():
        inputs, targets, game = [], [], []
        for _ in range(games):
            seen, movers, winner = played(rng, (10, 10))
            inputs.append(seen_by(*seen.T))
            targets.append(outcomes(movers, winner))
            game.append(np.full(len(seen), number))
            number += 1
        splits[split] = (np.concatenate(inputs).astype("float32"), np.concatenate(targets)[:, None])
        groups[split] = np.concatenate(game)
    return {**splits, "groups": groups}
