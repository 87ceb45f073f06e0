import numpy as np


def load_mine(per_class, seed):
    """Hands of five cards, as many of each kind: nothing, pair, two pairs, three, straight, flush, full house.

    Args:
        per_class: hands of each kind, no two of them the same five cards.
        seed: of the drawing.

    Returns:
        The splits, 70 / 15 / 15 %: {"rank": Int["b 5"], "suit": Int["b 5"]} in the order of dealing, Int["b"].
    """
    rng = np.random.default_rng(seed)
    hands, kinds = [], []
    for kind in range(7):
        seen = set()
        while len(seen) < per_class:
            hand = deal(rng, kind)
            if len(set(hand)) == 5 and kind_of(hand) == kind:
                seen.add(tuple(sorted(hand)))
        for hand in sorted(seen):
            hands.append([hand[i] for i in rng.permutation(5)])
            kinds.append(kind)
    order = rng.permutation(len(hands))
    cards, kinds = np.array(hands, "int32")[order], np.array(kinds, "int32")[order]  # (b, 5), (b)
    a, b = int(0.7 * len(cards)), int(0.85 * len(cards))

    def split(part):
        return {"rank": cards[part] // 4, "suit": cards[part] % 4}, kinds[part]

    return {"train": split(slice(a)), "validation": split(slice(a, b)), "test": split(slice(b, None))}


def deal(rng, kind):
    """Five cards 0 … 51 (rank * 4 + suit), likely of this kind."""
    suits = rng.integers(0, 4, 5)
    ranks = rng.permutation(13)
    if kind == 4:
        ranks = rng.integers(0, 9) + np.arange(5)
    if kind == 5:
        suits[:] = suits[0]
    same = {1: [0, 0, 1, 2, 3], 2: [0, 0, 1, 1, 2], 3: [0, 0, 0, 1, 2], 6: [0, 0, 0, 1, 1]}.get(kind, range(5))
    return [int(ranks[i] * 4 + suit) for i, suit in zip(same, suits, strict=True)]


def kind_of(hand):
    """The kind of five different cards, 0 … 6; None of one that is not among them."""
    counts = sorted(np.bincount([card // 4 for card in hand], minlength=13))[::-1]
    flush = len({card % 4 for card in hand}) == 1
    ranks = [card // 4 for card in hand]
    straight = counts[0] == 1 and max(ranks) - min(ranks) == 4
    if flush or straight:
        return None if flush and straight else 5 if flush else 4
    return {(1, 1): 0, (2, 1): 1, (2, 2): 2, (3, 1): 3, (3, 2): 6}.get((counts[0], counts[1]))
