"""YOURS. What learns: a conditional neural process, Garnelo et al. 2018. Shapes: b batch, n known, q asked."""

import keras
from keras import layers, ops


def conditional_np(inputs, targets, initializer, width):
    context = keras.Input(inputs["context"].shape, dtype="float32", name="context")  # (b, n, 2)
    query = keras.Input(inputs["query"].shape, dtype="float32", name="query")  # (b, q, 1)
    r = layers.Activation("gelu", name="encoder1_gelu")(dense(context, width, initializer, "encoder1"))
    r = layers.Activation("gelu", name="encoder2_gelu")(dense(r, width, initializer, "encoder2"))
    r = ops.mean(dense(r, width, initializer, "encoder3"), axis=1)  # (b, width)
    r = layers.RepeatVector(query.shape[1], name="for_each_query")(r)  # (b, q, width)
    x = layers.Concatenate(name="with_query")([r, query])  # (b, q, width + 1)
    x = layers.Activation("gelu", name="decoder1_gelu")(dense(x, width, initializer, "decoder1"))
    x = layers.Activation("gelu", name="decoder2_gelu")(dense(x, width, initializer, "decoder2"))
    out = dense(x, 2, initializer, "mean_and_deviation")  # (b, q, 2)
    return keras.Model({"context": context, "query": query}, out, name="conditional_np")


def dense(x, units, initializer, name):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, name=name)(x)
