"""MACHINERY. How far a training is, as it goes: a bar on a terminal, else a line now and then."""

import time

import keras

from ..keep import printing

SECONDS_BETWEEN_LINES = 60  # where there is no terminal
WIDE = 58  # columns of a terminal that has room for a bar and the time that is left


class Progress(keras.callbacks.Callback):
    """One progress bar over all epochs, erased at the end, also where the training breaks.

    Without a terminal, as in a cluster's log, a line now and then in its place.
    """

    def __init__(self, epochs, run_dir):
        from rich import console, progress

        super().__init__()
        self.epochs, self.run_dir = epochs, run_dir
        terminal = console.Console()
        width = terminal.width - 2  # for the ^C of an interrupt: a line that it makes too long would not be erased
        columns = [progress.MofNCompleteColumn(), "{task.description}"]
        if width >= WIDE:
            bar = progress.BarColumn(min(40, width - WIDE + 10))
            columns = [bar, columns[0], progress.TimeRemainingColumn(), columns[1]]
        self.bar = progress.Progress(
            "epoch", *columns, console=console.Console(width=width), transient=True, disable=not terminal.is_terminal
        )
        self.task = self.bar.add_task("", total=epochs)

    def on_train_begin(self, logs=None):
        self.bar.start()
        self.made = 0  # epochs by this process: a run that goes on has others behind it
        self.began = self.said = time.monotonic()

    def on_epoch_end(self, epoch, logs=None):
        figures = [f"{said} {logs[key]:.4g}" for said, key in (("loss", "loss"), ("val", "val_loss")) if key in logs]
        self.bar.update(self.task, completed=epoch + 1, description="  ".join(figures))
        self.made += 1
        now, left = time.monotonic(), self.epochs - epoch - 1
        if self.bar.disable and left and now - self.said >= SECONDS_BETWEEN_LINES:
            self.said = now
            remaining = printing.duration((now - self.began) / self.made * left)
            line = [f"epoch {epoch + 1}/{self.epochs}", *figures, f"{remaining} left → {printing.near(self.run_dir)}"]
            printing.say("  ".join(line))

    def close(self, logs=None):
        self.bar.stop()

    on_train_end = close
