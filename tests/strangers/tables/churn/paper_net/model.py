"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    - no paper

Shapes: b batch.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, units, heads, embedding):
    """Months → convolutions → attention over the months there are → with the plan, the logit of cancelling."""

    def dense(width, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    months = keras.Input(inputs["months"].shape, name="months")  # (b, 24, 3)
    length = keras.Input(inputs["length"].shape, dtype="int32", name="length")  # (b, 1)
    plan = keras.Input(inputs["plan"].shape, dtype="int32", name="plan")  # (b, 1)

    read = months
    for i, width in enumerate([1, 3]):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=width * read.shape[-1])
        options = {"padding": "same", "activation": "selu", "kernel_initializer": kernel, "bias_initializer": bias}
        read = layers.Conv1D(units, width, name=f"read_{i}", **options)(read)  # (b, 24, units)
    scores = dense(heads, read, use_bias=False, name="score")  # (b, 24, heads)
    story = Attend(name="attend")(read, scores, length)  # (b, heads * units)
    kind = layers.Flatten(name="flat")(layers.Embedding(inputs["plan"].classes, embedding, name="plan_embedding")(plan))
    tenure = layers.Rescaling(1 / 24, name="tenure")(length)
    x = layers.Concatenate(name="customer")([story, kind, tenure])
    x = dense(units, x, activation="selu", name="hidden")
    return keras.Model({"months": months, "length": length, "plan": plan}, dense(1, x, name="cancels"), name="churn")


class Attend(layers.Layer):
    """Of each head a mean over the months there are, weighted by the softmax of their scores."""

    def call(self, read, scores, length):
        padding = ops.arange(read.shape[1], dtype="int32") >= length  # (b, 24)
        scores = ops.where(padding[:, :, None], -1e9, scores)
        weights = ops.softmax(scores, axis=1)  # (b, 24, heads)
        story = ops.einsum("bth,btc->bhc", weights, read)
        return ops.reshape(story, (-1, story.shape[1] * story.shape[2]))
