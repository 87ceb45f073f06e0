"""What a run rests on is written down, whatever else lies beside the code."""

import os
import socket
import subprocess
import sys

import pytest
from omegaconf import OmegaConf
from paper_net.recipe import dojo
from paper_net.recipe.keep import machine, project, record, run_files, source_code
from paper_net.recipe.paper import paper_yaml

# Of the one file below with nothing else known, as computed before what cannot be read was left out.
KNOWN = "9b506494334e44455fd74351fa46ba15bfa9773b8c41f3ae6fe542a1d17cf802"


@pytest.fixture
def package(tmp_path, monkeypatch):
    """A package of one file, in the place of this project's."""
    monkeypatch.setattr(source_code, "PACKAGE", tmp_path)
    (tmp_path / "model.py").write_text("a = 1  # one\n")
    (tmp_path / "recipe").mkdir()
    (tmp_path / "recipe/machinery.py").write_text("b = 2\n")
    yield tmp_path
    source_code.read.cache_clear()


def snapshot():
    """As a process that begins now writes it down."""
    source_code.read.cache_clear()
    return record.snapshot(project.compose(["tracker=[]"]), None)


def test_hidden_files_and_folders_of_such_a_name_are_nobodys_code(package, capsys):
    before = snapshot()
    for folder in (package, package / "recipe"):
        (folder / ".#model.py").symlink_to("somebody@machine.1234")  # an editor's lock
        (folder / "._model.py").write_bytes(b"\x00\x05\x16\x07\x00\xff")  # macOS' notes
        (folder / "x.py").mkdir()
    assert snapshot() == before
    assert capsys.readouterr().out == ""


def test_what_cannot_be_read_is_named_once_and_the_rest_is_kept(package, capsys):
    (package / "gone.py").symlink_to("nowhere")
    listening = socket.socket(socket.AF_UNIX)
    listening.bind(str(package / "odd.py"))  # no one may read it, root neither
    state = snapshot()
    for _ in range(2):  # of a sweep's jobs
        state = record.snapshot(project.compose(["tracker=[]"]), None)
        assert state["code"] == {"model.py": "a = 1  # one\n"}
        assert list(state["unread"]) == ["gone.py", "odd.py"]
    printed = "not in the record: gone.py (No such file or directory)\nnot in the record: odd.py ("
    assert capsys.readouterr().out.startswith(printed)
    assert record.fingerprint(state)


def test_what_is_typed_after_a_process_has_begun_is_not_what_it_runs(package):
    before = snapshot()
    (package / "model.py").write_text("a = 2\n")
    (package / "recipe/machinery.py").write_text("b = 3\n")
    assert record.snapshot(project.compose(["tracker=[]"]), None) == before
    after = snapshot()
    assert after["code"] != before["code"] and after["machinery"] != before["machinery"]


def test_no_secret_of_the_code_is_in_a_record(package):
    (package / "model.py").write_text('path = "postgres://me:hush@lab/runs"\n')
    assert snapshot()["code"]["model.py"] == 'path = "postgres://(a secret, left out)@lab/runs"\n'


FINGERPRINT = """
from paper_net.recipe.keep import project, record
state = record.snapshot(project.compose(["tracker=[]"]), None)
print(record.fingerprint(state), state["keras"], state["machine"].get("XLA_FLAGS"))
"""


def test_what_is_set_outside_of_the_project_is_in_the_record_and_in_the_fingerprint(tmp_path):
    (tmp_path / "keras.json").write_text('{"epsilon": 1e-3}')
    said = []
    for more in ({}, {"KERAS_HOME": str(tmp_path)}, {"XLA_FLAGS": "--xla_force_host_platform_device_count=2"}):
        asked = [sys.executable, "-c", FINGERPRINT]
        done = subprocess.run(asked, env={**os.environ, **more}, capture_output=True, text=True, check=True)
        said.append(done.stdout.split(maxsplit=1))
    (usual, nothing), (other, epsilon), (flagged, flags) = said
    assert (nothing, epsilon, flags.split()[1]) == (
        "{} None\n",
        "{'epsilon': 0.001} None\n",
        "--xla_force_host_platform_device_count=2",
    )
    assert len({usual, flagged, other}) == 3


