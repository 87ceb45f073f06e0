"""What tells a busy service of W&B from one that no longer answers."""

import itertools
import os
import signal
import subprocess
import threading
import time
from types import SimpleNamespace

from paper_net.recipe.track import trackers
from paper_net.recipe.track.service import at_work


def wait_for(condition, seconds=60):
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.01)


def test_a_service_is_at_work_while_it_computes_and_not_while_it_rests_or_is_stopped(tmp_path):
    service = tmp_path / "wandb-core"
    service.write_text("#!/bin/sh\nread line\nwhile :; do :; done\n")
    service.chmod(0o700)
    begun = subprocess.Popen([service], stdin=subprocess.PIPE)
    try:
        wait_for(lambda: not at_work())
        begun.stdin.write(b"\n")
        begun.stdin.flush()
        wait_for(at_work)
        os.kill(begun.pid, signal.SIGSTOP)
        wait_for(lambda: not at_work())
    finally:
        begun.kill()
        begun.communicate()


def test_a_service_that_has_not_begun_is_waited_for_longer_than_one_that_rests(monkeypatch, tmp_path):
    may_begin, clock = threading.Event(), itertools.count(0, 10)
    seconds = SimpleNamespace(now=0)

    def sleep(_):
        seconds.now = min(20, next(clock))
        if seconds.now == 20:  # more than PATIENCE, less than FIRST_PATIENCE
            may_begin.set()

    for name in ("WANDB_ERROR_REPORTING", "WANDB_DATA_DIR"):
        monkeypatch.setenv(name, "")  # so that what the tracker sets is taken back
    monkeypatch.setattr(trackers, "time", SimpleNamespace(monotonic=lambda: seconds.now, sleep=sleep))
    monkeypatch.setattr(trackers, "at_work", lambda *_: False)
    tracker = trackers.WandB("project")
    tracker._begin = lambda *_: may_begin.wait()
    ended = []
    tracker._end_run = ended.append
    tracker.start({}, tmp_path)
    tracker.finish(failed=False)
    assert ended == [False]
