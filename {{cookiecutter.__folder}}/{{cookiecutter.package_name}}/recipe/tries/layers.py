"""MACHINERY. Mends of a network that is built and not compiled yet: activations, units, what is frozen, how it starts.

Each is called with a seen.Seen and returns a Change, or None where it does not apply.
"""

import keras
from keras import activations, layers

from ..keras_side import backend, private
from ..measure import heads
from ..measure.overfitting import normalizations
from ..prepare import regularizers
from .change import Change

SATURATING = ("sigmoid", "tanh", "hard_sigmoid", "softsign")
WIDER = 4


def fitting_head(seen):
    """The output as the loss and the targets want it: logits, shares, a probability, or any number."""
    wanted = seen.fitting
    others = [name for name in seen.activations[1:] if name != "linear"]
    if not seen.activations or wanted is None or seen.activations[0] == wanted and not others:
        return None
    words = f"{wanted} as the output's activation"
    return Change(words, model=lambda model: with_head(model, wanted), moot=True)


def question_head(seen):
    """One unit that answers a question: a sigmoid under binary cross-entropy."""
    if not seen.head:
        return None
    loss = ("loss.function", {"_target_": "keras.losses.BinaryCrossentropy"})
    words = "a sigmoid as the output under BinaryCrossentropy"
    return Change(words, (loss,), model=lambda model: with_head(model, "sigmoid"))


def with_head(model, wanted):
    """Gives what follows the last weights no activation but this one."""
    operations = private.head(model)
    for operation in operations:
        act_as(operation, "linear")
    acting = [one for one in operations if private.acts_as(one)]
    act_as(acting[0], wanted)
    return model


def act_as(operation, name):
    """Gives a layer, or an operation that is an activation, another activation."""
    if hasattr(operation, "activation"):
        operation.activation = activations.get(name)
    elif private.acts_as(operation):
        private.answer_instead(operation, activations.get(name))


def units_of_classes(seen):
    """One unit for each class in the output."""
    if not seen.plain or seen.target is None or not seen.target.classes or seen.head[-1].units == seen.target.classes:
        return None
    classes, name = seen.target.classes, "softmax" if seen.fitting == "softmax" else "linear"
    return Change(f"{classes} units in the output", model=lambda model: with_units(model, classes, name))


def classes_head(seen):
    """One unit for each class, and the cross-entropy of classes."""
    if not seen.plain or seen.target is None or not seen.target.classes:
        return None
    loss = {"_target_": "keras.losses.SparseCategoricalCrossentropy", "from_logits": True}
    words = f"{seen.target.classes} units in the output under SparseCategoricalCrossentropy"
    classes = seen.target.classes
    return Change(words, (("loss.function", loss),), model=lambda model: with_units(model, classes, "linear"))


def with_units(model, units, activation):
    last = private.head(model)[-1]
    return keras.Model(model.inputs, layers.Dense(units, activation, name=last.name)(last.input), name=model.name)


def rectified(names, words):
    """A mend that puts rectifiers in the place of hidden activations of these names."""

    def mend(seen):
        found = [layer for layer in hidden(seen.model) if layer.activation.__name__ in names]
        return Change(words, model=lambda model: with_rectifiers(model, names)) if found else None

    return mend


def with_rectifiers(model, names):
    for layer in hidden(model):
        if layer.activation.__name__ in names:
            layer.activation = activations.relu
    return model


def without_biases(seen):
    return Change("biases that start at 0", model=with_biases_of_zero)


def with_biases_of_zero(model):
    for variable in model.trainable_variables:
        if variable.path.endswith("bias"):
            variable.assign(keras.ops.zeros_like(variable))
    return model


def hidden(model):
    """Layers before the output that have an activation of their own; not the gates of recurrent ones."""
    kinds = (layers.Dense, layers.Conv1D, layers.Conv2D, layers.Conv3D, layers.Activation)
    last = private.head(model)
    return [layer for layer in private.layers_of(model) if isinstance(layer, kinds) and layer not in last]


def drawn_anew(seen):
    return Change("every kernel drawn anew, as Glorot and Bengio do", model=with_new_kernels)


def with_new_kernels(model):
    for variable in model.trainable_variables:
        if variable.path.endswith("kernel"):
            variable.assign(keras.initializers.GlorotUniform()(variable.shape))
    return model


