"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data), `initializer`, and the file's own arguments; it returns an uncompiled keras.Model.

Shapes: b batch, h w pixels, t positions, c channels.
"""

import keras
from keras import layers, ops

from . import steps


def number_of_classes(targets):
    return targets.classes or targets.shape[-1]


def dense(x, units, initializer, name, **arguments):
    return layers.Dense(
        units,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name=name,
        **arguments,
    )(x)


def convolution(x, filters, initializer, name, kernel_size=3, **arguments):
    return layers.Conv2D(
        filters,
        kernel_size,
        padding="same",
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=kernel_size**2 * x.shape[-1]),
        name=name,
        **arguments,
    )(x)


def linear(inputs, targets, initializer):
    """Logistic regression."""
    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")
    x = layers.Flatten(name="flatten")(image)  # (b, 64)
    return keras.Model(image, dense(x, number_of_classes(targets), initializer, "logits"), name="linear")


def mlp(inputs, targets, initializer, units, depth=2, norm=None, dropout=0.0, noise=0.0, l2=0.0, augment=False):
    """Fully connected layers.

    Args:
        units: width of the hidden layers.
        depth: their number.
        norm: layer, batch or null, before the activation.
        dropout: share of the hidden units left out in training.
        noise: standard deviation of what is added to the pixels in training.
        l2: penalty on the kernels.
        augment: shift and turn the images a little in training.
    """
    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")  # (b, 8, 8, 1)
    x = image
    if augment:
        x = layers.RandomTranslation(0.1, 0.1, fill_mode="constant", name="shift")(x)
        x = layers.RandomRotation(0.02, fill_mode="constant", name="turn")(x)
    x = layers.Flatten(name="flatten")(x)  # (b, 64)
    if noise:
        x = layers.GaussianNoise(noise, name="noise")(x)
    for i in range(depth):
        penalty = keras.regularizers.L2(l2) if l2 else None
        x = dense(x, units, initializer, f"hidden{i}", kernel_regularizer=penalty)  # (b, units)
        if norm == "layer":
            x = layers.LayerNormalization(name=f"norm{i}")(x)
        if norm == "batch":
            x = layers.BatchNormalization(momentum=0.9, name=f"norm{i}")(x)
        x = layers.ReLU(name=f"relu{i}")(x)
        if dropout:
            x = layers.Dropout(dropout, name=f"dropout{i}")(x)
    return keras.Model(image, dense(x, number_of_classes(targets), initializer, "logits"), name="mlp")


def cnn(inputs, targets, initializer, filters, norm=None, dropout=0.0):
    """Two convolutions with pooling between; norm: batch, group or null."""
    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")  # (b, 8, 8, 1)
    x = image
    for i in range(2):
        x = convolution(x, filters * (i + 1), initializer, f"conv{i}", use_bias=norm is None)  # (b, h, w, c)
        if norm == "batch":
            x = layers.BatchNormalization(momentum=0.9, name=f"norm{i}")(x)
        if norm == "group":
            x = layers.GroupNormalization(4, name=f"norm{i}")(x)
        x = layers.ReLU(name=f"relu{i}")(x)
        x = layers.MaxPooling2D(2, name=f"pool{i}")(x)  # (b, h / 2, w / 2, c)
    x = layers.Flatten(name="flatten")(x)
    if dropout:
        x = layers.Dropout(dropout, name="dropout")(x)
    return keras.Model(image, dense(x, number_of_classes(targets), initializer, "logits"), name="cnn")


class Gate(layers.Layer):
    """One learnt factor, 0 at the start: Bachlechner et al. 2020, ReZero."""

    def build(self, input_shape):
        self.factor = self.add_weight(shape=(), initializer="zeros", name="factor")

    def call(self, x):
        return self.factor * x


def rezero(inputs, targets, initializer, units, blocks):
    """A residual network whose branches start switched off."""
    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")
    x = dense(layers.Flatten(name="flatten")(image), units, initializer, "embed")  # (b, units)
    for i in range(blocks):
        branch = dense(x, units, initializer, f"block{i}_a", activation="relu")
        branch = dense(branch, units, initializer, f"block{i}_b")
        x = layers.Add(name=f"block{i}_add")([x, Gate(name=f"block{i}_gate")(branch)])
    return keras.Model(image, dense(x, number_of_classes(targets), initializer, "logits"), name="rezero")


def resnet(inputs, targets, initializer, filters, blocks):
    """Residual convolutions; each block's last BatchNorm starts at gamma 0, so the block starts as the identity."""
    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")  # (b, 8, 8, 1)
    x = convolution(image, filters, initializer, "stem", use_bias=False)  # (b, 8, 8, filters)
    x = layers.ReLU(name="stem_relu")(layers.BatchNormalization(momentum=0.9, name="stem_norm")(x))
    for i in range(blocks):
        branch = convolution(x, filters, initializer, f"block{i}_conv1", use_bias=False)
        branch = layers.ReLU(name=f"block{i}_relu1")(
            layers.BatchNormalization(momentum=0.9, name=f"block{i}_norm1")(branch)
        )
        branch = convolution(branch, filters, initializer, f"block{i}_conv2", use_bias=False)
        branch = layers.BatchNormalization(momentum=0.9, gamma_initializer="zeros", name=f"block{i}_norm2")(branch)
        x = layers.ReLU(name=f"block{i}_relu2")(layers.Add(name=f"block{i}_add")([x, branch]))
    x = layers.GlobalAveragePooling2D(name="pool")(x)  # (b, filters)
    return keras.Model(image, dense(x, number_of_classes(targets), initializer, "logits"), name="resnet")


