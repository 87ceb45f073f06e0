"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    -

Shapes: b batch, r annotators, c classes.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, filters, weight):
    """From images to the class (b, c) and what each annotator would say of it (b, r, c), all as probabilities."""
    digit, answers = targets["digit"], targets["answers"]
    x = image = keras.Input(inputs.shape, name="image")
    for i in range(2):
        x = layers.Conv2D(
            filters * (i + 1),
            3,
            padding="same",
            activation="relu",
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=9 * x.shape[-1]),
            name=f"conv_{i}",
        )(x)
        x = layers.MaxPooling2D(name=f"pool_{i}")(x)  # (b, 2, 2, 2 filters) in the end
    x = layers.Dropout(0.3, name="dropout")(layers.Flatten(name="flatten")(x))
    p = layers.Dense(
        digit.classes,
        activation="softmax",
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name="digit",
    )(x)  # (b, c)
    said = Confusion(answers.shape[0], weight, name="answers")(p)
    return keras.Model(image, {"answers": said, "digit": p}, name="annotators")


class Confusion(layers.Layer):
    """p(said by r) = sum over the truth of p(truth) A_r[truth, said]; the trace of each A_r is penalised."""

    def __init__(self, annotators, weight, **options):
        super().__init__(**options)
        self.annotators, self.weight = annotators, weight

    def build(self, shape):
        classes = shape[-1]
        self.logits = self.add_weight(shape=(self.annotators, classes, classes), initializer="zeros", name="logits")

    def call(self, p):
        start = 4.0 * ops.eye(p.shape[-1])  # they begin as nearly right
        matrices = ops.softmax(self.logits + start, axis=-1)  # (r, c, c), rows sum to one
        trace = ops.sum(matrices * ops.eye(p.shape[-1]), axis=(1, 2))  # (r,)
        self.add_loss(self.weight * ops.mean(trace))
        return ops.einsum("bt,rts->brs", p, matrices)  # (b, r, c)
