"""A trunk for curve and recipe with two heads, and the loss that joins them."""

import keras
from keras import layers, ops


def of_weighed(moisture, answer):
    """The mean squared error over the loaves of a batch that were weighed; 0 where none was."""
    value, weighed = ops.split(ops.convert_to_tensor(moisture), 2, axis=-1)  # (b, 1) each
    return ops.sum(weighed * (value - answer) ** 2) / ops.maximum(ops.sum(weighed), 1.0)


class Loaves(keras.Model):
    """A functional model with a loss of its own."""

    def __init__(self, weight, **options):
        super().__init__(**options)
        self.weight = weight
        self.error = keras.metrics.Mean(name="moisture_error")

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        crust = keras.losses.sparse_categorical_crossentropy(y["crust"], y_pred["crust"], from_logits=True)
        moisture = of_weighed(y["moisture"], y_pred["moisture"])
        value, weighed = ops.split(y["moisture"], 2, axis=-1)
        self.error.update_state(ops.abs(value - y_pred["moisture"]), sample_weight=weighed)
        return ops.mean(crust) + self.weight * moisture


def network(inputs, targets, initializer, units, weight):
    def dense(width, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    curve = keras.Input(inputs["curve"].shape, name="curve")
    recipe = keras.Input(inputs["recipe"].shape, name="recipe")
    x = layers.Concatenate(name="both")([dense(units // 2, curve, activation="silu", name="of_curve"), recipe])
    x = layers.Dropout(0.1, name="dropout")(dense(units, x, activation="silu", name="trunk"))
    outputs = {
        "moisture": dense(1, dense(units // 2, x, activation="silu", name="for_moisture"), name="moisture"),  # (b, 1)
        "crust": dense(
            targets["crust"].classes, dense(units // 2, x, activation="silu", name="for_crust"), name="crust"
        ),
    }
    return Loaves(weight, inputs={"curve": curve, "recipe": recipe}, outputs=outputs, name="loaves")
