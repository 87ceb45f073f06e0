"""Trains in a generated project, and stops trainings where it hurts: in the middle of a step, of a write.

    python tests/stopped.py PROJECT [--kills 50]

Each training is a process of its own, forked from one that has imported Keras, which runs the project's own command.
"""

import argparse
import multiprocessing
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from pathlib import Path

import backends

# Networks with all that draws and counts: dropout, noise, moving statistics, the best weights of two kinds.
TOYS = """
import keras
from keras import layers


def cnn(inputs, targets, initializer, **_):
    x = values = keras.Input(inputs.shape)
    x = layers.GaussianNoise(0.05)(x)
    x = layers.Conv1D(8, 5, strides=2, activation="relu")(x)
    x = layers.Dropout(0.2)(x)
    x = layers.Conv1D(8, 5, strides=2, activation="relu")(x)
    return keras.Model(values, layers.Dense(10)(layers.Flatten()(x)))


def normed(inputs, targets, initializer, **_):
    x = values = keras.Input(inputs.shape)
    x = layers.Dense(32, use_bias=False)(layers.Flatten()(x))
    x = layers.Activation("relu")(layers.BatchNormalization(momentum=0.9)(x))
    return keras.Model(values, layers.Dense(10)(x))


class Recurrent(keras.Model):
    def __init__(self):
        super().__init__()
        self.recurrent = layers.GRU(8, dropout=0.1, recurrent_dropout=0.1)
        self.head = layers.Dense(10)
        # None: the counter that all share, which JAX does not have in compiled code.
        self.seed = keras.random.SeedGenerator() if keras.backend.backend() == "jax" else None

    def call(self, x, training=False):
        x = keras.random.dropout(x, 0.05, seed=self.seed) if training else x
        return self.head(self.recurrent(x[:, ::4], training=training))


def recurrent(inputs, targets, initializer, **_):
    return Recurrent()
"""

SHORT = ["tracker=[]", "report=false", "data.load.validation=3700", "training.epochs=5", "training.subset.steps=100"]
# On PyTorch, where nothing is compiled, 148 batches of validation an epoch were most of it.
SHORT += ["training.checkpoint_seconds=0", "training.validation_batch_size=1000"]
STOPPER = "{_target_: keras.callbacks.EarlyStopping, min_delta: 0.05, patience: 2, restore_best_weights: true}"
NETWORKS = {
    "cnn": ["model._target_=paper_net.toys.cnn"],
    "normed": ["model._target_=paper_net.toys.normed", "training.judged={best: val/accuracy}"],
    "recurrent": ["model._target_=paper_net.toys.recurrent", f"+training.callbacks.stop={STOPPER}"],
}


def prepare(project):
    """Lays the networks into a project, and begins what its trainings fork from."""
    (project / "paper_net/toys.py").write_text(TOYS, encoding="utf-8")
    os.chdir(project)
    sys.path.insert(0, str(project))
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    backends.only_this()


def command(arguments, broken=None):
    """The project's train command in a process of its own.

    Args:
        arguments: of the command line.
        broken: called in that process before, to break something there.
    """

    def child():
        log = open(os.devnull, "w")
        os.dup2(log.fileno(), 1)
        sys.argv = ["train", *arguments]
        from paper_net import recipe
        from paper_net.train import train

        if broken:
            broken()
        try:
            recipe.application(train)
        except SystemExit as end:
            os._exit(end.code)  # without TensorFlow's own end, which a forked process does not survive

    process = multiprocessing.get_context("fork").Process(target=child)
    process.start()
    return process


def trained(arguments, broken=None):
    """Runs the command to its end; its exit status, negative where a signal ended it."""
    process = command(arguments, broken)
    process.join(300)
    return process.exitcode


def dies_after(number, by=signal.SIGKILL):
    """Ends the process with a signal right after it has written so many checkpoints."""

    def break_it():
        from paper_net.recipe.run import checkpoint

        written, write = [], checkpoint.write

        def then_die(*arguments):
            write(*arguments)
            written.append(arguments)
            if len(written) == number:
                os.kill(os.getpid(), by)

        checkpoint.write = then_die

    return break_it


def dies_writing(number, share):
    """Kills the process when a share of its checkpoint of this number is on disk."""

    def break_it():
        write_bytes, written = Path.write_bytes, []

        def torn(path, content):
            if path.name == "draft" and content[:2] == b"PK":  # an archive of arrays, not the history beside it
                written.append(path)
                if len(written) == number:
                    write_bytes(path, bytes(content)[: int(share * len(content))])
                    os.kill(os.getpid(), signal.SIGKILL)
            return write_bytes(path, content)

        Path.write_bytes = torn

    return break_it


def outcome(run_dir):
    """All that a run ended with, to the last bit: its history and its weights."""
    from paper_net.recipe.keep import identical

    weights = identical.weights(run_dir / "model.weights.h5")
    return (run_dir / "history.csv").read_bytes(), {path: array.tobytes() for path, array in weights.items()}


def crash(folder, kills, seed=0):
    """Kills trainings at random moments, resumes each in a new process, and compares with one never stopped.

    Yields:
        (what was done, whether it was killed so and ended the same).
    """
    draw = random.Random(seed)
    whole = {}
    for number in range(kills):
        name = draw.choice(list(NETWORKS))
        arguments = [*NETWORKS[name], *SHORT]
        if name not in whole:
            began = time.monotonic()
            assert trained([*arguments, f"hydra.run.dir={folder}/{name}"]) == 0
            whole[name] = outcome(folder / name), time.monotonic() - began
        run_dir = folder / f"{number}"
        if draw.random() < 0.5:
            checkpoint, share = draw.randint(1, 5), draw.random()
            said = f"{name}, killed in checkpoint {checkpoint} at {share:.0%} of its bytes"
            epochs = whole[name][0][0].count(b"\n") - 1  # early stopping ends one before it comes to the fifth
            end = trained([*arguments, f"hydra.run.dir={run_dir}"], dies_writing(checkpoint, share))
            died = end == (-signal.SIGKILL if checkpoint <= epochs else 0)
        else:
            seconds = draw.random() * whole[name][1]
            said = f"{name}, killed after {seconds:.2f} s of {whole[name][1]:.1f}"
            process = command([*arguments, f"hydra.run.dir={run_dir}"])
            process.join(seconds)
            process.kill()
            process.join()
            died = process.exitcode in (-signal.SIGKILL, 0)  # 0: it was over by then
        begun = (run_dir / ".hydra/hydra.yaml").exists()
        if not begun:  # killed before, or just after, its folder was made
            shutil.rmtree(run_dir, ignore_errors=True)
        status = trained([f"resume={run_dir}"] if begun else [*arguments, f"hydra.run.dir={run_dir}"])
        same = died and status == 0 and outcome(run_dir) == whole[name][0]
        yield said, same


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("project", type=lambda path: Path(path).resolve())
    parser.add_argument("--kills", type=int, default=50)
    options = parser.parse_args()
    prepare(options.project)
    with tempfile.TemporaryDirectory() as folder:
        survived = 0
        for said, same in crash(Path(folder), options.kills):
            survived += same
            print(f"{'same ' if same else 'OTHER'}  {said}", flush=True)
    print(f"{survived} of {options.kills} ended as if never stopped")
    sys.exit(survived < options.kills)


if __name__ == "__main__":
    main()
