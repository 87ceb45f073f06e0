import keras
import tensorflow as tf
from keras import layers, ops


def projected(gradients):
    """PCGrad: each task's gradient, less its part against another task's; then their sum.

    Args:
        gradients: of each task the gradients of the same weights, a list of tensors.
    """
    shapes = [g.shape for g in gradients[0]]
    flat = [tf.concat([tf.reshape(g, [-1]) for g in task], axis=0) for task in gradients]
    total = 0.0
    for i, own in enumerate(flat):
        for j, other in enumerate(flat):
            if i != j:
                along = tf.tensordot(own, other, 1)
                own = own - tf.minimum(along, 0.0) / (tf.reduce_sum(other**2) + 1e-12) * other
        total = total + own
    parts = tf.split(total, [shape.num_elements() for shape in shapes])
    return [tf.reshape(part, shape) for part, shape in zip(parts, shapes, strict=True)]


class Surgery(keras.Model):
    def train_step(self, data):
        x, y, _ = keras.utils.unpack_x_y_sample_weight(data)
        with tf.GradientTape(persistent=True) as tape:
            y_pred = self(x, training=True)
            losses = {
                task: ops.mean(keras.losses.sparse_categorical_crossentropy(y[task], y_pred[task], from_logits=True))
                for task in sorted(y_pred)
            }
        shared = [w.value for w in self.trainable_variables if w.path.startswith("trunk")]
        own = [w.value for w in self.trainable_variables if not w.path.startswith("trunk")]
        of_shared = projected([tape.gradient(loss, shared) for loss in losses.values()])
        of_own = tape.gradient(losses, own)
        del tape
        gradients = iter(of_shared), iter(of_own)
        ordered = [next(gradients[0 if w.path.startswith("trunk") else 1]) for w in self.trainable_variables]
        self.optimizer.apply(ordered, self.trainable_variables)
        self.compute_loss(x, y, y_pred)  # for the record of each task
        self._loss_tracker.update_state(sum(losses.values()), sample_weight=ops.shape(x)[0])
        return self.compute_metrics(x, y, y_pred)


def network(inputs, targets, initializer, units):
    def dense(width, x, **options):
        bias = initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=initializer.kernel(), bias_initializer=bias, **options)(x)

    image = keras.Input(inputs.shape, name="image")  # (b, 11, 11)
    x = layers.Flatten()(image)
    x = dense(units, x, activation="relu", name="trunk_0")
    x = dense(units, x, activation="relu", name="trunk_1")  # (b, units)
    outputs = {}
    for task in ["left", "right"]:
        z = dense(48, x, activation="relu", name=f"{task}_hidden")
        outputs[task] = dense(targets[task].classes, z, name=task)  # (b, classes)
    return Surgery(inputs=image, outputs=outputs, name="pcgrad")
