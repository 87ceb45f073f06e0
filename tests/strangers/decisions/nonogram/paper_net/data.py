import numpy as np

LENGTH, RUNS = 10, 5
EMPTY, FILLED, OPEN = 0, 1, 2


def clue_of(line):
    """The lengths of the runs of filled cells, filled up with zeros."""
    runs = [len(run) for run in "".join(str(int(cell)) for cell in line).split("0") if run]
    return np.array(runs + [0] * (RUNS - len(runs)), "int32")


def follows(lines, cells):
    """What all lines that agree with the known cells have in common; open where they differ."""
    lines = lines[((cells == OPEN) | (lines == cells)).all(axis=1)]
    return np.where((lines == lines[0]).all(axis=0), lines[0], OPEN).astype("int32")


def load_mine(known, seed):
    """Random rows, of which some cells are known; every question once."""
    draw = np.random.default_rng(seed)
    every = (np.arange(2**LENGTH)[:, None] >> np.arange(LENGTH)) & 1  # (1024, 10)
    clues = np.array([clue_of(line) for line in every])
    of_clue = {tuple(clue): every[(clues == clue).all(axis=1)] for clue in np.unique(clues, axis=0)}

    solution = (draw.random((9000, LENGTH)) < 0.6).astype("int32")
    cells = np.where(draw.random(solution.shape) < known, solution, OPEN)
    questions = np.unique(
        np.array([[*clue_of(line), *seen] for line, seen in zip(solution, cells, strict=False)], "int32"), axis=0
    )
    questions = draw.permutation(questions)[:6000]
    clue, cells = questions[:, :RUNS], questions[:, RUNS:]
    answers = np.array([follows(of_clue[tuple(one)], seen) for one, seen in zip(clue, cells, strict=False)])

    def split(rows):
        return {"clue": clue[rows], "cells": cells[rows]}, answers[rows]

    return {"train": split(slice(4000)), "validation": split(slice(4000, 5000)), "test": split(slice(5000, None))}
