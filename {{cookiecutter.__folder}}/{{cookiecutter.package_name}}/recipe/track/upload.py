"""MACHINERY. Uploads one W&B run while it is recorded: python -P upload.py RUN_FOLDER, started by trackers.py."""

import os
import sys
import threading


def end_with_the_training():
    """W&B would wait forever for the end of a run whose training was killed; this pipe ends with the training."""
    sys.stdin.read()
    os._exit(1)


if __name__ == "__main__":
    threading.Thread(target=end_with_the_training, daemon=True).start()
    from wandb.cli.cli import cli

    cli(["beta", "sync", "--live", sys.argv[1]])
