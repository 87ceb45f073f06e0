import numpy as np

BASES = "ACGT"
# How often each base stands at each place of the site, in tenths: A, C, G, T.
SITE = np.array(
    [[7, 1, 1, 1], [0, 8, 1, 1], [0, 0, 10, 0], [1, 0, 0, 9], [7, 1, 2, 0], [1, 7, 1, 1], [9, 0, 1, 0], [0, 1, 8, 1],
     [8, 1, 0, 1], [1, 1, 7, 1]]
) / 10  # fmt: skip


def complement(dna):
    """The other strand, in its own reading direction."""
    return dna.translate(str.maketrans("ACGT", "TGCA"))[::-1]


def one_hot(dna):
    """A string to (l, 4)."""
    return np.eye(4, dtype="float32")[[BASES.index(base) for base in dna]]


def load_mine(length, train, held_out, seed):
    """Random DNA; in every other one a site at a random place of a random strand."""
    rng = np.random.default_rng(seed)

    def draw(n):
        bound = rng.permutation(n) % 2
        sequences = []
        for yes in bound:
            dna = "".join(rng.choice(list("ACGT"), length, p=[0.3, 0.2, 0.2, 0.3]))
            if yes:
                site = "".join(rng.choice(list("ACGT"), p=p) for p in SITE)
                at = rng.integers(length - len(site) + 1)
                dna = dna[:at] + site + dna[at + len(site) :]
            sequences.append(one_hot(complement(dna) if rng.random() < 0.5 else dna))
        return np.stack(sequences), bound[:, None].astype("int32")

    return {"train": draw(train), "validation": draw(held_out), "test": draw(held_out)}
