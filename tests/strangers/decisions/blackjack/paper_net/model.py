"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

Shapes: b batch.
"""

import keras
from keras import layers, ops


class Outcomes(keras.Model):
    """How a game of blackjack ends after a decision: probabilities of lost, drawn and won."""

    def __init__(self, points, dealer, classes, width, units, initializer, **options):
        super().__init__(**options)
        self.points = layers.Embedding(points, width, name="points")
        self.dealer = layers.Embedding(dealer, width, name="dealer")
        self.hidden = [
            layers.Dense(units, activation="silu", kernel_initializer=initializer.kernel(), name=f"hidden_{i}")
            for i in range(2)
        ]
        self.answer = layers.Dense(
            classes, activation="softmax", kernel_initializer=initializer.kernel(), name="answer"
        )

    def call(self, inputs):
        x = ops.concatenate(
            [self.points(inputs["points"]), self.dealer(inputs["dealer"]), inputs["flags"]], axis=-1
        )  # (b, 2 width + 2)
        for layer in self.hidden:
            x = layer(x)
        return self.answer(x)  # (b, classes)


def network(inputs, targets, initializer, width, units):
    model = Outcomes(inputs["points"].classes, inputs["dealer"].classes, targets.classes, width, units, initializer)
    shapes = {name: (None, *inputs[name].shape) for name in ["points", "dealer", "flags"]}
    model({name: ops.zeros((1, *shape[1:]), dtype=inputs[name].dtype) for name, shape in shapes.items()})
    return model
