"""MACHINERY. Works as it is; a template update replaces it. This is its one public door: train.py's, and `show`
for all of yours.

Each name is imported when it is first used: Keras takes seconds, and `--help` or a refused input must not wait for it.
"""

from importlib import import_module

VERSION = "0.1.0"  # of the template that this is from; its CHANGELOG.md says what each one changed
_DOOR = {
    "application": "launch.application",
    "load": "prepare.samples",
    "build": "prepare.network",
    "plan": "prepare.batches",
    "watch": "run.watching",
    "show": "figures.shown_values",
}
_WITHOUT_KERAS = ("launch.application", "prepare.samples", "figures.shown_values")


def __getattr__(name):
    if name not in _DOOR:
        raise AttributeError(f"recipe has no {name!r}; it has {', '.join(_DOOR)}")
    if _DOOR[name] not in _WITHOUT_KERAS:
        import_module(".keras_side.backend", __name__)  # the first to import Keras: it keeps TensorFlow's start silent
    return getattr(import_module(f".{_DOOR[name]}", __name__), name)
