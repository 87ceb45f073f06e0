"""SignNet: three convolutions, trained by others on 6,000 photographs of signs."""

from pathlib import Path

import keras
import numpy as np
from keras import layers

WEIGHTS = Path(__file__).with_name("signnet.npz")


def signnet(weights=WEIGHTS):
    """The network without its head, (b, 16, 16, 3) -> (b, 4, 4, 32).

    It takes colours in 0 … 255 and scales them to -1 … 1 itself.
    """
    photo = keras.Input((16, 16, 3), name="photo")
    x = layers.Rescaling(1 / 127.5, offset=-1, name="scaled")(photo)
    for number, filters in enumerate([16, 32, 32]):
        x = layers.Conv2D(filters, 3, padding="same", activation="relu", name=f"conv{number}")(x)
        if number < 2:
            x = layers.MaxPooling2D(2, name=f"pool{number}")(x)
    model = keras.Model(photo, x, name="signnet")
    if weights is not None:
        with np.load(weights) as arrays:
            model.set_weights([arrays[name].astype("float32") for name in arrays.files])
    return model
