import numpy as np


def load_mine(branches, depth, negatives, draws, seed):
    """Links (node, ancestor) of a tree's transitive closure, each among nodes that are no ancestor of the node.

    Args:
        draws: how often each link is drawn, with other negatives; each link lies in one split only.
    """
    random = np.random.default_rng(seed)
    nodes = sum(branches**level for level in range(depth + 1))
    names = random.permutation(nodes)  # so that a number says nothing of the place
    ancestors = {}
    for node in range(nodes):
        parent = (node - 1) // branches
        ancestors[node] = [] if node == 0 else [parent, *ancestors[parent]]
    links = np.array([(node, ancestor) for node, above in ancestors.items() for ancestor in above])
    links = random.permutation(links)
    cut = int(0.7 * len(links)), int(0.85 * len(links))

    def samples(links):
        links = np.tile(links, (draws, 1))
        candidates, targets = [], random.integers(negatives + 1, size=len(links))
        for (node, ancestor), place in zip(links, targets, strict=True):
            others = np.setdiff1d(np.arange(nodes), [node, *ancestors[node]])
            candidates.append(np.insert(random.choice(others, negatives, replace=False), place, ancestor))
        inputs = {
            "node": names[links[:, :1]].astype("int32"),
            "candidates": names[np.array(candidates)].astype("int32"),
        }
        return inputs, targets.astype("int32")

    return {
        "train": samples(links[: cut[0]]),
        "validation": samples(links[cut[0] : cut[1]]),
        "test": samples(links[cut[1] :]),
    }
