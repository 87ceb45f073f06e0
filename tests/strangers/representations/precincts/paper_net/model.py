import keras
from keras import layers


def network(inputs, targets, initializer, units):
    """A guess of each voter's vote, averaged over the district."""

    def dense(width, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    people = x = keras.Input(inputs.shape, dtype=inputs.dtype, name="people")  # (b, voters, 6)
    for i, width in enumerate(units):
        x = dense(width, x, activation="gelu", name=f"hidden_{i}")  # (b, voters, width)
    votes = dense(targets.shape[-1], x, activation="softmax", name="votes")  # (b, voters, 3)
    return keras.Model(people, layers.GlobalAveragePooling1D(name="shares")(votes), name="precincts")  # (b, 3)
