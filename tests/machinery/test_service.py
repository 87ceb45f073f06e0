"""What tells a busy service of W&B from one that no longer answers."""

import os
import signal
import subprocess
import time

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