def test_one_experiment_may_run_on_many_machines(package):
    here = snapshot()
    there = {**here, "machine": {**here["machine"], "processor": "another", "threads": 64}}
    assert record.fingerprint(there) == record.fingerprint(here)


@pytest.mark.parametrize("content", [b"print 'hello'\n", b"a = '\xe9\xa0'\n", b"a\x00b"])
def test_a_file_that_is_no_code_counts_by_its_bytes(package, tmp_path, content):
    before = record.fingerprint(snapshot())
    (package / "old.py").write_bytes(content)
    state = snapshot()
    assert record.fingerprint(state) == record.fingerprint(snapshot()) != before
    (package / "old.py").write_bytes(content.replace(b"a", b"b").replace(b"hello", b"world"))
    assert record.fingerprint(snapshot()) not in (before, record.fingerprint(state))
    run_files.write_json(tmp_path / "record.json", state)
    assert run_files.read_json(tmp_path / "record.json")["code"] == state["code"]


def test_comments_change_no_fingerprint_and_older_runs_are_found_again(package):
    state = {**dict.fromkeys(("machinery", "packages", "data")), "config": {}}
    for text in (b"a = 1  # one", b"a = 1  # two", b"a = 1  # na\xefve", b"\xef\xbb\xbfa = 1"):
        (package / "model.py").write_bytes(text)
        assert record.fingerprint({**state, "code": snapshot()["code"]}) == KNOWN


@pytest.fixture
def repository(tmp_path, monkeypatch):
    """A folder with notes.txt, large.txt and .env under version control, which the record looks at."""
    monkeypatch.setattr(machine, "PACKAGE", tmp_path / "package")
    for name in ("notes.txt", "large.txt", ".env"):
        (tmp_path / name).write_text("one\n")
    who = ["-c", "user.name=me", "-c", "user.email=me@lab"]
    for command in (["init", "-q"], ["add", "."], [*who, "commit", "-q", "-m", "Start"]):
        subprocess.run(["git", *command], cwd=tmp_path, check=True)
    return tmp_path


def test_a_difference_in_another_encoding_is_written_down(repository):
    (repository / "notes.txt").write_bytes(b"caf\xe9\n")
    assert "+caf\\xe9\n" in machine.revision.__wrapped__()["difference"]


def test_of_a_large_difference_a_digest_is_written_down_and_no_color(repository):
    subprocess.run(["git", "config", "color.ui", "always"], cwd=repository, check=True)
    (repository / "notes.txt").write_text("two\n")
    (repository / "large.txt").write_text("a line\n" * 100_000)
    difference = machine.revision.__wrapped__()["difference"]
    assert "\n+two\n" in difference and "\x1b" not in difference
    assert len(difference) < 1_000 and "large.txt" in difference and "SHA-256" in difference
    (repository / "large.txt").write_text("another\n" * 100_000)
    assert machine.revision.__wrapped__()["difference"] != difference


def test_no_secret_is_in_a_difference(repository):
    (repository / ".env").write_text("PASSWORD=hush\n")
    (repository / "notes.txt").write_text("postgres://me:hush@lab\n")
    difference = machine.revision.__wrapped__()["difference"]
    assert "hush" not in difference and "+postgres://(a secret, left out)@lab" in difference


def test_locks_beside_configurations_and_exercises_are_no_part_of_them(tmp_path, monkeypatch):
    (tmp_path / "conf/model").mkdir(parents=True)
    (tmp_path / "conf/model/cnn.yaml").write_text("_target_: package.model.cnn\n")
    (tmp_path / "conf/model/.#cnn.yaml").symlink_to("nowhere")
    (tmp_path / "package").mkdir()
    (tmp_path / "package/model.py").write_text("def cnn():\n    return block()\n\n\ndef block():\n    return 1\n")
    monkeypatch.setattr(paper_yaml, "CONF", tmp_path / "conf")
    assert paper_yaml.choice(OmegaConf.create({"model": {"_target_": "package.model.cnn"}}), "model") == "cnn"
    monkeypatch.setattr(dojo, "PROJECT", tmp_path)
    dojo.set_exercise(None, tmp_path / "dojo/level1-seed0")
    assert (tmp_path / "dojo/level1-seed0/package/model.py").exists()
