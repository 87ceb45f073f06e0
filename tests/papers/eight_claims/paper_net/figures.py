"""Figures of a run that its result.json does not have."""

import json


def errors(folder):
    accuracy = json.loads((folder / "result.json").read_text())["test/accuracy"]
    return {"percent": 100 * (1 - accuracy), "share": 1 - accuracy}
