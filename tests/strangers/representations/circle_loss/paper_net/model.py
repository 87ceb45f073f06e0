"""A small convolutional network, to embeddings of length 1."""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, width, embedding):
    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")
    x = image
    for i, stride in enumerate([1, 2, 1]):
        fan_in = 9 * x.shape[-1]
        x = layers.Conv2D(
            width * (i + 1),
            3,
            strides=stride,
            padding="same",
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=fan_in),
            name=f"conv_{i}",
        )(x)  # (b, 12, 12, width), (b, 6, 6, 2 width), (b, 6, 6, 3 width)
        x = layers.BatchNormalization(name=f"norm_{i}")(x)
        x = layers.ReLU(name=f"relu_{i}")(x)
    x = layers.GlobalMaxPooling2D(name="pool")(x)
    x = layers.Dense(
        embedding,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name="embedding",
    )(x)
    return keras.Model(image, layers.Lambda(unit_length, name="unit")(x), name="embedder")  # (b, embedding)


def unit_length(x):
    x = ops.convert_to_tensor(x)
    return x / ops.maximum(ops.norm(x, axis=-1, keepdims=True), 1e-6)
