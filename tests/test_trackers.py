"""A tracker never hurts: whatever happens to W&B, the training ends the same, says so once, and is on disk."""

import csv
import json
import os
import re
import shlex
import signal
import subprocess
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from conftest import NAME, TEMPLATE, generate
from test_project import PYTHON

MOST_SECONDS = 15  # that a run may last longer than one offline
SHORT = ["model=linear", "report=false", "data.load.validation=3700", "training.epochs=5", "seed=3"]

# A callback, since what is harmed in the middle of a run must be harmed in that process.
HARM = """
import os, queue, resource, signal, subprocess, threading, time, urllib.request
from pathlib import Path

import keras
from hydra.core.hydra_config import HydraConfig


def processes(*options):
    return subprocess.run(["ps", "-ww", "-o", "pid=,args=", *options], capture_output=True, text=True).stdout


def service():
    children = processes("--ppid", str(os.getpid())).splitlines()
    return next(int(child.split()[0]) for child in children if "wandb-core" in child)


def killed(folder):
    os.kill(service(), signal.SIGKILL)


def frozen(folder):
    (folder / "frozen").write_text(str(service()))
    os.kill(service(), signal.SIGSTOP)


def server(folder):
    urllib.request.urlopen(os.environ["WANDB_BASE_URL"] + "/break").read()


def full(folder):
    with open(folder / "wandb/filling", "wb", buffering=0) as filling:
        try:
            while True:
                filling.write(bytes(1024))
        except OSError:
            pass


def refused(folder):
    # As a full disk refuses, but the service alone, which tells nobody.
    resource.prlimit(service(), resource.RLIMIT_FSIZE, (0, 0))


def interrupted(folder):
    frozen(folder)
    threading.Thread(target=interrupt_at_the_end, args=[folder], daemon=True).start()


def interrupt_at_the_end(folder):
    while not (folder / "result.json").exists():
        time.sleep(0.05)
    time.sleep(0.3)  # then it waits for the service, which on a busy machine is given up soon
    os.kill(os.getpid(), signal.SIGINT)


def late(folder):
    os.kill(STOPPED.get(timeout=60), signal.SIGCONT)


def stop_at_once():
    while "wandb-core" not in processes("--ppid", str(os.getpid())):
        time.sleep(0.01)
    os.kill(service(), signal.SIGSTOP)
    STOPPED.put(service())


STOPPED = queue.Queue()


def nothing(folder):
    (folder / "children").write_text(processes("--ppid", str(os.getpid())))


def recording():
    return any(thread.name == "wandb" for thread in threading.enumerate())


def rows(folder):
    # Each stands in the record twice: in the summary, then in the history.
    return sum(path.read_bytes().count(b"train/loss") // 2 for path in folder.glob("wandb/latest-run/*.wandb"))


class Harm(keras.callbacks.Callback):
    def __init__(self, how):
        super().__init__()
        self.how = globals()[how]
        if self.how is late:
            threading.Thread(target=stop_at_once, daemon=True).start()

    def on_epoch_end(self, epoch, logs=None):
        if epoch == 3:
            folder = Path(HydraConfig.get().runtime.output_dir)
            # Until the service, unless it is stopped, has written down what it was given.
            while self.how is not late and recording() and rows(folder) < 2:
                time.sleep(0.05)
            if self.how is not late and recording():
                time.sleep(1.5)  # a row's end may be written a second after its beginning
            self.how(folder)
"""


