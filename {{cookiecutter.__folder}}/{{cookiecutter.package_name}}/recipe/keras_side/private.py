"""MACHINERY. The names of Keras that are private, and the methods of its objects that are listened to as they run.

Any of them may change with a version of Keras; backend.py and its modules hold those that concern one backend.
"""

import contextlib
import inspect
from unittest import mock

import keras

# While a `with` lasts, another function in the place of one of the machinery's own.
replaced = mock.patch.object


def layers_of(model):
    """Every layer of a model, inside other layers too. Private: `_flatten_layers`; `model.layers` are the outermost."""
    return model._flatten_layers(include_self=False)


def is_block(layer):
    """Whether a layer holds others. Private: `_layers`."""
    return bool(layer._layers)


def own_trainable(holder):
    """The variables that a layer, or an optimizer, itself holds to be trained.

    Private: `_trainable_variables`; a layer's public `trainable_variables` are empty while it is frozen.
    """
    return holder._trainable_variables


def trainable_of(model):
    """The variables to be trained of a model and all its layers, of frozen ones too, each once."""
    found = (variable for layer in (model, *layers_of(model)) for variable in own_trainable(layer))
    return list({id(variable): variable for variable in found}.values())


def loss_arguments(loss):
    """What the function of one of Keras' loss objects is called with beside targets and predictions, such as
    from_logits. Private: `_fn_kwargs`."""
    return loss._fn_kwargs


def loss_object(loss):
    """A loss as an object, whose `call` gives a value a sample. Private: the class that Keras makes of a function."""
    return loss if isinstance(loss, keras.losses.Loss) else keras.src.losses.losses.LossFunctionWrapper(loss)


def inner(optimizer):
    """The optimizer that Keras has wrapped under mixed_float16, to scale the loss; any other is itself."""
    return getattr(optimizer, "inner_optimizer", optimizer)


@contextlib.contextmanager
def each_step_updates(optimizer):
    """While it lasts, an optimizer accumulates no gradients over steps. The patch: its gradient_accumulation_steps."""
    with mock.patch.object(inner(optimizer), "gradient_accumulation_steps", None):
        yield


def build_optimizer(model):
    """Gives the optimizer its variables, where Keras' own train_step would.

    Made while TensorFlow traces that step, they are a third of the time before the first step of a small network.
    """
    whole = all(layer.built for layer in [model, *layers_of(model)])  # a subclassed one may have more variables later
    if whole and type(model).train_step is keras.Model.train_step and not model.optimizer.built:
        model.optimizer.build(model.trainable_variables)


def schedule(optimizer):
    """An optimizer's schedule; None where its rate is constant. Private: `_learning_rate`; in public it is a number."""
    found = getattr(inner(optimizer), "_learning_rate", None)
    return found if isinstance(found, keras.optimizers.schedules.LearningRateSchedule) else None


class Stopped(Exception):
    """The call of `fit` has been seen."""


def arguments_of_fit(train):
    """What `train()` hands to `fit`, by the names of its arguments; empty where it does not call it.

    It is stopped there. The patch: Keras' own `fit`, of every model, while `train` runs.
    """
    arguments, signature = {}, inspect.signature(keras.Model.fit)

    def listening(*args, **kwargs):
        bound = signature.bind(*args, **kwargs)
        bound.apply_defaults()
        arguments.update(bound.arguments)
        raise Stopped

    with mock.patch.object(keras.Model, "fit", listening), contextlib.suppress(Stopped):
        train()
    return arguments


@contextlib.contextmanager
def called_instead(layers, instead):
    """While it lasts, `instead(layer, call)`, of each layer and its own call, is called in the place of that.

    The patch: `call` of each layer. Keras looks at its signature to pass `training` and `mask` on.
    """
    with contextlib.ExitStack() as stack:
        for layer in layers:
            call = instead(layer, layer.call)
            call.__wrapped__ = layer.call
            stack.enter_context(mock.patch.object(layer, "call", call))
        yield


@contextlib.contextmanager
def reshapes(heard):
    """While it lasts, `heard(before, after)` is told of each reshape.

    The patch: `keras.ops.reshape`. Code that has imported the function itself is not heard.
    """
    reshape = keras.ops.reshape

    def listening(x, newshape):
        after = reshape(x, newshape)
        heard(x, after)
        return after

    with mock.patch.object(keras.ops, "reshape", listening):
        yield


