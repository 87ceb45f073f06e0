import keras
from keras import layers, ops


def network(inputs, targets, initializer, rank, penalty):
    """ComplEx: the score of every entity as the object of (subject, relation)."""
    subject = keras.Input(inputs["subject"].shape, dtype="int32", name="subject")  # (b)
    relation = keras.Input(inputs["relation"].shape, dtype="int32", name="relation")  # (b)
    scores = ComplEx(inputs["subject"].classes, inputs["relation"].classes, rank, penalty, name="scores")(
        subject, relation
    )  # (b, entities)
    return keras.Model({"subject": subject, "relation": relation}, scores, name="complex")


class ComplEx(layers.Layer):
    """Re(<e_s, w_r, conj(e_o)>) for all objects o; entities and relations have complex vectors."""

    def __init__(self, entities, relations, rank, penalty, **kwargs):
        super().__init__(**kwargs)
        self.entities, self.relations, self.rank, self.penalty = entities, relations, rank, penalty

    def build(self, *shapes):
        start = keras.initializers.RandomNormal(stddev=0.1)
        self.entity = self.add_weight(shape=(self.entities, 2 * self.rank), initializer=start, name="entity")
        self.relation = self.add_weight(shape=(self.relations, 2 * self.rank), initializer=start, name="relation")

    def call(self, subject, relation):
        e = ops.take(self.entity, subject, axis=0)  # (b, 2 * rank)
        w = ops.take(self.relation, relation, axis=0)  # (b, 2 * rank)
        self.add_loss(self.penalty * ops.mean(ops.sum(e**2, axis=-1) + ops.sum(w**2, axis=-1)))
        return score(e, w, self.entity)  # (b, entities)


def score(subject, relation, objects):
    """Equation 10: Re(<e_s, w_r, conj(e_o)>); the first half of each vector is its real part."""
    s_re, s_im = ops.split(subject, 2, axis=-1)
    r_re, r_im = ops.split(relation, 2, axis=-1)
    o_re, o_im = ops.split(objects, 2, axis=-1)
    real = s_re * r_re - s_im * r_im
    imaginary = s_re * r_im + s_im * r_re
    return ops.matmul(real, ops.transpose(o_re)) + ops.matmul(imaginary, ops.transpose(o_im))
