"""What a run rests on is written down, whatever else lies beside the code."""

import socket
import subprocess

import pytest
from omegaconf import OmegaConf
from paper_net.recipe import dojo, skeleton
from paper_net.recipe.keep import machine, record, run_files
from paper_net.recipe.paper import paper_yaml

# Of the one file below with nothing else known, as computed before what cannot be read was left out.
KNOWN = "61059101a99e8c37831100812599cf96ba7273f438da8ad5e66e55791e925b02"


@pytest.fixture
def package(tmp_path, monkeypatch):
    """A package of one file, in the place of this project's."""
    monkeypatch.setattr(record, "PACKAGE", tmp_path)
    record.say_once.cache_clear()
    (tmp_path / "model.py").write_text("a = 1  # one\n")
    (tmp_path / "recipe").mkdir()
    (tmp_path / "recipe/machinery.py").write_text("b = 2\n")
    return tmp_path


def snapshot():
    return record.snapshot(paper_yaml.compose(["tracker=[]"]), None)


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
    for _ in range(2):
        state = snapshot()
        assert state["code"] == {"model.py": "a = 1  # one\n"}
        assert list(state["unread"]) == ["gone.py", "odd.py"]
    printed = "not in the record: gone.py (No such file or directory)\nnot in the record: odd.py ("
    assert capsys.readouterr().out.startswith(printed)
    assert record.fingerprint(state)


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
    state = dict.fromkeys(("machinery", "config", "packages", "data"))
    for text in (b"a = 1  # one", b"a = 1  # two", b"a = 1  # na\xefve", b"\xef\xbb\xbfa = 1"):
        (package / "model.py").write_bytes(text)
        assert record.fingerprint({**state, "code": snapshot()["code"]}) == KNOWN


def test_a_difference_in_another_encoding_is_written_down(tmp_path, monkeypatch):
    monkeypatch.setattr(machine, "PACKAGE", tmp_path / "package")
    (tmp_path / "notes.txt").write_bytes(b"one\n")
    who = ["-c", "user.name=me", "-c", "user.email=me@lab"]
    for command in (["init", "-q"], ["add", "."], [*who, "commit", "-q", "-m", "Start"]):
        subprocess.run(["git", *command], cwd=tmp_path, check=True)
    (tmp_path / "notes.txt").write_bytes(b"caf\xe9\n")
    assert "+caf\\xe9\n" in machine.revision.__wrapped__()["difference"]


def test_locks_beside_configurations_and_exercises_are_no_part_of_them(tmp_path, monkeypatch, capsys):
    (tmp_path / "conf/model").mkdir(parents=True)
    (tmp_path / "conf/model/cnn.yaml").write_text("_target_: package.model.cnn\n")
    (tmp_path / "conf/model/.#cnn.yaml").symlink_to("nowhere")
    (tmp_path / "package").mkdir()
    (tmp_path / "package/model.py").write_text("def cnn():\n    return block()\n\n\ndef block():\n    return 1\n")
    monkeypatch.setattr(skeleton, "PACKAGE", tmp_path / "package")
    skeleton.main()
    assert capsys.readouterr().out == "still to write in model.py: block\n"
    monkeypatch.setattr(paper_yaml, "CONF", tmp_path / "conf")
    assert paper_yaml.choice(OmegaConf.create({"model": {"_target_": "package.model.cnn"}}), "model") == "cnn"
    monkeypatch.setattr(dojo, "PROJECT", tmp_path)
    dojo.set_exercise(None, tmp_path / "dojo/level1-seed0")
    assert (tmp_path / "dojo/level1-seed0/package/model.py").exists()
