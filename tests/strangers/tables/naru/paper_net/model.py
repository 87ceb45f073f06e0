import keras
import numpy as np
from keras import layers


def connected(degrees_of, degrees_to, strict):
    """Which unit may read which: one of a lower degree, or of its own where that is not strict."""
    before, after = np.array(degrees_of)[:, None], np.array(degrees_to)[None, :]
    return (before < after if strict else before <= after).astype("float32")


@keras.saving.register_keras_serializable("paper_net")
class MaskedDense(layers.Dense):
    """A dense layer some of whose connections are cut."""

    def __init__(self, units, degrees_of, degrees_to, strict=False, **options):
        super().__init__(units, **options)
        self.degrees_of, self.degrees_to, self.strict = list(degrees_of), list(degrees_to), strict

    def call(self, x):
        cut = connected(self.degrees_of, self.degrees_to, self.strict)
        return self.activation(keras.ops.matmul(x, self.kernel * cut) + self.bias)

    def get_config(self):
        given = {"degrees_of": self.degrees_of, "degrees_to": self.degrees_to, "strict": self.strict}
        return {**super().get_config(), **given}


def network(inputs, targets, initializer, units):
    """Column by column from left to right: the logits of a column read the columns before it, the first's none."""
    columns, values = inputs.shape[0], inputs.classes
    row = keras.Input(inputs.shape, dtype=inputs.dtype, name="row")
    x = layers.CategoryEncoding(values, output_mode="one_hot", name="one_hot")(
        layers.Reshape((columns, 1), name="one_each")(row)
    )  # (b, c, v)
    x = layers.Flatten(name="flat")(x)  # (b, c * v)
    of_values = np.repeat(np.arange(1, columns + 1), values).tolist()
    of_hidden = (np.arange(units) % (columns - 1) + 1).tolist()  # 1 … c - 1

    def masked(x, size, degrees_of, degrees_to, name, **options):
        return MaskedDense(
            size,
            degrees_of,
            degrees_to,
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=x.shape[-1]),
            name=name,
            **options,
        )(x)

    x = masked(x, units, of_values, of_hidden, "hidden_1", activation="relu")  # (b, u)
    x = layers.Add(name="residual")([x, masked(x, units, of_hidden, of_hidden, "hidden_2", activation="relu")])
    x = masked(x, columns * values, of_hidden, of_values, "logits", strict=True)  # (b, c * v)
    return keras.Model(row, layers.Reshape((columns, values), name="by_column")(x), name="naru")  # (b, c, v)
