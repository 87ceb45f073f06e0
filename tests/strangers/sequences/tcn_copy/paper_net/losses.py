"""YOURS. What is minimised: most of the intelligence is here, so each loss has its own tests (tests/loss_cases.py).

Contract: f(y_true, y_pred, …) returns one value a sample, or one a sample and position; Keras averages them. Name it
by `function` in conf/loss/NAME.yaml. There the loss may also say what it expects, and the recipe holds it to that:
`perfect`, a function of y_true that returns the best y_pred; `density: true`, where exp(-loss) is a density of the
target; `quantiles: […]`, an argument of that name, where it is least at those (conf/loss/focal.yaml shows how).

Shapes: b batch, *b any leading axes, c classes.
"""

from keras import ops


def recalled(y_true, y_pred, symbols=6):
    """Share of the symbols that come again where they should, the last steps alone: (b, t), (b, t, c) to (b)."""
    hits = ops.equal(ops.argmax(y_pred[:, -symbols:], axis=-1), ops.cast(y_true[:, -symbols:], "int32"))
    return ops.mean(ops.cast(hits, "float32"), axis=-1)
