from hydra.utils import instantiate

from . import recipe


def compiled(cfg, plan):
    """The network with its optimizer, loss and metrics, ready to fit; the recipe's checks build it here too."""
    model = recipe.build(cfg)  # seeded, so that the same seed starts the same weights
    training = instantiate(cfg.training, _convert_="all")
    learning_rate = float(cfg.optimizer.learning_rate)  # Keras refuses a whole number
    if training["schedule"]:
        learning_rate = training["schedule"](learning_rate, plan.steps)
    optimizer = instantiate(cfg.optimizer, _partial_=True, _convert_="all")
    model.compile(
        optimizer=optimizer(learning_rate=learning_rate, **plan.of_optimizer),  # training.accumulate and average
        loss=instantiate(cfg.loss.function, _convert_="all"),
        metrics=by_output(training["metrics"]) or None,  # of an empty list Keras asks a target for every output
        steps_per_execution=plan.steps_per_execution,  # an epoch of tiny steps is all overhead otherwise
        run_eagerly=cfg.debug,
    )
    return model


def train(cfg, run_dir):
    """Trains once as `cfg` says, leaves its record in the folder `run_dir`, and returns the validation loss."""
    data = recipe.load(cfg)  # the splits, cut to data.subset
    plan = recipe.plan(cfg, data)  # which batches, for how many steps; validation too
    model = compiled(cfg, plan)
    callbacks = instantiate(cfg.training.callbacks, _convert_="all").values()
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


def late_drop(initial_learning_rate, decay_steps, at, factor):
    """A constant learning rate that drops once, late: the noise it leaves in the weights then settles."""
    from keras.optimizers import schedules

    return schedules.PiecewiseConstantDecay(
        [int(at * decay_steps)], [initial_learning_rate, factor * initial_learning_rate]
    )


def divided(initial_learning_rate, decay_steps, epochs, at):
    """The rate is divided by 10 at the start of each epoch in `at`."""
    from keras.optimizers import schedules

    boundaries = [epoch * (decay_steps // epochs) for epoch in at]
    return schedules.PiecewiseConstantDecay(
        boundaries, [initial_learning_rate / 10**drops for drops in range(len(at) + 1)]
    )


def by_output(metrics):
    """Metrics as `compile` takes them: a list; of several outputs {output: a list}. One that is null is left out."""
    given = {name: metric for name, metric in metrics.items() if metric}
    if any(isinstance(metric, dict) for metric in given.values()):
        return {output: by_output(of_it) for output, of_it in given.items()}
    return [*given.values()]


if __name__ == "__main__":
    recipe.application(train)
