import keras
from keras import layers, ops


def network(inputs, targets, initializer, embedding, units, scale):
    """Query and document, each word a unit vector; they meet only in the score.

    Source: Khattab and Zaharia 2020, ColBERT, Section 3; negatives from the batch as in ColBERTv2.
    """
    query = keras.Input(inputs["query"].shape, dtype=inputs["query"].dtype, name="query")  # (b, q)
    document = keras.Input(inputs["document"].shape, dtype=inputs["document"].dtype, name="document")  # (b, t)

    def encode(tokens, words, name):
        x = layers.Embedding(words + 1, embedding, name=f"{name}_words")(tokens)
        x = layers.Dense(units, use_bias=False, kernel_initializer=initializer.kernel(), name=f"{name}_linear")(x)
        return layers.UnitNormalization(axis=-1, name=f"{name}_unit")(x)  # (b, ·, u)

    q = encode(query, inputs["query"].classes, "query")
    d = encode(document, inputs["document"].classes, "document")
    d = d * ops.cast(document != 0, d.dtype)[:, :, None]  # what fills up matches nothing
    return ColBERT({"query": query, "document": document}, {"query": q, "document": d}, scale=scale, name="colbert")


class ColBERT(keras.Model):
    """Trained to find each query's document among those of the batch."""

    def __init__(self, *args, scale, **options):
        super().__init__(*args, **options)
        self.scale = scale
        self.hit = keras.metrics.Mean(name="hit")

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        scores = self.scale * max_sim(y_pred["query"], y_pred["document"])  # (b queries, b documents)
        own = ops.arange(ops.shape(scores)[0], dtype="int32")
        found = ops.cast(ops.argmax(scores, axis=1), "int32")
        self.hit.update_state(ops.cast(ops.equal(found, own), "float32"))
        return ops.mean(keras.losses.sparse_categorical_crossentropy(own, scores, from_logits=True))


def max_sim(query, document):
    """Sum over the query's words of the best match in the document. (b, q, u), (n, t, u) to (b, n)."""
    similarity = ops.einsum("bqu,ntu->bnqt", query, document)
    return ops.sum(ops.max(similarity, axis=3), axis=2)
