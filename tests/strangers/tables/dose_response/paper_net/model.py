import keras
from keras import layers, ops


def network(inputs, targets, initializer, units):
    """From a patient to a dose-response curve, read at the dose given."""
    return DoseResponse(inputs, initializer, units, name="dose_response")


class DoseResponse(keras.Model):
    """Hill's curve, whose three parameters a network makes of the patient: none without a dose, and it never turns.

    fall = largest / (1 + (half / dose)**steep)
    """

    def __init__(self, inputs, initializer, units, **options):
        super().__init__(**options)
        widths = [inputs["patient"].shape[0], units, units, 3]
        self.stack = [
            layers.Dense(
                width,
                activation="silu" if i < 2 else None,
                kernel_initializer=initializer.kernel(),
                bias_initializer=initializer.bias(fan_in=fan_in),
                name=["hidden_0", "hidden_1", "parameters"][i],
            )
            for i, (fan_in, width) in enumerate(zip(widths[:-1], widths[1:], strict=True))
        ]

    def call(self, inputs):
        x = inputs["patient"]  # (b, 7)
        for layer in self.stack:
            x = layer(x)  # (b, units), at last (b, 3)
        largest, steep = ops.softplus(x[:, :1]), 0.5 + ops.softplus(x[:, 1:2])  # (b, 1)
        log_half = 2 + x[:, 2:]  # of about 7 mg, to begin with
        return largest * ops.sigmoid(steep * (ops.log(inputs["dose"]) - log_half))  # (b, 1)