class Positions(layers.Layer):
    """Adds a learnt vector to each position."""

    def build(self, input_shape):
        self.table = self.add_weight(shape=input_shape[1:], initializer="random_normal", name="table")

    def call(self, x):
        return x + self.table


def patches(inputs, targets, initializer, width, heads):
    """Attention over the 16 patches of 2×2 pixels."""
    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")  # (b, 8, 8, 1)
    x = layers.Reshape((4, 2, 4, 2), name="split")(image)  # (b, row, y, column, x)
    x = layers.Permute((1, 3, 2, 4), name="together")(x)  # (b, row, column, y, x)
    x = layers.Reshape((16, 4), name="patches")(x)  # (b, 16, 4)
    x = Positions(name="positions")(dense(x, width, initializer, "embed"))  # (b, 16, width)
    y = layers.LayerNormalization(name="norm1")(x)
    y = layers.MultiHeadAttention(heads, width // heads, kernel_initializer=initializer.kernel(), name="attention")(
        y, y
    )
    x = layers.Add(name="add1")([x, y])
    y = layers.LayerNormalization(name="norm2")(x)
    y = dense(dense(y, 2 * width, initializer, "wide", activation="gelu"), width, initializer, "narrow")
    x = layers.Add(name="add2")([x, y])
    x = layers.GlobalAveragePooling1D(name="pool")(x)  # (b, width)
    return keras.Model(image, dense(x, number_of_classes(targets), initializer, "logits"), name="patches")


def columns(inputs, targets, initializer, units):
    """A GRU that reads the image column by column."""
    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")  # (b, 8, 8, 1)
    x = layers.Cropping2D(((0, 0), (1, 1)), name="crop")(image)  # (b, 8, 6, 1); the outer columns are nearly empty
    x = layers.Reshape((8, 6), name="rows")(x)  # (b, row, column)
    x = layers.Permute((2, 1), name="columns")(x)  # (b, column, row)
    x = layers.GRU(units, kernel_initializer=initializer.kernel(), name="gru")(x)  # (b, units)
    return keras.Model(image, dense(x, number_of_classes(targets), initializer, "logits"), name="columns")


def irnn(inputs, targets, initializer, units):
    """A recurrent network of rectifiers that starts as the identity; Le, Jaitly & Hinton 2015."""
    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")  # (b, 8, 8, 1)
    x = layers.Reshape((8, 8), name="rows")(image)  # (b, t, row)
    x = layers.SimpleRNN(
        units,
        activation="relu",
        kernel_initializer=keras.initializers.RandomNormal(stddev=0.05),
        recurrent_initializer="identity",
        name="rnn",
    )(x)  # (b, units)
    return keras.Model(image, dense(x, number_of_classes(targets), initializer, "logits"), name="irnn")


