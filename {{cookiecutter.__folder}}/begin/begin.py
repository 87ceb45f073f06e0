"""Takes the worked example out, once, for a paper of your own: `make begin`, or the answer `empty` when generating.

What takes its place lies beside this file. When all is done this folder goes, too. No package is needed for it.
"""

import json
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parent
NAME = "{{ cookiecutter.package_name }}"

GONE = [
    "conf/data/mnist1d.yaml",
    "conf/data/digits.yaml",
    "conf/experiment/paper_protocol.yaml",
    "conf/model/cnn.yaml",
    "docs/first_day.md",
    f"{NAME}/worked_example",
]
PLACES = {
    "mine.yaml": "conf/data/mine.yaml",
    "network.yaml": "conf/model/network.yaml",
    "paper.yaml": "conf/paper.yaml",
}
IMPORTS = "import math\n\nimport keras\nfrom keras import layers\n\n\n"
LOADER = '''\
def load_mine(folder):
    """What the paper learns from.

    Args:
        folder: where its files lie.

    Returns:
        The splits {"train": (inputs, targets), "validation": …, "test": …}, as conf/data/mine.yaml declares them, and
        the `groups` that it names.
    """
    raise NotImplementedError
'''
SCHEDULE = f"""\
schedule: null
# Called with the learning rate and the updates (not epochs) of the whole run: {NAME}.train.late_drop is one,
# keras.optimizers.schedules.CosineDecay with _partial_: true another."""
METRICS = """\
# null in the place of a metric, or of a callback: without it. What a compute_loss of its own updates is an attribute of
# the network, and not named here.
metrics: {}
#  accuracy: {_target_: keras.metrics.SparseCategoricalAccuracy, name: accuracy}
#  mine: {_target_: keras.metrics.MeanMetricWrapper, fn: {_target_: PACKAGE.losses.mine, _partial_: true}, name: mine}
#  # a function f(y_true, y_pred) of your own, one value a sample
#  digit: {accuracy: {_target_: keras.metrics.SparseCategoricalAccuracy, name: accuracy}}
#  # of several outputs that of `digit`, recorded as train/digit_accuracy and val/digit_accuracy"""
# Passages of the example: {file: [(its first words, its last words, what takes its place)]}
PASSAGES = {
    "Makefile": [("test begin", "", "test"), ("begin:  ##", "begin/begin.py\n\n", "")],
    "README.md": [
        ("It starts as a worked example", "are its own.", "The figures that commands print below are an example's."),
        ("New here?", "or none.\n\n", ""),
        ("`make begin` takes", "what they need.\n", ""),
        ("encoder, convolution, head in", "", "network in"),
        ("| MNIST-1D, test accuracy", "Replicated: the", "Replicated: the"),
        (" (\\* ours", "worked_example/`.", "; where the paper gives\nnone, one percentage point."),
        ("experiment=paper_protocol", "", "experiment=NAME"),
        ("        worked_example/", "table\n", ""),
        ("begin/ ", "place\n    ", ""),
        ("the first day; the checks", "", "the checks"),
    ],
    "conf/config.yaml": [
        ("data: mnist1d           #", "", "data: mine              #"),
        ("mnist1d | digits |", "", "mine |"),
        ("model: cnn              #", "", "model: network          #"),
        ("cnn | linear", "", "network | linear"),
        ("initializer: torch_default  #", "", "initializer: glorot_uniform  #"),
        ("at once paper_protocol", "", "at once: a file in conf/experiment/"),
    ],
    "conf/data/npz.yaml": [("mean_squared_error '~", "model.py.", "mean_squared_error.")],
    "conf/optimizer/adam.yaml": [("learning_rate: 0.01", "code", "learning_rate: 0.001")],
    "conf/training/default.yaml": [
        ("# 7,200 steps", "an epoch.", "# As the paper trains; what it does not say is a question in conf/paper.yaml."),
        ("schedule:  ", "… to this share of its first value", SCHEDULE),
        ("metrics:  ", "name: mine}", METRICS.replace("PACKAGE", NAME)),
    ],
    "constraints.txt": [("mnist1d==", "\n", "")],
    "constraints-lowest.txt": [("mnist1d==", "\n", "")],
    "pyproject.toml": [('    "mnist1d', "\n", "")],
    f"{NAME}/data.py": [
        ("import logging\n", "", ""),
        ("log = logging.getLogger(__name__)\n\n\n", "", "\n"),
        ("def load_mnist1d(", '"test": test,\n    }\n', LOADER),
        ("def load_digits(", "targets[validation_end:]),\n    }\n\n\n", ""),
    ],
}


def with_baseline(text, example):
    """The new model.py, with the dumb baseline of the example's where that still has it: all must beat it."""
    begin = example.find("def linear(")
    if begin < 0:
        return text
    return text.replace("\n\ndef network(", f"\n{IMPORTS}def network(") + f"\n\n{example[begin:]}"


def uncommitted():
    """Whether files that git knows differ from its last commit; False where there is no git."""
    command = ["git", "status", "--porcelain", "--untracked-files=no", "--", "."]
    try:
        return bool(subprocess.run(command, cwd=PROJECT, capture_output=True).stdout)
    except FileNotFoundError:
        return False


def replaced(text, passages):
    """The text with its passages replaced, and the first words of those that it lacks."""
    lacking = []
    for first, last, new in passages:
        begin = text.find(first)
        end = text.find(last, begin + len(first))
        if min(begin, end) < 0:
            lacking.append(first.strip())
        else:
            text = text[:begin] + new + text[end + len(last) :]
    return text, lacking


def generated_empty():
    """Tells `cruft update`, where it is used, that the project is one that was generated empty."""
    file = PROJECT / ".cruft.json"
    if file.exists():
        state = json.loads(file.read_text(encoding="utf-8"))
        state["context"]["cookiecutter"]["start"] = "empty"
        file.write_text(json.dumps(state, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def main():
    if uncommitted():
        sys.exit("refused: commit what you have changed first, since files of the example are replaced")
    changed = []
    for name, passages in PASSAGES.items():
        file = PROJECT / name
        text, lacking = replaced(file.read_text(encoding="utf-8"), passages)
        file.write_text(text, encoding="utf-8")
        changed += [f"  {name}: {words}" for words in lacking]
    for name in GONE:
        path = PROJECT / name
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
    for name, place in PLACES.items():
        shutil.copy(HERE / name, PROJECT / place)
    model = PROJECT / NAME / "model.py"
    model.write_text(
        with_baseline((HERE / "model.py").read_text(encoding="utf-8"), model.read_text(encoding="utf-8")),
        encoding="utf-8",
    )
    generated_empty()
    shutil.rmtree(HERE)
    if changed:
        print("Left as it is, since it is no longer the example's:", *changed, sep="\n")
    yours = (*PLACES.values(), f"{NAME}/model.py", f"{NAME}/data.py")
    print("Yours to write:", *yours, sep="\n  ")


if __name__ == "__main__":
    main()
