"""Healthy programs drawn by a seed: another architecture, depth, activation, normalization, optimizer and data each.

Whether one is healthy is decided by a plain training, `learns`, and by none of the recipe's checks.
"""

import random

from healthy import Healthy

ENOUGH = 0.3  # of the way from the best constant to nothing left, on validation samples
KINDS = {"classes": "categorical", "multilabel": "binary", "values": "squared"}
# Each with learning rates at which its authors and its users train small networks.
OPTIMIZERS = {
    "Adam": (1e-3, 3e-3),
    "AdamW": (1e-3, 3e-3),
    "RMSprop": (1e-3,),
    "Nadam": (1e-3, 3e-3),
    "SGD": (0.03, 0.1),
}
USUAL = ("glorot_uniform", "he_normal", "torch_default")
INITIALIZERS = {"relu": ("he_normal", "torch_default"), "selu": ("lecun_normal",)}


def program(seed):
    """The Healthy of a seed."""
    rng = random.Random(seed)
    kind = rng.choice(["dense", "dense", "convolution", "recurrent", "attention"])
    target, features = rng.choice([*KINDS]), rng.choice([8, 20, 50])
    number, steps = rng.randint(2, 8), 0 if kind == "dense" else rng.choice([16, 40])
    activation = rng.choice(["relu", "tanh", "gelu", "elu", "silu", "selu", "leaky_relu"])
    optimizer = rng.choice([*OPTIMIZERS])
    norm = rng.choice(["none", "none", "batch", "layer"])
    shape = [steps, features] if steps else [features]
    declared = f"{{shape: [{number}], dtype: float32, kind: {target}, classes: null}}"
    if target == "classes":
        declared = f"{{shape: [], dtype: int32, kind: classes, classes: {number}}}"
    overrides = {
        "data.load.number": number,
        "data.load.steps": steps,
        "data.load.features": features,
        "data.inputs.shape": shape,
        "data.targets": declared.replace(" ", ""),
        "model.kind": kind,
        "model.width": rng.choice([16, 32, 64, 128]),
        "model.depth": rng.randint(1, 2 if kind in ("recurrent", "attention") else 5),
        "model.activation": activation,
        "model.norm": norm,
        "model.dropout": rng.choice([0.0, 0.0, 0.1, 0.3]),
        "model.residual": rng.choice(["true", "false"]),
        "initializer": rng.choice(INITIALIZERS.get(activation, USUAL)),
        "loss": KINDS[target],
        "optimizer._target_": f"keras.optimizers.{optimizer}",
        "optimizer.learning_rate": rng.choice(OPTIMIZERS[optimizer]),
        "training.batch_size": rng.choice([16, 32, 64]),
    }
    return Healthy(f"drawn-{seed}", "drawn", tuple(f"{key}={value}" for key, value in overrides.items()))


def learns(cfg):
    """Whether Keras' own `fit` learns it, over the configured epochs."""
    from paper_net.recipe.measure import constant
    from paper_net.recipe.prepare import samples
    from paper_net.recipe.run.program import Program

    program = Program(cfg, None)
    model, data = program.compiled(), program.data
    model.fit(*data.train, batch_size=cfg.training.batch_size, epochs=cfg.training.epochs, verbose=0)
    left = model.evaluate(*data.validation, verbose=0)
    first = samples.take(data.train[0], slice(0, 1))
    nothing = constant.constant_loss(model, first, data.validation[1])
    return (nothing - left) / nothing > ENOUGH