@contextlib.contextmanager
def numbers_as_seeds(heard):
    """While it lasts, `heard(name)` is told of each random draw whose seed is a plain number, by which it is the same
    draw each time. The patch: the functions of `keras.random`; code that has imported one of them is not heard."""

    def listening(name, draw):
        def drawing(*args, **kwargs):
            if isinstance(kwargs.get("seed"), int):
                heard(name)
            return draw(*args, **kwargs)

        return drawing

    with contextlib.ExitStack() as stack:
        for name in ("normal", "uniform", "truncated_normal", "randint", "categorical", "gamma", "beta", "binomial"):
            instead = listening(name, getattr(keras.random, name))
            stack.enter_context(mock.patch.object(keras.random, name, instead))
        yield


def figures(model, reported):
    """{name: figure}, as `evaluate` gives them, of what the model's test_step has reported last.

    Private: how Keras chooses between that and its metrics, and makes numbers of them.
    """
    return keras.src.utils.python_utils.pythonify_logs(model._get_metrics_result_or_logs(reported))


def forget_losses(model):
    """Forgets what layers have added to the loss in the last call. Private: `_clear_losses`."""
    model._clear_losses()


@contextlib.contextmanager
def nothing_added(model):
    """While it lasts, no layer adds to the loss. The patch: `add_loss` of the model and of each layer."""
    with contextlib.ExitStack() as stack:
        for layer in (model, *layers_of(model)):
            stack.enter_context(mock.patch.object(layer, "add_loss", lambda _: None))
        yield


def adding_nothing(model):
    """Lets no layer add to the loss any more, and returns the model. The patch: as in `nothing_added`."""
    for layer in (model, *layers_of(model)):
        layer.add_loss = lambda _: None
    return model


@contextlib.contextmanager
def asked_for_loss(model):
    """Gathers True for each time that the model is asked for its loss. The patch: the model's `compute_loss`."""
    asked, compute_loss = [], model.compute_loss

    def listening(*args, **kwargs):
        asked.append(True)
        return compute_loss(*args, **kwargs)

    with mock.patch.object(model, "compute_loss", listening):
        yield asked


def always_inference(layer):
    """From now on a layer takes each call for one of inference. The patch: its class, by one of the same name, under
    which its weights are saved."""
    kind = type(layer)
    signature = inspect.signature(kind.call)

    def call(self, *args, **kwargs):
        given = signature.bind(self, *args, **kwargs)
        given.arguments["training"] = False
        return kind.call(*given.args, **given.kwargs)

    call.__signature__ = signature
    layer.__class__ = type(kind.__name__, (kind,), {"call": call, "__module__": kind.__module__})


def keras_step(model):
    """Gives a model Keras' own train_step. The patch: its class, by one of the same name, as in `always_inference`."""
    kind = type(model)
    own = {"train_step": keras.Model.train_step, "__module__": kind.__module__}
    model.__class__ = type(kind.__name__, (kind,), own)
    return model


def is_graph(model):
    """Whether a model is a graph of layers, and nothing more. Private: the class that Keras makes of such a one."""
    return type(model) in (keras.Sequential, keras.src.models.Functional)


def head(model):
    """The operations, layers among them, from a model's only output back to the last that has weights; empty where
    there are several, or the model is no graph. Private: `_keras_history`, where a symbolic tensor comes from."""
    tensors = keras.tree.flatten(getattr(model, "outputs", None) or [])
    found, outputs = [], tensors if len(tensors) == 1 else []
    while len(outputs) == 1:
        operation = outputs[0]._keras_history.operation
        found.append(operation)
        if getattr(operation, "weights", None) or isinstance(operation, keras.layers.InputLayer):
            return found if getattr(operation, "weights", None) else []
        outputs = keras.tree.flatten(operation.input)
    return []


def acts_as(operation):
    """The name of the activation that a layer or an operation ends in, or is; empty where it is none."""
    if hasattr(operation, "activation"):
        return operation.activation.__name__
    name = type(operation).__name__.lower()
    if name not in ("softmax", "sigmoid", "relu", "tanh", "softplus", "exp", "elu"):
        return ""
    return f"{name} over {operation.axis}" if getattr(operation, "axis", -1) != -1 else name


def answer_instead(operation, function):
    """From now on an operation answers a function of its input. The patch: its `call`."""
    operation.call = lambda x, *args, **kwargs: function(x)
