import keras
import numpy as np
from keras import layers, ops


def network(inputs, targets, initializer, units, steps):
    """Recurrent relational network: cells send messages to those of the same row, column or box, and answer each step.

    Args:
        units: of a cell's state and of a message.
        steps: of message passing.

    Returns:
        A model from puzzles (b, 16) to logits after each step (b, steps, 16, 4).

    Source: Palm et al. 2018, equations 1 to 4.
    """

    def dense(width, fan_in, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=fan_in)
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)

    senders = neighbours()  # (16, 7)
    puzzle = keras.Input(inputs.shape, dtype=inputs.dtype, name="puzzle")  # (b, 16)
    digit = layers.Embedding(inputs.classes, units, name="digit")(puzzle)  # (b, 16, units)
    x = h = dense(units, units, activation="relu", name="start")(digit)
    message_1 = dense(units, 2 * units, activation="relu", name="message_1")
    message_2 = dense(units, units, name="message_2")
    update = layers.GRUCell(units, kernel_initializer=initializer.kernel(), name="update")
    answer = dense(targets.classes, units, name="answer")
    answers = []
    for _ in range(steps):
        sent = ops.reshape(ops.take(h, senders.reshape(-1), axis=1), (-1, 16, 7, units))  # (b, 16, 7, units)
        own = ops.repeat(ops.expand_dims(h, 2), 7, axis=2)
        messages = message_2(message_1(ops.concatenate([own, sent], axis=-1)))
        m = ops.sum(messages, axis=2)  # (b, 16, units)
        flat, _ = update(ops.reshape(ops.concatenate([x, m], axis=-1), (-1, 2 * units)), [ops.reshape(h, (-1, units))])
        h = ops.reshape(flat, (-1, 16, units))
        answers.append(answer(h))  # (b, 16, 4)
    return keras.Model(puzzle, ops.stack(answers, axis=1), name="rrn")  # (b, steps, 16, 4)


def neighbours():
    """The 7 other cells of the same row, column or box, of each of the 16: (16, 7)."""
    cell = np.arange(16)
    row, column = cell // 4, cell % 4
    box = row // 2 * 2 + column // 2
    same = (row[:, None] == row) | (column[:, None] == column) | (box[:, None] == box)
    return np.stack([np.flatnonzero(same[i] & (cell != i)) for i in cell])
