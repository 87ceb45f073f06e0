import numpy as np


def load_mine(trees, leaves, seed):
    """Random expressions and the values of all their nodes, as a sentiment treebank labels all phrases.

    Args:
        trees: of all splits: 3/4 to learn from, 1/8 each to validate and to test; all different.
        leaves: of a tree, at most.
        seed: of the draw.

    Returns:
        The splits.
    """
    rng = np.random.default_rng(seed)
    operations = [max, min, lambda a, b: a or b]
    size = 2 * leaves - 1

    def grow(count, nodes):
        """Appends the nodes of a tree of so many leaves, and returns the place of its root."""
        if count == 1:
            value = int(rng.integers(4))
            nodes.append((value + 1, 0, 0, value))
        else:
            first = int(rng.integers(1, count))
            left, right = grow(first, nodes), grow(count - first, nodes)
            kind = int(rng.integers(3))
            value = operations[kind](nodes[left][3], nodes[right][3])
            nodes.append((5 + kind, left + 1, right + 1, value))
        return len(nodes) - 1

    seen = {}
    while len(seen) < trees:
        nodes = []
        grow(int(rng.integers(2, leaves + 1)), nodes)
        seen[tuple(nodes)] = None
    token, left, right, value = np.zeros((4, trees, size), "int32")
    value[:] = -1
    for i, nodes in enumerate(seen):
        pad = size - len(nodes)
        of = np.array(nodes, "int32")
        token[i, pad:], value[i, pad:] = of[:, 0], of[:, 3]
        left[i, pad:], right[i, pad:] = (np.where(child > 0, child + pad, 0) for child in (of[:, 1], of[:, 2]))
    order = rng.permutation(trees)
    cuts = np.split(order, [trees * 3 // 4, trees * 7 // 8])
    names = ["train", "validation", "test"]
    return {
        n: ({"token": token[c], "left": left[c], "right": right[c]}, value[c]) for n, c in zip(names, cuts, strict=True)
    }
