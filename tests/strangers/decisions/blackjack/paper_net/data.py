import numpy as np


def draw_card(draw):
    return min(int(draw.integers(1, 14)), 10)


def count(cards):
    """Points of a hand, and whether an ace counts eleven in it."""
    points = sum(cards)
    soft = 1 in cards and points <= 11
    return points + 10 * soft, soft


def play(draw):
    """One game: its decisions [(points, soft, dealer's card, hit)], and how it ends: 0 lost, 1 drawn, 2 won."""
    hand, dealer = [draw_card(draw), draw_card(draw)], [draw_card(draw), draw_card(draw)]
    decisions = []
    while True:
        points, soft = count(hand)
        hit = points < 12 or draw.random() < (0.5 if points < 18 else 0.2)
        decisions.append((points, soft, dealer[0], hit))
        if not hit:
            break
        hand.append(draw_card(draw))
        if count(hand)[0] > 21:
            return decisions, 0
    while count(dealer)[0] < 17:
        dealer.append(draw_card(draw))
    mine, other = count(hand)[0], count(dealer)[0]
    return decisions, 2 if other > 21 or mine > other else 1 if mine == other else 0


def load_mine(games, seed):
    """Decisions in games of blackjack, by a player who often guesses, each with the end of its game.

    Args:
        games: of training, validation and test.
        seed: of the cards and the guesses.

    Returns:
        The splits, each ({"points", "dealer", "flags"}, the end of the game), and the groups: the game.
    """
    draw = np.random.default_rng(seed)
    splits, groups, named = {}, {}, 0
    for split, number in zip(["train", "validation", "test"], games, strict=False):
        decisions, ends, of_game = [], [], []
        for _ in range(number):
            made, end = play(draw)
            decisions += made
            ends += [end] * len(made)
            of_game += [named] * len(made)
            named += 1
        points, soft, dealer, hit = np.array(decisions).T
        inputs = {
            "points": points.astype("int32"),
            "dealer": dealer.astype("int32"),
            "flags": np.stack([soft, hit], axis=1).astype("float32"),
        }
        splits[split], groups[split] = (inputs, np.array(ends, "int32")), np.array(of_game)
    return {**splits, "groups": groups}
