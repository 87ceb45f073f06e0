"""Writes what the table of bad inputs names: files of data, each with one fault, and modules of a researcher's.

python tests/bad_files.py FOLDER PACKAGE
"""

import io
import pickle
import sys
import zipfile
from pathlib import Path

import numpy as np

MODULES = {
    "bad.py": """
import keras
import numpy as np
from keras import layers


def narrow(inputs, targets, initializer):
    x = keras.Input(inputs.shape)
    return keras.Model(x, layers.Dense(2)(layers.Flatten()(x)))


def flat(inputs, targets, initializer):
    x = keras.Input(inputs.shape)
    return keras.Model(x, layers.Dense(10)(x))


def images(inputs, targets, initializer):
    x = keras.Input(inputs.shape)
    return keras.Model(x, layers.Conv2D(10, 3)(x))


def nothing(inputs, targets, initializer):
    pass


def train_alone():
    return {"train": (np.zeros((3, 40, 1)), np.arange(3))}


def no_pairs():
    return {"train": np.zeros((3, 40, 1)), "validation": np.zeros((3, 40, 1))}


def forgotten():
    pass


def lists():
    return {"train": ([[0.0]] * 3, [0, 1, 2]), "validation": ([[0.0]] * 3, [0, 1, 2])}


def clumsy():
    return {}["train"]
""",
    "lacking.py": "import not_installed_here\n",
}


class Planted:
    """Its unpickling leaves a file."""

    def __init__(self, path):
        self.path = str(path)

    def __reduce__(self):
        return open, (self.path, "w")


def write_files(folder):
    """One file of data that is sound, and others with one fault each; folders of runs."""
    rng, sound = np.random.default_rng(0), {}
    for split in ("train", "validation"):
        sound[f"x_{split}"] = rng.normal(size=(20, 40, 1)).astype("float32")
        sound[f"y_{split}"] = np.arange(20) % 3

    def write(name, **changed):
        arrays = {**sound, **changed}
        np.savez(folder / name, **{key: array for key, array in arrays.items() if array is not None})

    def spoiled(key, value):
        array = sound[key].astype("float32")
        array.flat[3] = value
        return array

    x, y = sound["x_train"], sound["y_train"]
    planted = np.array([Planted(folder / "unpickled")] * 20, dtype=object)
    write("sound.npz")
    write("nan.npz", x_train=spoiled("x_train", np.nan))
    write("infinite.npz", x_validation=spoiled("x_validation", np.inf))
    write("nan_targets.npz", y_train=spoiled("y_train", np.nan))
    write("nan_test.npz", x_test=spoiled("x_train", np.nan), y_test=y)
    write("empty_train.npz", x_train=x[:0], y_train=y[:0])
    write("empty_validation.npz", x_validation=x[:0], y_validation=y[:0])
    write("one_class.npz", y_train=np.ones(20, int))
    write("shorter.npz", y_train=y[:19])
    write("other_shape.npz", x_train=x.reshape(20, 20, 2))
    write("other_rank.npz", x_validation=x.reshape(20, 40))
    write("one_hot.npz", y_train=np.eye(3)[y])
    write("high.npz", y_train=np.arange(20) % 5)
    write("negative.npz", y_validation=y - 1)
    write("fractions.npz", y_train=y + 0.5)
    write("text.npz", x_train=np.array(["a"] * 20))
    write("complex.npz", x_train=x.astype("complex64"))
    write("one_number.npz", x_train=np.float32(3))
    write("lacking.npz", y_validation=None)
    write("lacking_test.npz", x_test=x)
    write("objects.npz", x_train=planted)
    (folder / "pickle.npz").write_bytes(pickle.dumps(Planted(folder / "unpickled")))
    (folder / "nothing.npz").write_bytes(b"")
    whole = (folder / "sound.npz").read_bytes()
    (folder / "cut_off.npz").write_bytes(whole[:-200])
    (folder / "flipped.npz").write_bytes(whole[:600] + bytes([whole[600] ^ 255]) + whole[601:])
    (folder / "table.npz").write_text("x,y\n1,2\n")
    np.save(folder / "alone.npy", x)
    encrypted, packed = bytearray(whole), bytearray(whole)  # of its first member, in both of a zip's headers
    for header, flags, method in ((b"PK\x03\x04", 6, 8), (b"PK\x01\x02", 8, 10)):
        encrypted[whole.index(header) + flags] |= 1
        packed[whole.index(header) + method] = 99
    (folder / "encrypted.npz").write_bytes(encrypted)
    (folder / "unknown_compression.npz").write_bytes(packed)
    absurd = io.BytesIO()
    huge = {"descr": "<f4", "fortran_order": False, "shape": (10**9, 10**9)}
    np.lib.format.write_array_header_1_0(absurd, huge)
    with zipfile.ZipFile(folder / "absurd.npz", "w") as archive:
        archive.writestr("x_train.npy", absurd.getvalue())
    with zipfile.ZipFile(folder / "archive.npz", "w") as archive:
        archive.writestr("notes.txt", "no array")
    (folder / "folder.npz").mkdir()
    for name, spoil in (("mapped", {"x_validation": spoiled("x_validation", np.inf)}), ("mapped_cut", {})):
        (folder / name).mkdir()
        for key, array in {**sound, **spoil}.items():
            np.save(folder / name / f"{key}.npy", array)
    (folder / "mapped_cut/x_train.npy").write_bytes((folder / "mapped/x_train.npy").read_bytes()[:-1])
    (folder / "mapped_cut/y_train.npy").write_bytes((folder / "mapped/y_train.npy").read_bytes()[:20])
    (folder / "unreadable.npz").write_bytes(whole)
    (folder / "unreadable.npz").chmod(0)
    (folder / "locked").mkdir(mode=0o555)
    for name, config_name in (("run", "config"), ("climb", "recipe"), ("sweep/0", "config"), ("torn", None)):
        (folder / name / ".hydra").mkdir(parents=True)
        saved = f"hydra: {{job: {{config_name: {config_name}}}}}\n" if config_name else "hydra: {job"
        (folder / name / ".hydra/hydra.yaml").write_text(saved)
    (folder / "torn/result.json").write_text('{"status": "do')
    (folder / "claimed/.hydra").mkdir(parents=True)  # all that a run has in its first moment
    (folder / "search").mkdir()
    forgetful = "hydra: {job: {config_name: config}, sweeper: {_target_: its.OptunaSweeper, storage: null}}"
    (folder / "search/multirun.yaml").write_text(forgetful)


def main():
    folder, package = map(Path, sys.argv[1:])
    write_files(folder)
    for name, content in MODULES.items():
        (package / name).write_text(content, encoding="utf-8")
    # Beside the package, whose files are all parsed for the record of a run.
    (package.parent / "torn.py").write_text("def cnn(inputs:\n")


if __name__ == "__main__":
    main()
