from . import recipe


def warm_up(first, full):
    """The share of the divergence in the loss: 0 until epoch `first`, then up to 1 at epoch `full`."""
    import keras

    class WarmUp(keras.callbacks.Callback):
        def on_epoch_begin(self, epoch, logs=None):
            share = min(max((epoch - first) / (full - first), 0), 1)
            for layer in self.model.layers:
                if hasattr(layer, "share"):
                    layer.share.assign(share)

    return WarmUp()


if __name__ == "__main__":
    recipe.application(train)
