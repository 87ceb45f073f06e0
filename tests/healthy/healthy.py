"""Programs with nothing wrong in them: the recipe may FAIL none, and WARN hardly any."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Healthy:
    """A program.

    Args:
        name: of the program.
        task: the folder in tasks/ laid over a generated project; "" for the project as it is.
        overrides: Hydra overrides, after those of the task's overrides.txt.
        note: what makes it one that a check could take for a fault.
    """

    name: str
    task: str
    overrides: tuple = ()
    note: str = ""


def images(name, *overrides, note=""):
    return Healthy(f"images-{name}", "digits_images", overrides, note)


HEALTHY = (
    Healthy("example", "", ("training.epochs=10",), "the project as it is generated"),
    images("mlp", note="plain"),
    images("logistic", "model=linear", note="affine: no non-linearity is wanted"),
    images("cnn", "model=images_cnn"),
    images(
        "cnn-batchnorm",
        "model=images_cnn",
        "model.norm=batch",
        note="training and inference mode differ",
    ),
    images("cnn-groupnorm", "model=images_cnn", "model.norm=group"),
    images("cnn-dropout", "model=images_cnn", "model.dropout=0.3"),
    images("mlp-layernorm", "model.norm=layer"),
    images("mlp-batchnorm", "model.norm=batch", note="BatchNorm on one sample is constant"),
    images("mlp-dropout", "model.dropout=0.4", "model.units=128"),
    images("mlp-noise", "model.noise=0.2"),
    images("augmented", "model.augment=true", "training.epochs=30"),
    images("rezero", "model=rezero", note="at step one nearly nothing moves"),
    images(
        "zero-gamma",
        "model=resnet",
        note="branches start as zero",
    ),
    images("patches", "model=patches", note="a reshape and a permute, used rightly"),
    images("columns", "model=columns", note="a permute, used rightly"),
    images(
        "irnn",
        "model=irnn",
        "optimizer.learning_rate=0.001",
        note="gradients grow through an identity",
    ),
    images("mixed-initializers", "model=mixed"),
    images("train-step", "model=adversarial", note="own train_step; two passes a step"),
    images("compute-loss", "model=consistent", note="own compute_loss that needs the inputs"),
    images("subclassed", "model=subclassed", note="no graph of layers to read"),
    images(
        "warm-up",
        "training=warm_up",
        "optimizer.learning_rate=0.005",
        note="the first step moves nothing",
    ),
    images("l2", "model.l2=0.0005", note="the loss is more than the data's"),
    images("weight-decay", "optimizer=adamw"),
    images(
        "averaged-weights",
        "optimizer=adam_averaged",
        "training=averaged",
        note="weights change at the end",
    ),
    images("clipped", "optimizer=adam_clipped"),
    images("sgd-momentum", "optimizer=sgd_momentum"),
    images("early-stopping", "training=stopped"),
    images("focal", "loss=focal", note="starts far below ln 10"),
    images("label-smoothing", "loss=smoothed", note="a floor that is not 0"),
    images(
        "soft-labels",
        "data=soft",
        "training=soft",
        "loss=divergence",
        note="targets are distributions",
    ),
    images(
        "label-noise",
        "data.load.noise=0.2",
        "model.dropout=0.4",
        "training.epochs=12",
        note="better in validation than in training",
    ),
    images("tiny", "data.load.training=3", "training=tiny", "model.dropout=0.3", note="30 samples"),
    Healthy("two-outputs", "digits_outputs", (), "nested targets, a loss and a weight for each"),
    Healthy("two-inputs", "digits_inputs", (), "nested inputs: an image and a one-hot question"),
    Healthy(
        "siamese",
        "digits_inputs",
        ("data=pairs", "model=siamese", "loss=contrastive", "training=pairs"),
        "a bias that cancels in a difference; one encoder called twice",
    ),
    Healthy("waves-cnn1d", "waves"),
    Healthy("waves-lstm", "waves", ("model=lstm",)),
    Healthy(
        "waves-bidirectional",
        "waves",
        ("model=lstm", "model.bidirectional=true"),
        "the last output has seen all",
    ),
    Healthy(
        "waves-masked-gru",
        "waves",
        ("data=ragged_waves", "model=masked_gru"),
        "padded with zeros, and masked",
    ),
    Healthy("waves-attention", "waves", ("model=attention",), "a softmax inside, over time"),
    Healthy("segmentation", "segmentation", (), "labels of 255 are ignored by the loss"),
    Healthy("autoencoder", "autoencoder", (), "targets are the inputs"),
    Healthy("denoising", "autoencoder", ("model.noise=0.3",)),
    Healthy(
        "vae",
        "autoencoder",
        ("model=vae", "loss=pixels_crossentropy", "training=pixels_likelihood"),
        "a layer adds to the loss; draws in training",
    ),
    Healthy(
        "vae-trains-itself",
        "autoencoder",
        ("data=pixels_alone", "model=vae_trains_itself", "loss=own", "training=pixels_likelihood"),
        "own train_step, test_step, metrics; no targets; draws in inference too",
    ),
    Healthy("transformer", "language", (), "causal; a target for each position"),
    Healthy("bag-of-words", "topics", (), "integers in; padding masked"),
    Healthy("mixture-density", "density", (), "no floor; outputs are parameters"),
    Healthy("coupling-flow", "flow", (), "the network answers its own loss; targets mean nothing"),
    Healthy(
        "heteroscedastic",
        "density",
        ("data=growing_noise", "model=gaussian", "loss=gaussian"),
        "no floor; two outputs for one target",
    ),
    Healthy(
        "flow",
        "density",
        ("data=three_hills", "model=flow", "loss=own"),
        "no kernel, no floor, no targets; own compute_loss",
    ),
    Healthy(
        "physics-informed",
        "physics",
        (),
        "own train_step on a second derivative; a bias that never moves; no targets",
    ),
    Healthy(
        "energy-from-forces",
        "physics",
        ("data=forces", "model=energy", "loss=mean_squared_error", "training=forces"),
        "the output is a derivative; a bias that never moves",
    ),
    Healthy("wine", "tables", (), "130 rows"),
    Healthy(
        "wine-logistic",
        "tables",
        ("model=linear", "optimizer.learning_rate=0.02"),
        "affine, on standardized columns",
    ),
    Healthy(
        "cancer-one-unit",
        "tables",
        (
            "data=cancer",
            "loss=binary_crossentropy",
            "training=table_questions",
            "training.epochs=15",
        ),
        "one logit",
    ),
    Healthy(
        "diabetes",
        "tables",
        (
            "data=diabetes",
            "model.depth=1",
            "model.units=16",
            "loss=mean_squared_error",
            "training=table_values",
        ),
        "odd scales; half of it is noise",
    ),
    Healthy(
        "diabetes-heteroscedastic",
        "tables",
        (
            "data=diabetes",
            "model.outputs=2",
            "model.depth=1",
            "model.units=16",
            "model.activation=tanh",
            "initializer=glorot_uniform",
            "loss=gaussian",
            "training=table_alone",
            "training.epochs=15",
        ),
        "no floor",
    ),
    Healthy(
        "quantiles",
        "tables",
        (
            "data=diabetes",
            "model.outputs=3",
            "model.depth=1",
            "loss=pinball",
            "training=table_alone",
        ),
        "three outputs for one target",
    ),
    Healthy(
        "class-weights",
        "tables",
        ("data=rare", "loss=weighted", "training.epochs=10"),
        "imbalanced",
    ),
    Healthy("heavy-tails", "tables", ("data=heavy_tails", "training.epochs=25"), "inputs far from 0"),
    Healthy("heavy-tails-batchnorm", "tables", ("data=heavy_tails", "model.norm=true")),
    Healthy(
        "ordinal",
        "tables",
        (
            "data=grades",
            "model=grades",
            "loss=ordinal",
            "training=table_alone",
            "training.epochs=30",
        ),
        "one unit less than classes",
    ),
    Healthy(
        "multi-label",
        "tables",
        ("data=tags", "loss=binary_crossentropy", "training=table_questions", "training.epochs=15"),
        "rows of targets sum to anything",
    ),
    Healthy(
        "categories",
        "tables",
        ("data=cars", "model=embedded"),
        "training and validation share their rows, rightly",
    ),
    Healthy(
        "categories-surprises",
        "tables",
        ("data=cars", "model=embedded", "data.load.surprises=0.15", "training=table_surprises"),
        "equal rows with different targets",
    ),
    Healthy("cells", "cells", (), "an own loss of probabilities, weighted by class, falls below 0 beyond them"),
    Healthy("clips", "clips", (), "starts three times as high as a constant: maxima, and nothing that normalizes"),
    Healthy("events", "events", (), "a mask as a second input, of which some places always hold"),
    Healthy("forecast", "forecast", (), "starts far off: residual blocks that nothing normalizes; causal"),
    Healthy("sonar", "sonar", (), "puts back the weights of the best accuracy, not those of the least loss"),
    Healthy("poisson", "counts", (), "a loss below 0, and no floor"),
    Healthy("poisson-deviance", "counts", ("loss=deviance", "model.activation=softplus")),
    Healthy("faint", "faint", (), "hardly anything can be learnt: R² of 0.02"),
    Healthy(
        "fitted-q", "fittedq", (), "own train_step; a frozen copy that follows each 100 steps, an input for it alone"
    ),
    Healthy("forecast-drifting", "forecast_own", (), "held out by time, of a series that drifts"),
    Healthy("info-nce", "infonce", (), "each sample's loss depends on its batch, and so does its metric"),
    Healthy("mean-teacher", "meanteacher", (), "own train_step; twice the parameters, of which the paper counts half"),
    Healthy("two-losses", "multitask", (), "an own loss for each output"),
    Healthy("oscillator", "pinn", (), "own train_step, of gradients of gradients; slow to memorize"),
    Healthy("contrastive-pairs", "siamese", (), "a margin, beyond which nothing counts"),
    Healthy("smoothed-labels", "smoothing", (), "an own loss of classes whose best prediction is no class"),
    Healthy("sparse-code", "sparse", (), "reconstructs; a penalty by add_loss"),
    Healthy("attention-causal", "transformer", (), "padding masked in an own loss"),
    Healthy("pure-dice", "unet", (), "an own loss of whole masks"),
)
