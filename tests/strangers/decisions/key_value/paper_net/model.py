"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; nested as there), `initializer`, and the file's own arguments; it
returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    - what the last answer sees, with one hop enough: the last read as well

Shapes: b batch.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, width, hops):
    """Address by keys, read values, and ask again with what was read; Miller et al. 2016, section 3.1."""
    tensors = {name: keras.Input(spec.shape, dtype=spec.dtype, name=name) for name, spec in inputs.items()}
    words = layers.Embedding(inputs["keys"].classes, width, name="key_embedding")  # of keys and questions alike
    keys = words(tensors["keys"])  # (b, pairs, width)
    values = layers.Embedding(inputs["values"].classes, width, name="value_embedding")(tensors["values"])
    q = words(tensors["question"])  # (b, width)
    for i in range(hops):
        o = Read(name=f"read_{i}")(q, keys, values)  # (b, width)
        q = layers.Dense(width, use_bias=False, kernel_initializer=initializer.kernel(), name=f"r_{i}")(q + o)
    q = layers.Add(name="last_read")([q, o])
    return keras.Model(tensors, dense(q, targets.classes, initializer, name="logits"), name="key_value_memory")


class Read(layers.Layer):
    """sum_i p_i value_i, p = softmax(q · key_i) over the memory."""

    def call(self, q, keys, values):
        p = ops.softmax(ops.einsum("bw,bmw->bm", q, keys), axis=-1)  # (b, pairs)
        return ops.einsum("bm,bmw->bw", p, values)  # (b, width)


def dense(x, units, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
