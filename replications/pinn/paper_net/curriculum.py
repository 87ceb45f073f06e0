"""YOURS. The paper's curriculum regularization: an easy equation first, then harder ones, with the weights so far."""

import keras


class Curriculum(keras.callbacks.Callback):
    """Lets beta of the equation grow linearly, epoch by epoch, to its value in conf/model, then keeps it.

    Args:
        share: of the epochs in which it grows, 0 … 1.

    Source: Krishnapriyan et al. 2021, section 4.
    """

    def __init__(self, share):
        super().__init__()
        self.share = share

    def on_epoch_begin(self, epoch, logs=None):
        grown = min(1.0, (epoch + 1) / (self.share * self.params["epochs"]))
        equation = self.model.get_layer("residual")
        equation.beta.assign(grown * equation.final)
