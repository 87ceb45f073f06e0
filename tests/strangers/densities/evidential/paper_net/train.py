import keras


class Anneal(keras.callbacks.Callback):
    """The weight of the loss's KL grows from 0 to 1 over so many epochs: min(1, t / epochs), as in the paper."""

    def __init__(self, epochs):
        super().__init__()
        self.epochs = epochs

    def on_epoch_begin(self, epoch, logs=None):
        self.model.loss.weight.assign(min(1.0, epoch / self.epochs))