# Each training is forked from a process that has imported Keras.
TRAININGS = """
import atexit, json, os, sys, time
from pathlib import Path
sys.path.insert(0, sys.argv[1])
import stopped

stopped.prepare(Path.cwd())


def begin(request):
    atexit._clear()  # of what this process has to do at its end
    os.environ.update(WANDB_BASE_URL=request["url"])
    said = os.open(request["said"], os.O_CREAT | os.O_WRONLY)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(said, 1)
    os.dup2(said, 2)
    sys.argv = ["train", *request["arguments"]]
    from paper_net import recipe
    from paper_net.train import train

    try:
        recipe.application(train)
    except SystemExit as end:
        return end.code


for line in sys.stdin:
    began = time.monotonic()
    child = os.fork()
    if not child:
        status = begin(json.loads(line))
        atexit._run_exitfuncs()
        sys.stdout.flush()
        os._exit(status)
    _, status = os.waitpid(child, 0)
    print(json.dumps([os.waitstatus_to_exitcode(status), time.monotonic() - began]), flush=True)
"""
NOBODY = "http://127.0.0.1:9"  # a port where nobody listens
KEY = "f" * 40


class Server(ThreadingHTTPServer):
    """As much of a W&B server as an upload needs.

    Args:
        broken: what it answers: an HTTP status, hang for nothing at all, None for what an upload hopes for.
        later: what it answers from /break on, which waits for the first rows to have come.
    """

    def __init__(self, broken=None, later=None):
        super().__init__(("127.0.0.1", 0), Answers)
        self.broken, self.later = broken, later
        self.steps, self.streamed, self.ended = set(), threading.Event(), threading.Event()
        self.url = f"http://127.0.0.1:{self.server_port}"

    def __enter__(self):
        threading.Thread(target=self.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.ended.set()
        self.shutdown()
        self.server_close()

    def handle_error(self, *_):
        """Those who called may have gone."""


class Answers(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        server = self.server
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode(errors="replace")
        if self.path == "/break":
            server.streamed.wait(10)
            server.broken = server.later
            self.answer({})
        elif server.broken == "hang":
            server.ended.wait()
        elif server.broken:
            self.answer({"errors": [{"message": "broken"}]}, server.broken)
        elif "file_stream" in self.path:
            rows = json.loads(body)["files"].get("wandb-history.jsonl", {"content": []})["content"]
            server.steps |= {json.loads(row)["_step"] for row in rows}
            server.streamed.set()
            self.answer({})
        elif "UpsertBucket" in body:
            project = {"id": "cA==", "name": "p", "entity": {"id": "ZQ==", "name": "e"}}
            bucket = {"id": "cg==", "name": "r", "displayName": "r", "config": "{}", "project": project}
            self.answer({"data": {"upsertBucket": {"bucket": bucket, "inserted": True}}})
        elif "CreateRunFiles" in body:
            files = [{"name": name, "uploadUrl": server.url} for name in json.loads(body)["variables"]["files"]]
            self.answer({"data": {"createRunFiles": {"runID": "r", "uploadHeaders": [], "files": files}}})
        elif "createArtifact(" in body:
            artifact = {"id": "YQ==", "state": "COMMITTED", "artifactSequence": {"id": "cw==", "latestArtifact": None}}
            self.answer({"data": {"createArtifact": {"artifact": artifact}}})
        else:
            self.answer({"data": {}})

    do_GET = do_PUT = do_POST

    def answer(self, content, status=200):
        content = json.dumps(content).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_):
        """Not into the tests' output."""


def arguments(folder, *overrides, harm="nothing"):
    callback = f"+training.callbacks.harm={{_target_: {NAME}.harm.Harm, how: {harm}}}"
    return [*SHORT, callback, *overrides, f"hydra.run.dir={folder}"]


def environment(url):
    return {**os.environ, "WANDB_BASE_URL": url, "WANDB_API_KEY": KEY}


class Run:
    """A training by the project's own command, to its end."""

    def __init__(self, trainings, folder, *overrides, harm="nothing", url=NOBODY):
        self.folder = folder
        request = {"arguments": arguments(folder, *overrides, harm=harm), "url": url, "said": f"{folder}.txt"}
        trainings.stdin.write(json.dumps(request) + "\n")
        trainings.stdin.flush()
        self.status, self.seconds = json.loads(trainings.stdout.readline())
        self.said = Path(request["said"]).read_text().splitlines()

    def outcome(self):
        assert self.status == 0, self.said
        assert json.loads((self.folder / "result.json").read_text())["status"] == "done"
        return [(self.folder / name).read_bytes() for name in ("history.csv", "model.weights.h5")]

    def steps(self):
        """(those of the history, those in W&B's record)"""
        inspect = [PYTHON, "-m", "wandb", "leet", "inspect", "--json", self.folder / "wandb/latest-run"]
        lines = subprocess.run(inspect, capture_output=True, text=True).stdout.splitlines()
        recorded = [record["history"]["item"] for record in map(json.loads, lines) if record["type"] == "history"]
        rows = csv.DictReader((self.folder / "history.csv").open())
        return {int(row["step"]) for row in rows}, {item["_step"] for item in recorded if "train/loss" in item}


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    made = generate(tmp_path_factory.mktemp("project"), project_slug="paper-net", package_name=NAME)
    (made / NAME / "harm.py").write_text(HARM, encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def trainings(project):
    (project / "runs").mkdir()
    command = [PYTHON, "-c", TRAININGS, TEMPLATE / "tests"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=project, env=environment(NOBODY), stdin=pipe, stdout=pipe, text=True) as begun:
        yield begun
        begun.stdin.close()


@pytest.fixture(scope="module")
def untracked(trainings, project):
    return Run(trainings, project / "runs/untracked", "tracker=[]")


@pytest.fixture(scope="module")
def offline(trainings, project):
    return Run(trainings, project / "runs/offline")


@pytest.fixture
def folder(project, request):
    return project / "runs" / re.sub(r"\W+", "-", request.node.name)


def is_not_hurt(run, untracked, offline):
    """That a run is the one without a tracker but for a line, which is returned."""
    assert run.outcome() == untracked.outcome()
    assert run.seconds < offline.seconds + MOST_SECONDS
    (line,) = [said for said in run.said if not said.startswith("trained on")]
    assert "tracker wandb" in line
    return line


def test_offline_records_without_a_process_that_uploads(untracked, offline):
    assert offline.outcome() == untracked.outcome()
    assert len(offline.said) == 1, offline.said
    (child,) = [line for line in (offline.folder / "children").read_text().splitlines() if " ps " not in line]
    assert "wandb-core" in child
    in_history, recorded = offline.steps()
    assert in_history == recorded and len(recorded) == 5


def test_online_uploads_beside_the_training(trainings, folder, untracked, offline):
    with Server() as server:
        run = Run(trainings, folder, "tracker.wandb.mode=online", url=server.url)
    assert run.outcome() == untracked.outcome()
    assert len(run.said) == 1, run.said
    (recorded,) = folder.glob("wandb/offline-run-*")
    assert f"upload.py {recorded}\n" in (folder / "children").read_text()
    assert run.steps()[0] <= server.steps
    assert run.seconds < offline.seconds + MOST_SECONDS


SERVERS = {
    "refuses the key": {"broken": 401},
    "never answers from the middle on": {"later": "hang"},
    "refuses the run": {"broken": 400},
    "answers 500": {"broken": 500},
    "never answers": {"broken": "hang"},
    "answers 500 from the middle on": {"later": 500},
}
NAMES = [pytest.param(name, marks=[pytest.mark.thorough] * (number > 1)) for number, name in enumerate(SERVERS)]


@pytest.mark.parametrize("name", NAMES)
def test_no_training_waits_for_a_server_that(name, trainings, folder, untracked, offline):
    kind = SERVERS[name]
    with Server(**kind) as server:
        harm = "server" if "later" in kind else "nothing"
        run = Run(trainings, folder, "tracker.wandb.mode=online", harm=harm, url=server.url)
        line = is_not_hurt(run, untracked, offline)
        in_history, recorded = run.steps()
        assert in_history == recorded
        secret = [path for path in folder.rglob("*") if path.is_file() and KEY.encode() in path.read_bytes()]
        assert not secret
        if "later" in kind:
            # Once the server is well again, the command that the line names uploads the run.
            server.broken = None
            _, upload = line.split("later: wandb ")
            command = [PYTHON, "-m", "wandb", *shlex.split(upload)]
            subprocess.run(
                command, cwd=folder, env=environment(server.url), timeout=60, check=True, capture_output=True
            )
            assert in_history <= server.steps


def test_no_training_needs_a_network(trainings, folder, untracked, offline):
    run = Run(trainings, folder, "tracker.wandb.mode=online")
    is_not_hurt(run, untracked, offline)
    in_history, recorded = run.steps()
    assert in_history == recorded


@pytest.mark.parametrize(("harm", "mode"), [("killed", "online"), ("frozen", "offline"), ("refused", "offline")])
def test_no_training_needs_a_service_that_is(harm, mode, trainings, folder, untracked, offline):
    with Server() as server:
        run = Run(trainings, folder, f"tracker.wandb.mode={mode}", harm=harm, url=server.url)
    if harm == "frozen":
        os.kill(int((folder / "frozen").read_text()), signal.SIGKILL)  # it cannot end by itself
    is_not_hurt(run, untracked, offline)
    in_history, recorded = run.steps()
    assert set(sorted(in_history)[:2]) <= recorded  # W&B writes a row once the next one has come


def test_no_training_waits_for_a_service_that_answers_late_whose_record_is_whole_all_the_same(
    trainings, folder, untracked, offline
):
    run = Run(trainings, folder, harm="late")
    assert run.outcome() == untracked.outcome()
    assert len(run.said) == 1, run.said
    in_history, recorded = run.steps()
    assert in_history == recorded and len(recorded) == 5


def test_an_interrupt_ends_the_wait_for_a_service_and_keeps_what_is_recorded(trainings, folder, offline):
    run = Run(trainings, folder, harm="interrupted")
    os.kill(int((folder / "frozen").read_text()), signal.SIGKILL)
    assert run.status == 130 and run.said[-1].startswith("interrupted"), run.said
    assert run.seconds < offline.seconds + MOST_SECONDS
    in_history, recorded = run.steps()
    assert set(sorted(in_history)[:2]) <= recorded


def test_no_training_needs_a_folder_for_its_record(trainings, folder, untracked, offline):
    folder.mkdir(parents=True)
    (folder / "wandb").write_text("a file where W&B wants its folder")
    is_not_hurt(Run(trainings, folder), untracked, offline)


@pytest.fixture
def small_disk(folder):
    """A disk of 200 kB for W&B's folder."""
    if os.geteuid():
        pytest.skip("only root mounts a disk")
    (folder / "wandb").mkdir(parents=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=200k", "none", folder / "wandb"], check=True)
    yield
    subprocess.run(["umount", folder / "wandb"], check=True)


def test_no_training_needs_a_disk_with_room(small_disk, trainings, folder, untracked, offline):
    run = Run(trainings, folder, "tracker.wandb.mode=online", harm="full")
    is_not_hurt(run, untracked, offline)
    in_history, recorded = run.steps()
    assert set(sorted(in_history)[:2]) <= recorded


def test_no_upload_goes_on_where_a_training_was_killed(project, folder):
    def uploads():
        return subprocess.run(["pgrep", "-f", f"upload.py {folder}"], capture_output=True).stdout

    with Server("hang") as server:
        long = arguments(folder, "tracker.wandb.mode=online", "training.epochs=1000")
        command = [PYTHON, "-m", f"{NAME}.train", *long]
        training = subprocess.Popen(command, cwd=project, env=environment(server.url), stdout=subprocess.DEVNULL)
        wait_for(uploads)
        training.kill()
        training.wait()
        wait_for(lambda: not uploads())


def wait_for(condition, seconds=60):
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.1)