def mixed(inputs, targets, initializer, filters):
    """As the appendix lists it: He for the convolution, orthogonal for the hidden layer, small normals for the head."""
    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")
    x = layers.Conv2D(filters, 3, padding="same", kernel_initializer="he_normal", activation="relu", name="conv")(image)
    x = layers.MaxPooling2D(2, name="pool")(x)  # (b, 4, 4, filters)
    x = layers.Flatten(name="flatten")(x)
    x = layers.Dense(32, activation="tanh", kernel_initializer="orthogonal", name="hidden")(x)
    head = layers.Dense(
        number_of_classes(targets), kernel_initializer=keras.initializers.RandomNormal(stddev=0.01), name="logits"
    )
    return keras.Model(image, head(x), name="mixed")


class Adversarial(steps.Trained):
    """Trains on the batch and on the same batch moved towards a higher loss; Goodfellow et al. 2015."""

    def __init__(self, *args, epsilon, **kwargs):
        super().__init__(*args, **kwargs)
        self.epsilon = epsilon

    def loss_of(self, data, training):
        x, y = data

        def loss_at(x):
            y_pred = self(x, training=True)
            return self.compute_loss(x=x, y=y, y_pred=y_pred, training=True), y_pred

        moved = ops.stop_gradient(x + self.epsilon * ops.sign(steps.slope(lambda x: loss_at(x)[0], x)))
        (loss, y_pred), (worse, _) = loss_at(x), loss_at(moved)
        return (loss + worse) / 2, loss, y_pred

    def tracked(self, data, total, loss, y_pred):
        for metric in self.metrics:
            metric.update_state(loss) if metric.name == "loss" else metric.update_state(data[1], y_pred)
        return {metric.name: metric.result() for metric in self.metrics}


def adversarial(inputs, targets, initializer, units, epsilon):
    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")
    x = layers.Flatten(name="flatten")(image)
    x = dense(x, units, initializer, "hidden", activation="relu")
    return Adversarial(image, dense(x, number_of_classes(targets), initializer, "logits"), epsilon=epsilon, name="fgsm")


class Consistent(keras.Model):
    """Adds to the loss how far the prediction moves when the image is shifted by one pixel."""

    def __init__(self, *args, weight, **kwargs):
        super().__init__(*args, **kwargs)
        self.weight = weight

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        loss = super().compute_loss(x, y, y_pred, sample_weight, training=training)
        shifted = self(ops.roll(x, 1, axis=2), training=training)
        return loss + self.weight * ops.mean(ops.square(ops.softmax(y_pred) - ops.softmax(shifted)))


def consistent(inputs, targets, initializer, units, weight):
    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")
    x = layers.Flatten(name="flatten")(image)
    x = dense(x, units, initializer, "hidden", activation="relu")
    logits = dense(x, number_of_classes(targets), initializer, "logits")
    return Consistent(image, logits, weight=weight, name="consistent")


class Subclassed(keras.Model):
    """The network written as a class: layers made once, called in `call`."""

    def __init__(self, inputs, classes, initializer, units):
        super().__init__(name="subclassed")
        fan_in = inputs.shape[0] * inputs.shape[1] * inputs.shape[2]
        self.flatten = layers.Flatten()
        self.hidden = layers.Dense(
            units, "relu", kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=fan_in)
        )
        self.dropout = layers.Dropout(0.2)
        self.logits = layers.Dense(
            classes, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=units)
        )

    def call(self, image, training=None):
        x = self.hidden(self.flatten(image))  # (b, units)
        return self.logits(self.dropout(x, training=training))  # (b, classes)


def subclassed(inputs, targets, initializer, units):
    model = Subclassed(inputs, number_of_classes(targets), initializer, units)
    model.build((None, *inputs.shape))
    return model
