"""YOURS. What is learnt from: synthetic scans of an organ with a lesion in it, several slices a patient."""

import numpy as np

BACKGROUND, ORGAN, LESION = 0, 1, 2


def load_blobs(patients=24, slices=12, held=4, copies=3, seed=0):
    """Slices of 16×16 with the class of each pixel: background, organ, lesion.

    Args:
        patients: all of them; each has a scanner gain, an organ and a lesion of its own.
        slices: of each patient.
        held: patients held out for validation, and as many for the test.
        copies: turned and mirrored versions of each training slice.
        seed: of everything drawn here.

    Returns:
        The splits; inputs Float["b 16 16 1"], standardized by the training slices; targets Int["b 16 16"] in 0 … 2;
        and the patient of each sample as `groups`.
    """
    rng = np.random.default_rng(seed)
    images, masks = [], []
    for _ in range(patients):
        volume, labels = scan(slices, rng)  # (16, 16, slices), as a NIfTI file has it
        images.append(slices_first(volume))
        masks.append(slices_first(labels))
    images, masks = np.concatenate(images), np.concatenate(masks)  # (n, 16, 16)
    patient = np.repeat(np.arange(patients), slices)  # (n)

    order = rng.permutation(patients)
    people = {"train": order[2 * held :], "validation": order[:held], "test": order[held : 2 * held]}
    rows = {split: np.flatnonzero(np.isin(patient, who)) for split, who in people.items()}

    mean, std = images[rows["train"]].mean(), images[rows["train"]].std()
    splits, groups = {}, {}
    for split, chosen in rows.items():
        x, y, who = images[chosen], masks[chosen], patient[chosen]
        if split == "train":
            x, y, who = augmented(x, y, who, copies, rng)
        x = (x - mean) / std
        splits[split] = x[..., None].astype("float32"), y.astype("int32")
        groups[split] = who
    return {**splits, "groups": groups}


def slices_first(volume):
    """(16, 16, slices) → (slices, 16, 16)."""
    return np.moveaxis(volume, -1, 0)


def augmented(images, masks, patient, copies, rng):
    """Each slice `copies` times, turned by quarters and mirrored at random; its mask with it."""
    pairs = []
    for image, mask in zip(np.repeat(images, copies, 0), np.repeat(masks, copies, 0), strict=True):
        k, mirror = rng.integers(4), rng.integers(2)
        pairs.append((turned(image, k, mirror), turned(mask, k, mirror)))
    x, y = zip(*pairs, strict=True)
    return np.stack(x), np.stack(y), np.repeat(patient, copies)


def turned(picture, quarters, mirror):
    picture = np.rot90(picture, quarters)
    return picture[:, ::-1] if mirror else picture


def scan(slices, rng):
    """One patient: grey values Float["16 16 slices"] and labels Int["16 16 slices"]."""
    row, column = np.meshgrid(np.arange(16.0), np.arange(16.0), indexing="ij")
    gain, offset = rng.uniform(0.75, 1.25), rng.uniform(-0.3, 0.3)
    centre, radii, tilt = rng.uniform(6, 9, 2), rng.uniform((4.5, 3.0), (6.0, 4.5)), rng.uniform(0, np.pi)
    where, size = rng.uniform(-1.8, 1.8, 2), rng.uniform(1.4, 2.2)
    volume, labels = np.zeros((16, 16, slices)), np.zeros((16, 16, slices), int)
    for z in range(slices):
        shrink = 1 - 0.25 * abs(2 * z / (slices - 1) - 1)
        middle = centre + rng.normal(0, 0.3, 2)
        r, c = row - middle[0], column - middle[1]
        along, across = r * np.cos(tilt) + c * np.sin(tilt), c * np.cos(tilt) - r * np.sin(tilt)
        organ = (along / radii[0]) ** 2 + (across / radii[1]) ** 2 < shrink**2
        lesion = (r - where[0]) ** 2 + (c - where[1]) ** 2 < (size * shrink) ** 2
        labels[..., z] = np.where(lesion & organ, LESION, np.where(organ, ORGAN, BACKGROUND))
        # a second spot as bright as the lesion, outside of the organ: a vessel, which is background
        far = middle + 6.5 * np.array([np.cos(tilt + np.pi / 2), np.sin(tilt + np.pi / 2)])
        vessel = ((row - far[0]) ** 2 + (column - far[1]) ** 2 < 2.2) & ~organ
        tissue = np.choose(labels[..., z], [0.0, 1.0, 2.0]) + 2.0 * vessel
        volume[..., z] = 60 + 50 * (gain * tissue + offset + 0.35 * rng.normal(size=(16, 16)))
    return volume, labels
