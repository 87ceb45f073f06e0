"""YOURS. What is minimised: distillation from a teacher's logits, after Hinton et al. 2015 and Li et al. 2017.

Shapes: b batch, c classes.
"""

from keras import ops


def distillation(y_true, y_pred, temperature, hard):
    """The given label's cross-entropy, and the divergence of the softened student from the softened teacher.

        loss = hard · CE(label, student) + (1 - hard) · T² · KL(softmax(teacher / T) ‖ softmax(student / T))

    Args:
        y_true: Float["b 1+c"], the label, then the teacher's logits.
        y_pred: Float["b c"], the student's logits.
        temperature: T.
        hard: weight of the label.

    Returns:
        Float["b"].
    """
    teacher = ops.log_softmax(y_true[..., 1:] / temperature, axis=-1)  # (b, c)
    student = ops.log_softmax(y_pred / temperature, axis=-1)  # (b, c)
    soft = ops.sum(ops.exp(teacher) * (teacher - student), axis=-1)  # (b)
    return hard * surprise(y_true, y_pred) + (1 - hard) * temperature**2 * soft


def surprise(y_true, y_pred):
    """Cross-entropy of the label alone, without a temperature; Float["b"]."""
    label = ops.cast(y_true[..., 0], "int32")
    return ops.sparse_categorical_crossentropy(label, y_pred, from_logits=True)


def right(y_true, y_pred):
    """Whether the label is the likeliest class; Float["b"]."""
    label = ops.cast(y_true[..., 0], "int32")
    return ops.cast(ops.equal(ops.cast(ops.argmax(y_pred, axis=-1), "int32"), label), "float32")
