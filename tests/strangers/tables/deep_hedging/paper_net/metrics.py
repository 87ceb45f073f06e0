import keras
from keras import ops

from .losses import utility


class EntropicRisk(keras.metrics.MeanMetricWrapper):
    """log(mean(exp(-aversion PL))) / aversion: the premium for which the seller is indifferent."""

    def __init__(self, aversion, cost, name="risk", **options):
        super().__init__(utility, name=name, aversion=aversion, cost=cost, **options)
        self.aversion = aversion

    def result(self):
        return ops.log(super().result()) / self.aversion
