import keras
from keras import layers, ops


def pairs(objects):
    """Each object beside each, (o_i, o_j) in the row i * n + j."""
    n = objects.shape[1]
    first = ops.repeat(objects, n, axis=1)  # (b, n * n, c): 0 0 0 1 1 1 …
    second = ops.tile(objects, (1, n, 1))  # (b, n * n, c): 0 1 2 0 1 2 …
    return ops.concatenate([first, second], axis=-1)  # (b, n * n, 2 c)


def dense(x, units, initializer, name, activation=None):
    return layers.Dense(
        units,
        activation=activation,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name=name,
    )(x)


def network(inputs, targets, initializer, width):
    """a = f(sum_ij g(o_i, o_j, q))."""
    objects = keras.Input(inputs["objects"].shape, name="objects")  # (b, n, c)
    question = keras.Input(inputs["question"].shape, name="question")  # (b, q)
    related = pairs(objects)  # (b, n * n, 2 c)
    asked = layers.RepeatVector(related.shape[1], name="asked")(question)  # (b, n * n, q)
    x = layers.Concatenate(name="triples")([related, asked])
    for k in range(3):
        x = dense(x, width, initializer, f"g_{k}", "relu")
    x = ops.sum(x, axis=1)  # (b, width)
    for k in range(2):
        x = dense(x, width, initializer, f"f_{k}", "relu")
    answer = dense(x, targets.classes, initializer, "answer")  # (b, counts)
    return keras.Model({"objects": objects, "question": question}, answer, name="relation_net")
