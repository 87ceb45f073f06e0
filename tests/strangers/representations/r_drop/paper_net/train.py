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
        metrics=by_output(training["metrics"]),
        steps_per_execution=plan.steps_per_execution,  # an epoch of tiny steps is all overhead otherwise
        run_eagerly=cfg.debug,
    )
    return model


def warmup_cosine(initial_learning_rate, decay_steps, warmup):
    """Linear up to the rate over a share `warmup` of all updates, then a cosine down to 0."""
    from keras.optimizers import schedules

    up = int(warmup * decay_steps)
    return schedules.CosineDecay(0.0, max(decay_steps - up, 1), warmup_target=initial_learning_rate, warmup_steps=up)


if __name__ == "__main__":
    recipe.application(train)
