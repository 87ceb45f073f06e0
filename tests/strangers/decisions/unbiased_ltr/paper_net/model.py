import keras
from keras import layers


def network(inputs, targets, initializer, units):
    """A ranking function: one score a document, of its features alone."""
    documents = x = keras.Input(inputs.shape, dtype=inputs.dtype, name="documents")  # (b, documents, features)
    for i, width in enumerate(units):
        x = layers.Dense(width, kernel_initializer=initializer.kernel(), name=f"hidden_{i}")(x)
        x = layers.Activation("elu")(layers.LayerNormalization(name=f"norm_{i}")(x))
    x = layers.Dense(1, kernel_initializer=initializer.kernel(), use_bias=False, name="score")(x)
    return keras.Model(documents, layers.Reshape(inputs.shape[:1])(x), name="ranker")  # (b, documents)