def all_trained(seen):
    if all(variable.trainable for variable in private.trainable_of(seen.model)):
        return None
    return Change("every layer trainable", model=with_all_trained)


def with_all_trained(model):
    for layer in (model, *private.layers_of(model)):
        layer.trainable = True
    return model


def quick_statistics(seen):
    """Moving statistics of BatchNorm that keep up with the weights."""
    if not normalizations(seen.model):
        return None
    return Change("BatchNormalization at momentum 0.9, trained", model=with_quick_statistics)


def with_quick_statistics(model):
    for layer in normalizations(model):
        layer.momentum, layer.trainable = 0.9, True
    return model


def last_axis(seen):
    if all(layer.axis in (-1, len(layer.input.shape) - 1) for layer in normalizations(seen.model)):
        return None
    return cloned(seen, "BatchNormalization over the last axis", over_last_axis)


def over_last_axis(layer):
    return {"axis": -1} if isinstance(layer, layers.BatchNormalization) else {}


def full_precision(seen):
    if all(layer.compute_dtype in ("float32", None) for layer in private.layers_of(seen.model)):
        return None
    return cloned(seen, "float32 throughout", lambda layer: {"dtype": "float32"})


def wider(seen):
    """Four times the units of each hidden layer."""
    names = [layer.name for layer in seen.head]

    def widened(layer):
        sizes = [key for key in ("units", "filters") if hasattr(layer, key) and layer.name not in names]
        return {"name": layer.name, **{key: WIDER * getattr(layer, key) for key in sizes}}  # none fits as it is

    return cloned(seen, f"{WIDER} times the units", widened) if seen.head else None


def cloned(seen, words, change):
    """A Change by which layers are made anew, with the options that `change(layer)` gives; empty: left as it is.

    Only of networks that are no more than a graph of layers.
    """
    if not seen.graph:
        return None

    def made(layer):
        options = change(layer)
        return type(layer).from_config({**layer.get_config(), **options}) if options else layer

    return Change(words, model=lambda model: keras.models.clone_model(model, clone_function=made))


def no_penalty(seen):
    every = (seen.model, *private.layers_of(seen.model))
    penalized = [variable for layer in every for variable in layer.variables if variable.regularizer]
    active = [layer for layer in every if getattr(layer, "activity_regularizer", None)]
    if not penalized and not active and not seen.cfg.optimizer.get("weight_decay"):
        return None
    overrides = (("optimizer.weight_decay", 0.0),) if seen.cfg.optimizer.get("weight_decay") else ()
    return Change(
        "no penalties on weights and answers", overrides, model=lambda model: each(model, regularizers.unpenalized)
    )


def no_dropout(seen):
    if not any(regularizers.draws(layer) and not augments(layer) for layer in private.layers_of(seen.model)):
        return None
    return Change("no dropout and no noise", model=lambda model: each(model, calm), moot=True)


def calm(layer):
    if not augments(layer):
        regularizers.undisturbed(layer)
    if isinstance(layer, layers.Dropout):
        layer.rate = 0.0


def no_augmentation(seen):
    if not any(map(augments, private.layers_of(seen.model))):
        return None
    return Change("no random augmentation", model=lambda model: each(model, as_it_is))


def as_it_is(layer):
    if augments(layer):
        regularizers.undisturbed(layer)


def augments(layer):
    """Whether a layer of Keras' own changes inputs at random, in training alone."""
    kind = type(layer)
    return regularizers.draws(layer) and kind.__name__.startswith("Random") and kind.__module__.startswith("keras.")


def nothing_added(seen):
    """Layers that add nothing to the loss by themselves, such as a divergence."""
    seen.model(backend.tensors(seen.program.random_inputs(seen.model)), training=False)
    if not regularizers.penalty(seen.model):
        return None
    return Change("nothing added to the loss by layers", model=private.adding_nothing)


def each(model, change):
    for layer in (model, *private.layers_of(model)):
        change(layer)
    return model


def keras_step(seen):
    """Keras' own train_step in the place of the model's."""
    if not heads.own_step(seen.model):
        return None
    return Change("Keras' own train_step", model=private.keras_step, moot=True)
