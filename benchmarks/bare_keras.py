"""The template's example as a script that uses Keras alone: the same network, data, steps and evaluation.

python bare_keras.py [steps_per_execution]; 1 is Keras' own choice, 48 the recipe's.
"""

import sys

import keras
from keras import layers
from mnist1d.data import make_dataset

EPOCHS, BATCH_SIZE, HELD_OUT = 50, 25, 400

made = make_dataset()
x, y = made["x"].astype("float32")[..., None], made["y"].astype("int32")
x_test, y_test = made["x_test"].astype("float32")[..., None], made["y_test"].astype("int32")
keras.utils.set_random_seed(0)

inputs = keras.Input((40, 1))
hidden = inputs
for kernel_size in (5, 3, 3):
    hidden = layers.ZeroPadding1D(1)(hidden)
    hidden = layers.Conv1D(25, kernel_size, strides=2, activation="relu")(hidden)
model = keras.Model(inputs, layers.Dense(10)(layers.Flatten()(hidden)))

steps = EPOCHS * ((len(x) - HELD_OUT) // BATCH_SIZE)
model.compile(
    optimizer=keras.optimizers.Adam(
        keras.optimizers.schedules.PiecewiseConstantDecay([int(0.8 * steps)], [0.01, 0.001])
    ),
    loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    metrics=["accuracy"],
    steps_per_execution=int(sys.argv[1]) if sys.argv[1:] else 1,
)
model.fit(
    x[:-HELD_OUT],
    y[:-HELD_OUT],
    batch_size=BATCH_SIZE,
    epochs=EPOCHS,
    validation_data=(x[-HELD_OUT:], y[-HELD_OUT:]),
    verbose=0,
)
print(model.evaluate(x_test, y_test, verbose=0))
