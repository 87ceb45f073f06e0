import keras
import numpy as np
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
    centre(model, recipe.load(cfg))
    return model


def centre(model, data):
    """Sets the centre to the mean of what the network gives for the training split before it has learnt."""
    readings, marked = data.train
    embed = keras.Model(model.input, model.get_layer("embedding").output)
    c = embed.predict(readings[marked[:, 0] == 0], batch_size=500, verbose=0).mean(axis=0)
    c = np.where(np.abs(c) < 0.1, np.where(c < 0, -0.1, 0.1), c)  # none close to zero, which is learnt too easily
    model.get_layer("distance").centre.assign(c)
