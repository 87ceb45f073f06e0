import keras
import numpy as np
from hydra.utils import instantiate

from . import recipe


def train(cfg, run_dir):
    """Trains once as `cfg` says, leaves its record in the folder `run_dir`, and returns the validation loss."""
    data = recipe.load(cfg)  # the splits, cut to data.subset
    plan = recipe.plan(cfg, data)  # which batches, for how many steps; validation too
    model = compiled(cfg, plan)
    callbacks = instantiate(cfg.training.callbacks, _convert_="all").values()
    callbacks = [*callbacks, Ask(data.train[0])]
    with recipe.watch(cfg, run_dir, data, plan, callbacks) as watch:  # progress, target, trackers, record, checkpoints
        model.fit(
            plan.batches,
            initial_epoch=watch.initial_epoch,  # 0, or where a stopped run goes on
            steps_per_epoch=plan.steps_per_epoch,
            epochs=plan.epochs,
            validation_data=plan.validation,  # None of a subset: the watch looks at it between rounds of steps
            validation_batch_size=plan.validation_batch_size,
            callbacks=watch.callbacks,
            shuffle=False,  # the batches have an order of their own, another one in each epoch
            verbose=0,
        )
        return watch.finish(model)  # scores and saves the weights that training.judged chooses


class Ask(keras.callbacks.Callback):
    """Every few epochs, has those of the pool labelled of which the network is least sure.

    Args:
        pool: inputs of the training split.
        every: epochs from one request to the next.
        more: labels of a request.
        most: labels in all.
    """

    def __init__(self, pool, every=5, more=16, most=136):
        super().__init__()
        self.pool, self.every, self.more, self.most = pool, every, more, most

    def on_epoch_end(self, epoch, logs=None):
        labelled = keras.ops.convert_to_numpy(self.model.labelled).copy()
        if (epoch + 1) % self.every or labelled.sum() >= self.most:
            return
        unlabelled = np.flatnonzero(labelled == 0)
        features = self.pool["features"][np.isin(self.pool["index"], unlabelled)]
        p = keras.ops.convert_to_numpy(keras.ops.softmax(self.model.body(features)))
        entropy = -np.sum(p * np.log(p + 1e-9), axis=1)
        asked = unlabelled[np.argsort(entropy)[-self.more :]]
        labelled[asked] = 1
        self.model.labelled.assign(labelled)


if __name__ == "__main__":
    recipe.application(train)
