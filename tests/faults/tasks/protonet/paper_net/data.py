"""YOURS. What is learnt from."""

import numpy as np

WAY, SHOT, QUERIES = 5, 5, 10
SPLITS = ("train", "validation", "test")


def load_episodes(episodes, held_out, seed=0):
    """Episodes of 5 ways and 5 shots, drawn from 100 classes of 20 examples each.

    A class is a code of 6 numbers; each example adds 6 nuisance numbers, larger than the code, and both pass through one
    random layer of 24 tanh units. What tells classes apart must be learnt, and holds for classes never seen.

    Args:
        episodes: of the training; validation and test have `held_out` each.

    Returns:
        The splits; inputs {support: Float["b way shot 24"], query: Float["b 10 24"]}; targets Int["b 10"] in 0 … 4, the
        position among the ways of each query's class.
    """
    rng = np.random.default_rng(seed)
    pool = examples(rng, classes=100, each=20)  # (100, 20, 24)
    order = rng.permutation(len(pool))
    classes = {"train": order[:70], "validation": order[70:85], "test": order[85:]}  # of a test episode none was seen
    counts = dict(zip(SPLITS, (episodes, held_out, held_out), strict=True))
    return {split: drawn(rng, pool, classes[split], counts[split]) for split in SPLITS}


def examples(rng, classes, each, code=6, nuisance=6, values=24):
    codes = np.repeat(rng.normal(size=(classes, 1, code)), each, axis=1)
    latent = np.concatenate([codes, 2.0 * rng.normal(size=(classes, each, nuisance))], axis=-1)
    mixed = np.tanh(latent @ rng.normal(size=(code + nuisance, values)) / np.sqrt(code + nuisance))
    return (mixed + 0.05 * rng.normal(size=mixed.shape)).astype("float32")


def drawn(rng, pool, classes, count):
    support, query, targets = [], [], []
    for _ in range(count):
        ways = rng.choice(classes, WAY, replace=False)
        picks = np.stack([rng.permutation(pool.shape[1])[: SHOT + QUERIES // WAY] for _ in ways])  # (way, 7)
        support.append(pool[ways[:, None], picks[:, :SHOT]])  # (way, shot, 24)
        asked = pool[ways[:, None], picks[:, SHOT:]].reshape(QUERIES, -1)  # (10, 24), two of each way
        label = np.repeat(np.arange(WAY), QUERIES // WAY)
        shuffled = rng.permutation(QUERIES)
        query.append(asked[shuffled])
        targets.append(label[shuffled])
    return {"support": np.stack(support), "query": np.stack(query)}, np.stack(targets).astype("int32")
