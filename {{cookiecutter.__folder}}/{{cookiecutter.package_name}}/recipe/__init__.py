"""MACHINERY. Works as it is; a template update replaces it. This is its one public door: for train.py, for `show`
anywhere in your code, and for a check, a cause or a tracker of your own.

Each name is imported when it is first used: Keras takes seconds, and `--help` or a refused input must not wait for it.
"""

from importlib import import_module

VERSION = "0.2.0"  # of the template that this is from; its CHANGELOG.md says what each one changed
_DOOR = {
    "application": "launch.application",
    "load": "prepare.samples",
    "build": "prepare.network",
    "plan": "prepare.batches",
    "watch": "run.watching",
    "load_run": "launch.stored",
    "show": "figures.shown_values",
    # What a check of your own returns; its causes are {name: evidence}.
    "Finding": "checks.verdicts",
    "passes": "checks.verdicts",
    "warns": "checks.verdicts",
    "fails": "checks.verdicts",
    # What a tracker of your own is given beside numbers and texts.
    "Histogram": "track.trackers",
    "Picture": "figures.sheet",
    "Table": "track.trackers",
}
_WITH_KERAS = ("prepare.network", "prepare.batches", "run.watching")


def __getattr__(name):
    if name not in _DOOR:
        raise AttributeError(f"recipe has no {name!r}; it has {', '.join(_DOOR)}")
    if _DOOR[name] in _WITH_KERAS:
        import_module(".keras_side.backend", __name__)  # the first to import Keras: it keeps TensorFlow's start silent
    return getattr(import_module(f".{_DOOR[name]}", __name__), name)
