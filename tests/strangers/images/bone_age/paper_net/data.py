import numpy as np


def load_mine(patients, copies, size, rating, seed):
    """Two images of each patient, 60 % of the patients to learn from, 20 % to validate, 20 % to test."""
    rng = np.random.default_rng(seed)
    patient = np.repeat(np.arange(patients), 2)
    age, female = rng.uniform(4, 16, patients), rng.integers(2, size=patients)
    texture = rng.standard_normal((patients, size, size))  # of the bone, alike in both hands
    image = np.stack([radiograph(rng, age[i], female[i], texture[i], size) for i in patient])
    rated = age + rating * rng.standard_normal(patients)  # one rating of both hands
    inputs = {"image": image[..., None].astype("float32"), "female": female[patient, None].astype("float32")}
    targets = rated[patient, None].astype("float32")

    at = np.split(rng.permutation(patients), [int(0.6 * patients), int(0.8 * patients)])
    data, groups = {}, {}
    for split, who in zip(["train", "validation", "test"], at, strict=True):
        index = np.flatnonzero(np.isin(patient, who))
        data[split] = {name: x[index] for name, x in inputs.items()}, targets[index]
        groups[split] = patient[index]
    data["train"] = augmented(rng, *data["train"], copies)
    groups["train"] = np.tile(groups["train"], copies)
    return {**data, "groups": groups}


def radiograph(rng, age, female, texture, size):
    """Two bones, each with a growth plate that closes with age, earlier of girls."""
    rows, columns = np.mgrid[:size, :size]
    grown = np.clip((age + 1.5 * female - 4) / 13.5, 0, 1)
    image = np.zeros((size, size))
    for middle in (5, 14):
        wide, plate = 2.2 + 1.5 * grown + 0.2 * rng.standard_normal(), 12 + rng.uniform(-1.5, 1.5)
        bone = np.clip(wide - abs(columns - middle) + 0.5, 0, 1)
        gap = np.clip(2.6 * (1 - grown) + 0.5 - abs(rows - plate), 0, 1)
        image += bone * (1 - gap)
    return image + 0.15 * texture + 0.15 * rng.standard_normal(image.shape)


def augmented(rng, inputs, targets, copies):
    """Each image so many times, brighter or darker, with the noise of another exposure."""
    images = np.tile(inputs["image"], (copies, 1, 1, 1)).astype("float64")
    images *= rng.uniform(0.85, 1.15, (len(images), 1, 1, 1))
    images += 0.1 * rng.standard_normal(images.shape)
    return {"image": images.astype("float32"), "female": np.tile(inputs["female"], (copies, 1))}, np.tile(
        targets, (copies, 1)
    )
