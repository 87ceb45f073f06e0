"""MACHINERY. Whether W&B's service is at work: then it will answer, however late; where it is not, it is frozen."""

import contextlib
import glob
import os
import re
from pathlib import Path


def at_work(*threads):
    """Whether W&B's service or one of these threads computes, or waits for a core or a disk; only Linux tells."""
    found = re.findall(rf"^(\d+) \(wandb-core\) \S {os.getpid()} ", stats("/proc/[0-9]*"), re.MULTILINE)
    lines = [stats(f"/proc/{service}/task/*") for service in found]
    lines += [stats(f"/proc/self/task/{thread.native_id}") for thread in threads]
    return bool(re.search(r"\) [RD] ", "".join(lines)))


def stats(pattern):
    """The states of processes or threads, a line each, without those that have ended by now."""
    lines = []
    for folder in glob.glob(pattern):
        with contextlib.suppress(OSError):
            lines.append(Path(folder, "stat").read_text(errors="replace"))
    return "".join(lines)
