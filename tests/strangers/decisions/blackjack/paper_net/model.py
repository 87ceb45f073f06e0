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
