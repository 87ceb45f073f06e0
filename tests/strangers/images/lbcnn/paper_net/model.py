import keras
import numpy as np
from keras import layers


@keras.saving.register_keras_serializable("paper_net")
class SparseBinary(keras.initializers.Initializer):
    """Anchor weights of section 3.2: 0, or with probability `density` -1 or 1, each as likely; never learnt."""

    def __init__(self, density, seed):
        self.density = density
        self.seed = seed

    def __call__(self, shape, dtype=None):
        draws = np.random.default_rng(self.seed)
        signs = np.where(draws.random(shape) < 0.5, -1.0, 1.0)
        return keras.ops.convert_to_tensor(signs * (draws.random(shape) < self.density), dtype=dtype or "float32")

    def get_config(self):
        return {"density": self.density, "seed": self.seed}


def local_binary(x, anchors, units, density, seed, initializer, name):
    """Figure 2: fixed sparse binary filters, a rectifier, and a learnt mixture of the maps."""
    x = layers.Conv2D(
        anchors,
        3,
        padding="same",
        use_bias=False,
        trainable=False,  # the method: only the 1 x 1 convolution behind it learns
        kernel_initializer=SparseBinary(density, seed),
        name=f"{name}_anchors",
    )(x)  # (b, h, w, anchors)
    x = layers.ReLU(name=f"{name}_relu")(x)
    return layers.Conv2D(
        units,
        1,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=anchors),
        name=f"{name}_mixture",
    )(x)  # (b, h, w, units)


def network(inputs, targets, initializer, anchors, units, blocks, density):
    """Local binary convolutions in residual blocks, behind each a BatchNormalization."""
    image = keras.Input(inputs.shape, name="image")
    x = local_binary(image, anchors, units, density, 0, initializer, "stem")  # (b, 8, 8, units)
    for block in range(blocks):
        name = f"block{block + 1}"
        y = layers.BatchNormalization(name=f"{name}_norm")(x)
        y = local_binary(y, anchors, units, density, block + 1, initializer, name)
        x = layers.Add(name=f"{name}_sum")([x, y])
    x = layers.AveragePooling2D(2, name="pool")(x)  # (b, 4, 4, units)
    x = layers.Flatten(name="flatten")(x)
    x = layers.Dense(
        targets.classes,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name="logits",
    )(x)  # (b, classes)
    return keras.Model(image, x, name="lbcnn")
