import numpy as np


class Addresses:
    """Addresses as text, encoded when they are asked for."""

    letters = " abcdefghijklmnopqrstuvwxyz0123456789-./"  # 0 fills up

    def __init__(self, texts, labels, length=32):
        self.texts, self.labels, self.length = texts, labels, length

    def __len__(self):
        return len(self.texts)

    def __getitem__(self, i):
        code = [self.letters.index(letter) for letter in self.texts[i][: self.length]]
        return np.array(code + [0] * (self.length - len(code)), "int32"), np.array([self.labels[i]], "int32")


def load_mine(sites, addresses, seed):
    """Sites of syllables; in phishing ones letters look like digits, or words are joined by hyphens. A tenth of the
    sites looks like the other kind. Sites, not addresses, are held out.

    Args:
        sites: how many are drawn.
        addresses: of each site.
        seed: of the drawing.
    """
    rng = np.random.default_rng(seed)
    texts, labels, site_of = [], [], []
    for site in range(sites):
        phishing = site % 2
        looks = phishing ^ (rng.random() < 0.1)
        name = "".join(rng.choice(list("bcdfglmnprst")) + rng.choice(list("aeio")) for _ in range(rng.integers(3, 6)))
        kind = rng.integers(2)
        if looks and kind:
            name = name.translate(str.maketrans("aeio", "4310", rng.choice(list("aeio"))))
        elif looks:
            name = name[:4] + "-" + name[4:]
        elif kind:  # honest digits and hyphens, elsewhere
            name += f"{rng.integers(10, 99)}"
        name += rng.choice([".com", ".net", ".org"])
        for _ in range(addresses):
            path = "".join(rng.choice(list("abcdefghijklmnopqrstuvwxyz0123456789-"), rng.integers(3, 9)))
            texts.append(f"{name}/{path}")
            labels.append(phishing)
            site_of.append(site)
    labels, site_of = np.array(labels), np.array(site_of)
    part = rng.choice(3, sites, p=[0.7, 0.15, 0.15])[site_of]
    splits, groups = {}, {}
    for number, split in enumerate(["train", "validation", "test"]):
        chosen = np.flatnonzero(part == number)
        splits[split] = Addresses([texts[i] for i in chosen], labels[chosen])
        groups[split] = site_of[chosen]
    return splits | {"groups": groups}
