"""Answers of students to questions."""

import numpy as np


def load_mine(students, questions):
    rng = np.random.default_rng(31)
    ability, difficulty = 1.3 * rng.standard_normal(students), 1.3 * rng.standard_normal(questions)
    slope = rng.lognormal(0.2, 0.4, questions)
    student = np.repeat(np.arange(students), 40)
    question = np.concatenate([rng.choice(questions, 40, replace=False) for _ in range(students)])
    p = 1 / (1 + np.exp(-slope[question] * (ability[student] - difficulty[question])))
    right = (rng.random(len(p)) < p).astype("float32")
    order = rng.permutation(len(p))
    parts = np.split(order, [int(0.6 * len(p)), int(0.8 * len(p))])

    def part(rows):
        who, what = student[rows].astype("int32"), question[rows].astype("int32")
        return {"student": who, "question": what}, right[rows, None]

    return {name: part(rows) for name, rows in zip(("train", "validation", "test"), parts, strict=True)}
