import keras
from keras import layers, ops

from .losses import distance, hit, margin_ranking


class TransE(keras.Model):
    """Relations as translations between entities, learnt against triples with another head or tail."""

    def prepared(self, margin):
        self.margin, self.random = margin, keras.random.SeedGenerator()
        self.hits = keras.metrics.Mean(name="hits_at_10")
        return self

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        head, relation, tail = y_pred["head"], y_pred["relation"], y_pred["tail"]  # (b, d)
        table = ops.normalize(self.get_layer("entities").embeddings, axis=-1)  # (entities, d)
        number = ops.shape(head)[0]
        other = keras.random.randint((number,), 0, table.shape[0], seed=self.random)  # (b)
        side = keras.random.uniform((number, 1), seed=self.random) < 0.5  # (b, 1)
        other = ops.take(table, other, axis=0)  # (b, d)
        corrupted = distance(ops.where(side, other, head), relation, ops.where(side, tail, other))  # (b)
        to_all = distance(head[:, None], relation[:, None], table[None])  # (b, entities)
        self.hits.update_state(hit(to_all, x["tail"], 10))
        return ops.mean(margin_ranking(distance(head, relation, tail), corrupted, self.margin))


def network(inputs, targets, initializer, width, margin):
    """A vector of length 1 for each entity, and one of any length for each relation."""
    ids = {name: keras.Input(of.shape, dtype=of.dtype, name=name) for name, of in inputs.items()}
    entities = layers.Embedding(
        inputs["head"].classes, width, embeddings_initializer=initializer.kernel(), name="entities"
    )
    relations = layers.Embedding(
        inputs["relation"].classes, width, embeddings_initializer=initializer.kernel(), name="relations"
    )
    unit = layers.UnitNormalization(name="unit")
    vectors = {
        "head": unit(entities(ids["head"])),  # (b, width)
        "relation": relations(ids["relation"]),
        "tail": unit(entities(ids["tail"])),
    }
    return TransE(ids, vectors, name="transe").prepared(margin)
