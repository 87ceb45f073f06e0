"""YOURS. One training run, `compile` and `fit` in plain sight. From the project's folder:

    python -m PACKAGE.train data.subset=1             memorise one sample
    python -m PACKAGE.train                           learn the whole data set
    python -m PACKAGE.train -m data.subset=1,10,all   one after the other, with a table at the end
    python -m PACKAGE.train resume=outputs/…          go on with one that was stopped

To train in another way, change this file; to train something else, change conf/.
"""

import keras


class CopyToTarget(keras.callbacks.Callback):
    """The target network gets the weights of the one that learns, once an epoch."""

    def on_epoch_end(self, epoch, logs=None):
        self.model.copy_to_target()
