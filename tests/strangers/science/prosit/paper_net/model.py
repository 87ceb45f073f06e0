import keras
from keras import layers


def network(inputs, targets, initializer, embedding, units):
    """Fragment intensities from a peptide and its charge: a bidirectional GRU, then one head for every bond."""

    def dense(x, units, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    sequence = keras.Input(inputs["sequence"].shape, dtype="int32", name="sequence")
    charge = keras.Input(inputs["charge"].shape, name="charge")
    length = inputs["sequence"].shape[0]
    x = layers.Embedding(inputs["sequence"].classes, embedding, name="residues")(sequence)  # (b, t, embedding)
    gru = layers.GRU(units, return_sequences=True, kernel_initializer=initializer.kernel())
    x = layers.Bidirectional(gru, name="encoder")(x)  # (b, t, 2 units)
    x = layers.Concatenate(name="bonds")([x[:, :-1], x[:, 1:]])  # (b, t - 1, 4 units)
    c = layers.RepeatVector(length - 1, name="charges")(dense(charge, units, name="charged"))
    x = dense(layers.Concatenate()([x, c]), 2 * units, activation="relu", name="hidden")
    x = dense(x, 2, activation="softplus", name="fragments")  # (b, t - 1, 2)
    return keras.Model({"sequence": sequence, "charge": charge}, layers.Reshape(targets.shape)(x), name="prosit")
