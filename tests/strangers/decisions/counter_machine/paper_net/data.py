import numpy as np


def load_mine(longest, modulus, seed):
    """Programs of different lengths, and the counter after each of their commands.

    Args:
        longest: commands of a program, at most; 3 at least.
        modulus: the counter shows 0 … modulus - 1.
        seed: of the drawing.

    Returns:
        The splits, as conf/data/mine.yaml declares them; no program occurs twice.
    """
    random = np.random.default_rng(seed)
    commands = random.integers(1, 6, (7000, longest))
    lengths = random.integers(3, longest + 1, (7000, 1))
    commands = np.unique(commands * (np.arange(longest) < lengths), axis=0)
    commands = commands[random.permutation(len(commands))].astype("int32")
    counter, shown = np.zeros(len(commands), "int64"), np.full(commands.shape, -1, "int32")
    for step, command in enumerate(commands.T):
        after = [
            counter,
            counter + 1,
            counter - 1,
            counter + 2,
            2 * counter,
            0 * counter,
        ]  # nothing, +1, -1, +2, ×2, clear
        counter = np.choose(command, after) % modulus
        shown[:, step] = np.where(command > 0, counter, -1)
    train, validation, test = np.split(np.arange(len(commands)), [len(commands) - 1600, len(commands) - 800])
    parts = {"train": train, "validation": validation, "test": test}
    return {name: (commands[part], shown[part]) for name, part in parts.items()}
