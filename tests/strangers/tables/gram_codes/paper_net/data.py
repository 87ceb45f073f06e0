import numpy as np


def load_mine(visits, train, held_out, seed):
    """60 codes in 12 categories of 5: a patient's two categories move on from visit to visit, common codes and rare."""
    rng = np.random.default_rng(seed)
    follows = rng.permutation(12)  # the category that a category turns into
    usual = rng.dirichlet(np.full(5, 0.7), size=12)  # codes within a category, some rare

    def patients(count):
        codes = np.zeros((count, visits + 1, 60), "float32")
        for patient in range(count):
            state = rng.choice(12, 2, replace=False)
            for visit in range(visits + 1):
                for category in state:
                    for _ in range(2):
                        codes[patient, visit, 5 * category + rng.choice(5, p=usual[category])] = 1
                moved = rng.random(2) < 0.7
                state = np.where(moved, follows[state], state)
        return codes[:, :-1], codes[:, 1:]

    return {"train": patients(train), "validation": patients(held_out), "test": patients(held_out)}
