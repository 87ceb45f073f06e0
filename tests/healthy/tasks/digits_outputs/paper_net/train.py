"""YOURS. One training run, `compile` and `fit` in plain sight. From the project's folder:

    python -m PACKAGE.train data.subset=1             memorise one sample
    python -m PACKAGE.train                           learn the whole data set
    python -m PACKAGE.train -m data.subset=1,10,all   one after the other, with a table at the end

To train in another way, change this file; to train something else, change conf/.
"""

from hydra.utils import instantiate

from . import recipe


def compiled(cfg, plan):
    """The network with its optimizer, loss and metrics, ready to fit; the recipe's checks build it here too."""
    model = recipe.build(cfg)  # seeded, so that the same seed starts the same weights
    training = instantiate(cfg.training, _convert_="all")
    learning_rate = cfg.optimizer.learning_rate
    if training["schedule"]:
        learning_rate = training["schedule"](learning_rate, plan.steps)
    model.compile(
        optimizer=instantiate(cfg.optimizer, _partial_=True, _convert_="all")(learning_rate=learning_rate),
        loss=instantiate(cfg.loss.function, _convert_="all"),  # one an output
        loss_weights=instantiate(cfg.loss.weights, _convert_="all"),
        metrics=training["metrics"],  # of each output
        steps_per_execution=plan.steps_per_execution,  # an epoch of tiny steps is all overhead otherwise
    )
    return model


def train(cfg, run_dir):
    """Trains once as `cfg` says, leaves its record in the folder `run_dir`, and returns the validation loss."""
    data = recipe.load(cfg)  # the splits, cut to data.subset
    plan = recipe.plan(cfg, data)  # which batches, for how many steps
    model = compiled(cfg, plan)
    callbacks = instantiate(cfg.training.callbacks, _convert_="all").values()
    with recipe.watch(cfg, run_dir, data, plan, callbacks) as watch:  # progress, target, trackers, record, checkpoints
        model.fit(
            plan.batches,
            initial_epoch=watch.initial_epoch,  # 0, or where a stopped run goes on
            steps_per_epoch=plan.steps_per_epoch,
            epochs=plan.epochs,
            validation_data=data.validation,
            validation_batch_size=cfg.training.batch_size,
            callbacks=watch.callbacks,
            shuffle=False,  # the batches have an order of their own, another one in each epoch
            verbose=0,
        )
        if data.test is not None:
            figures = model.evaluate(*data.test, batch_size=cfg.training.batch_size, verbose=0, return_dict=True)
            watch.test(figures)
        return watch.finish(model)


if __name__ == "__main__":
    recipe.application(train)
