"""YOURS. Strings of nested brackets and letters, and the innermost bracket that is open after each character."""

import numpy as np


def load_mine(train, held_out, longest, seed):
    draw = np.random.default_rng(seed)

    def strings(number):
        x, y = np.zeros((2, number, longest), "int32")
        for row in range(number):
            stack = []
            for t in range(draw.integers(6, longest + 1)):
                kind = draw.choice(["open", "close", "letter"], p=[0.45, 0.35, 0.2])
                if kind == "open" and len(stack) < 8:
                    stack.append(draw.integers(1, 4))
                    x[row, t] = stack[-1]
                elif kind == "close" and stack:
                    x[row, t] = 3 + stack.pop()
                else:
                    x[row, t] = draw.integers(7, 9)
                y[row, t] = stack[-1] if stack else 0
        return x, y

    return {"train": strings(train), "validation": strings(held_out), "test": strings(held_out)}
