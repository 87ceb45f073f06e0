import keras
from keras import layers


def network(inputs, targets, initializer, embedding, units):
    """A recurrent encoder of the clue; two recurrent passes over the cells."""

    def gru(**options):
        kernel = {"kernel_initializer": initializer.kernel(), "recurrent_initializer": "orthogonal"}
        return layers.GRU(units, **kernel, **options)

    given = {name: keras.Input(one.shape, dtype=one.dtype, name=name) for name, one in inputs.items()}
    clue = layers.Embedding(inputs["clue"].classes, embedding, name="runs")(given["clue"])  # (b, 5, embedding)
    clue = layers.Flatten(name="whole_clue")(clue)  # five runs, in their order
    clue = layers.Dense(
        units,
        activation="relu",
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=clue.shape[-1]),
        name="clue_code",
    )(clue)  # (b, units)
    cells = layers.Embedding(inputs["cells"].classes, embedding, name="states")(given["cells"])  # (b, t, embedding)
    clues = layers.RepeatVector(cells.shape[1], name="beside_each")(clue)  # (b, t, units)
    x = layers.Concatenate(name="both")([cells, clues])
    for i in range(2):
        x = layers.Bidirectional(gru(return_sequences=True), name=f"pass_{i}")(x)  # (b, t, 2 units)
    x = layers.Dense(
        targets.classes,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=2 * units),
        name="logits",
    )(x)
    return keras.Model(given, x, name="nonogram")  # (b, t, classes)
