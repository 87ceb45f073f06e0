import keras
from keras import layers, ops


def network(inputs, targets, initializer, units, environments, penalty, anneal, decay):
    """An MLP on the coloured image; the environment is for the loss alone."""

    def dense(x, width, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        regularizer = keras.regularizers.L2(decay)
        return layers.Dense(
            width, kernel_initializer=kernel, bias_initializer=bias, kernel_regularizer=regularizer, **options
        )(x)

    image = keras.Input(inputs["image"].shape, dtype=inputs["image"].dtype, name="image")
    environment = keras.Input(inputs["environment"].shape, dtype=inputs["environment"].dtype, name="environment")
    x = layers.Flatten()(image)  # (b, 128)
    for i in range(2):
        x = dense(x, units, activation="relu", name=f"hidden_{i}")  # (b, units)
    logit = dense(x, 1, name="logit")  # (b, 1)
    signals = {"image": image, "environment": environment}
    return IRM(environments, penalty, anneal, inputs=signals, outputs=logit, name="irm")


class IRM(keras.Model):
    """Risk of each environment, and how far a classifier of 1 is from the best one upon it.

    Source: Arjovsky et al. 2019, Invariant Risk Minimization, IRMv1; annealed and rescaled as in the authors' code.
    """

    def __init__(self, environments, penalty, anneal, **options):
        super().__init__(**options)
        self.environments, self.penalty, self.anneal = environments, penalty, anneal

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        y = ops.cast(y, "float32")
        risk = keras.losses.binary_crossentropy(y, y_pred, from_logits=True)  # (b)
        slope = ops.squeeze((ops.sigmoid(y_pred) - y) * y_pred, -1)  # (b): of the risk, by a factor on the logit
        risks, penalties = [], []
        for environment in range(self.environments):
            inside = ops.cast(x["environment"] == environment, "float32")  # (b)
            n = ops.maximum(ops.sum(inside), 1)
            risks.append(ops.sum(inside * risk) / n)
            penalties.append(ops.square(ops.sum(inside * slope) / n))
        risk, penalty = sum(risks) / self.environments, sum(penalties) / self.environments
        if not training:
            return risk
        weight = ops.where(self.optimizer.iterations >= self.anneal, self.penalty, 1.0)
        return (risk + weight * penalty + sum(self.losses)) / ops.maximum(weight, 1.0)
