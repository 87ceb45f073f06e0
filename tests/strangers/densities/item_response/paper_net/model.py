"""Item response theory. Shapes: b batch."""

import keras
from keras import layers, ops, regularizers


def network(inputs, targets, initializer, students, questions, responses):
    """logit p(right) = slope of the question * (ability of the student - difficulty of the question)."""
    prior = 0.5 / responses  # a standard normal: theta² / 2, once in all the responses that the loss is a mean of

    def table(rows, name, start="zeros"):
        return layers.Embedding(
            rows, 1, embeddings_initializer=start, embeddings_regularizer=regularizers.L2(prior), name=name
        )

    student = keras.Input((), dtype="int32", name="student")
    question = keras.Input((), dtype="int32", name="question")
    ability = table(students, "ability")(student)  # (b, 1)
    difficulty = table(questions, "difficulty")(question)  # (b, 1)
    slope = ops.exp(table(questions, "log_slope")(question))  # (b, 1)
    logit = slope * (ability - difficulty)
    return keras.Model({"student": student, "question": question}, logit, name="two_parameter_logistic")
