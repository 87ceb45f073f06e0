import numpy as np

MEAN, DEVIATION = 5.6, 1.3  # of the root of a weekly dose in mg, in published cohorts


def load_mine(patients, seed):
    """Weekly doses of an anticoagulant, from a patient's age, body, drugs and two genes.

    Returns:
        The splits: ({body, vkorc1, cyp2c9}, scaled dose).
    """
    draw = np.random.default_rng(seed)
    age = np.clip(draw.normal(63, 14, patients), 20, 95)
    height = draw.normal(169, 10, patients)
    weight = np.exp(draw.normal(np.log(78) + 0.008 * (height - 169), 0.2))
    amiodarone = draw.random(patients) < 0.1
    inducer = draw.random(patients) < 0.05
    vkorc1 = draw.choice(3, patients, p=[0.37, 0.46, 0.17])
    cyp2c9 = draw.choice(6, patients, p=[0.65, 0.18, 0.11, 0.01, 0.03, 0.02])
    root = 4.4 - 0.026 * (age - 63) + 0.009 * (height - 169) + 0.013 * (weight - 78)
    root += np.array([1.9, 1.0, 0.0])[vkorc1] + np.array([0.3, -0.2, -0.6, -1.3, -1.6, -2.2])[cyp2c9]
    root += 1.1 * inducer - 0.55 * amiodarone * (1 + (vkorc1 == 0)) + 0.6 * draw.standard_t(5, patients)
    dose = np.clip(root, 1.5, None) ** 2
    body = np.column_stack([(age - 63) / 14, (height - 169) / 10, (weight - 78) / 17, amiodarone, inducer])
    inputs = {"body": body.astype("float32"), "vkorc1": vkorc1.astype("int32"), "cyp2c9": cyp2c9.astype("int32")}
    order = draw.permutation(patients)
    parts = np.split(order, [patients * 7 // 10, patients * 85 // 100])
    return {
        name: ({key: value[part] for key, value in inputs.items()}, scaled(dose[part]).astype("float32")[:, None])
        for name, part in zip(("train", "validation", "test"), parts, strict=True)
    }


def scaled(dose):
    """The root of a weekly dose in mg, about standard normal over patients."""
    return (np.sqrt(dose) - MEAN) / DEVIATION
