"""YOURS. A train_step by hand, on JAX: values of variables go in, and come out anew."""

import jax
import keras


def slope(function, x):
    """The gradient of the sum of function(x) with respect to x, of x's shape."""
    return jax.grad(lambda x: keras.ops.sum(function(x)))(x)


def with_values(variables, values):
    return keras.StatelessScope(state_mapping=list(zip(variables, values, strict=True)))


class Trained(keras.Model):
    """A subclass says what the loss of a batch is, and what of it is tracked."""

    def train_step(self, state, data):
        trainable, others, optimizer, metrics = state

        def loss_of(trainable):
            variables = self.trainable_variables + self.non_trainable_variables
            with with_values(variables, [*trainable, *others]) as scope:
                loss, *told = self.loss_of(data, training=True)
            return loss, (told, [scope.get_current_value(variable) for variable in self.non_trainable_variables])

        (loss, (told, others)), gradients = jax.value_and_grad(loss_of, has_aux=True)(trainable)
        trainable, optimizer = self.optimizer.stateless_apply(optimizer, gradients, trainable)
        reported, metrics = self.of_metrics(metrics, data, loss, *told)
        return reported, (trainable, others, optimizer, metrics)

    def of_metrics(self, metrics, data, *told):
        with with_values(self.metrics_variables, metrics) as scope:
            reported = self.tracked(data, *told)
        return reported, [scope.get_current_value(variable) for variable in self.metrics_variables]


class Tested(Trained):
    """Its test_step by hand, too."""

    def test_step(self, state, data):
        trainable, others, metrics = state
        variables = self.trainable_variables + self.non_trainable_variables
        with with_values(variables, [*trainable, *others]):
            loss, *told = self.loss_of(data, training=False)
        reported, metrics = self.of_metrics(metrics, data, loss, *told)
        return reported, (trainable, others, metrics)
