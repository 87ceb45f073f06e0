import keras
from keras import layers, ops


def network(inputs, targets, initializer, width, experts, units, balance):
    """Embedding, one switch layer with a residual connection, logits."""
    point = keras.Input(inputs.shape, dtype=inputs.dtype, name="point")
    x = layers.Dense(width, kernel_initializer=initializer.kernel(), name="embedding")(point)  # (b, width)
    normal = layers.LayerNormalization(name="normal")(x)
    x = x + Switch(experts, units, balance, initializer, name="switch")(normal)  # (b, width)
    x = layers.LayerNormalization(name="last_normal")(x)
    logits = layers.Dense(
        targets.classes,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=width),
        name="logits",
    )(x)  # (b, classes)
    return keras.Model(point, logits, name="switch_network")


class Switch(layers.Layer):
    """Each token goes to the one expert that the router likes best, whose answer is scaled with its probability.

    Args:
        experts: how many.
        units: of the hidden layer of each.
        balance: weight of the auxiliary loss, alpha.
        initializer: of every expert's kernels, and of the router's.

    Source: Fedus, Zoph and Shazeer 2021, arXiv 2101.03961, equations 1, 2 and 4.
    """

    def __init__(self, experts, units, balance, initializer, **options):
        super().__init__(**options)
        self.experts, self.units, self.balance, self.initializer = experts, units, balance, initializer

    def build(self, shape):
        width = shape[-1]
        self.router = layers.Dense(self.experts, kernel_initializer=self.initializer.kernel(), name="router")
        self.router.build(shape)
        self.enter, self.leave = [], []
        for i in range(self.experts):
            enter = layers.Dense(
                self.units, activation="relu", kernel_initializer=self.initializer.kernel(), name=f"enter_{i}"
            )
            leave = layers.Dense(width, kernel_initializer=self.initializer.kernel(), name=f"leave_{i}")
            enter.build(shape)
            leave.build((*shape[:-1], self.units))
            self.enter.append(enter)
            self.leave.append(leave)

    def call(self, x):
        probabilities = ops.softmax(self.router(x), axis=-1)  # (b, e)
        route = ops.one_hot(ops.argmax(probabilities, axis=-1), self.experts, dtype=x.dtype)  # (b, e)
        share = ops.mean(route, axis=0)  # (e): of the tokens
        mass = ops.mean(probabilities, axis=0)  # (e): of the router's probability
        self.add_loss(self.balance * self.experts * ops.sum(ops.stop_gradient(share) * mass))
        answers = ops.stack(
            [leave(enter(x)) for enter, leave in zip(self.enter, self.leave, strict=False)], axis=1
        )  # (b, e, width)
        gate = route * probabilities  # (b, e)
        return ops.sum(gate[..., None] * answers, axis=1)  # (b, width)
