import keras
from keras import layers, ops

from .losses import group_losses


class GroupDRO(keras.Model):
    """Minimises the loss of groups by weights that grow where a group is badly off: Sagawa et al. 2020, Algorithm 1."""

    def __init__(self, *args, groups, step, **kwargs):
        super().__init__(*args, **kwargs)
        self.groups = groups
        self.step = step
        self.shares = self.add_weight(
            shape=(groups,), initializer=keras.initializers.Constant(1 / groups), trainable=False, name="shares"
        )

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        """The groups' losses by their present weights, and what the layers' penalties add."""
        of_group = group_losses(y[:, 0], y[:, 1], y_pred, self.groups)  # (g)
        shares = ops.convert_to_tensor(self.shares)
        if training:
            shares = shares * ops.exp(self.step * ops.stop_gradient(of_group))
            shares = shares / ops.sum(shares)
            self.shares.assign(shares)
        return ops.sum(shares * of_group) + sum(self.losses)


def network(inputs, targets, initializer, units, groups, step, penalty):
    """Two logits by one hidden layer, strongly regularized as Section 3.2 asks."""
    signs = keras.Input(inputs.shape, dtype=inputs.dtype, name="signs")  # (b, 6)
    x = signs
    for i, width in enumerate([units, 2]):
        x = layers.Dense(
            width,
            activation="relu" if i == 0 else None,
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=x.shape[-1]),
            kernel_regularizer=keras.regularizers.L2(penalty),
            name=f"dense_{i}",
        )(x)
    return GroupDRO(signs, x, groups=groups, step=step, name="group_dro")  # (b, 2)
