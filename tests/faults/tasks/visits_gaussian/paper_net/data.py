"""YOURS. What is learnt from: visits of patients (a loader's contract: the pair of arrays of each split, and groups)."""

import numpy as np

VISITS, STEPS = 6, 12


def load_visits(patients=600, run_in=2):
    """A marker at each visit, from the measurements before it; how surely, depends on the dose.

    Args:
        patients: of whom 70 % train, 15 % validate, 15 % test.
        run_in: visits at the beginning that only make up the patient's baseline.

    Returns:
        The splits; inputs Float["b 12 4"]: two labs, the dose and the baseline, 4 to 12 measurements and then zeros;
        targets Float["b 1"], the marker; and the patient of each sample as its group.
    """
    rng = np.random.default_rng(5)
    person = rng.normal(size=(patients, 1))
    p, q, dose = rng.normal(size=(2, patients, VISITS)).tolist() + [rng.uniform(size=(patients, VISITS))]
    p, q = np.array(p), np.array(q)
    marker = person + np.sin(1.5 * p) + 0.5 * q + (0.1 + 0.7 * dose) * rng.normal(size=p.shape)  # (patients, visits)
    baseline = marker[:, :run_in].mean(axis=1)
    steps = np.stack(
        np.broadcast_arrays(p[..., None], q[..., None], dose[..., None] - 0.5, baseline[:, None, None]), axis=-1
    )
    steps = np.repeat(steps, STEPS, axis=2)  # (patients, visits, 12, 4)
    steps = steps + rng.normal(size=steps.shape) * [0.5, 0.5, 0.05, 0.0]
    there = np.arange(STEPS) < rng.integers(4, STEPS + 1, p.shape)[..., None]
    inputs = np.where(there[..., None], steps, 0)[:, run_in:].astype("float32")
    targets = marker[:, run_in:].astype("float32")
    who = np.broadcast_to(np.arange(patients)[:, None], targets.shape)
    ends = [0, int(0.7 * patients), int(0.85 * patients), patients]
    splits, groups = {}, {}
    for name, begin, end in zip(("train", "validation", "test"), ends[:-1], ends[1:], strict=True):
        splits[name] = (inputs[begin:end].reshape(-1, STEPS, 4), targets[begin:end].reshape(-1, 1))
        groups[name] = who[begin:end].reshape(-1)
    return {**splits, "groups": groups}
