"""Starts, kills, full disks, torn files, resumes, edits and second processes in any order end in the same bits as one
undisturbed run, with nothing trained again that a checkpoint has, and the record names each edit."""

import json
import os
import subprocess

import pytest
from conftest import NAME, TEMPLATE, disk_of, generate
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule, run_state_machine_as_test
from rungs import PYTHON

EPOCHS = 5  # as in sequences.py
SEQUENCES, STEPS = 20, 8  # some minutes on two cores
# What model.py is: what it was, other bits, the same bits in other words.
EDITS = {"as it was": lambda text: text, "elu": lambda text: text.replace("layers.ReLU(", "layers.ELU(")}
EDITS["a line"] = lambda text: f"{text}\nEDITED = 1\n"
TORN = st.sampled_from([None, None, "checkpoint", "checkpoints", "history"])
SHARES = st.floats(0, 0.99)  # of a file, that are left
STATUS = {"SIGKILL": -9, "ENOSPC": 1}
FAULTS = ["SIGKILL"] if os.geteuid() else sorted(STATUS)  # only root mounts a disk, which then is filled
# A run writes Hydra's three files, its record, its history, a checkpoint an epoch, its figures and its result. Most of
# these moments come before its end, so that there is something to go on with.
MOMENTS = [("write", number) for number in (*range(1, 9), 11)]
MOMENTS += [("checkpoint", 1), ("checkpoint", 2), ("epoch", 1), ("epoch", 2), ("epoch", 3)]
SOURCES = st.sampled_from(["as it was", "as it was", "a line", "elu"])  # the same bits mostly, which can be compared


@pytest.fixture(scope="module")
def trainings(tmp_path_factory):
    """What asks sequences.py, and model.py of the project that it trains."""
    project = generate(tmp_path_factory.mktemp("order"), project_slug="paper-net", package_name=NAME)
    with disk_of("16m", tmp_path_factory.mktemp("disk")) as disk:
        pipe = subprocess.PIPE
        begun = subprocess.Popen(
            [PYTHON, TEMPLATE / "tests/sequences.py", project, disk],
            stdin=pipe,
            stdout=pipe,
            stderr=subprocess.DEVNULL,
            text=True,
        )

        def asked(what, **given):
            print(json.dumps([what, given]), file=begun.stdin, flush=True)
            return json.loads(next(line for line in begun.stdout if line.startswith("@"))[1:])

        yield asked, project / NAME / "model.py"
        begun.stdin.close()
        begun.wait()


@pytest.mark.thorough
def test_any_order_ends_in_the_same_bits_or_says_why_not(trainings):
    asked, model = trainings
    sources = {name: edit(model.read_text()) for name, edit in EDITS.items()}
    undisturbed = ["as it was", "elu"]
    for source in undisturbed:
        model.write_text(sources[source])
        assert asked("train", folder=source, seconds=0)["status"] == 0

    class Order(RuleBasedStateMachine):
        def __init__(self):
            super().__init__()
            asked("anew", folder="it")
            self.whole = {}  # {epoch: (the rows of the history, the source of each epoch)} of each whole checkpoint
            self.rows = []  # of the history on disk
            self.trained = []  # the source of each epoch that has been trained and not been lost
            self.recorded = []  # the source with which each command came to the record
            self.done = False
            self.edit("as it was")

        @initialize(seconds=st.sampled_from([0, 1000]))
        def draws_how_often_it_is_kept(self, seconds):
            self.seconds = seconds

        @rule(source=SOURCES, torn=TORN, share=SHARES, fault=st.sampled_from(FAULTS), moment=st.sampled_from(MOMENTS))
        def train(self, source, torn, share, fault, moment):
            where, number = moment
            self.edit(source)
            self.tear(torn, share)
            self.ends(asked("train", folder="it", seconds=self.seconds, fault=fault, where=where, number=number), fault)

        def ends(self, done, fault=None):
            """Compares what a command came to with what was to be expected of it."""
            told = done["told"]
            epochs, checkpoints = ([of for event, of in told if event == name] for name in ("epoch", "checkpoint"))
            begins = self.begins()
            assert epochs == list(range(begins, begins + len(epochs))), (self.whole, self.rows, done)
            struck = ["fault", None] in told
            assert done["status"] == (STATUS[fault] if struck else 0), done
            assert "Traceback" not in done["stderr"], done
            if self.done:
                assert not epochs and done["stdout"].startswith("done already") or struck, done
                return
            assert struck or begins + len(epochs) == EPOCHS, done
            assert struck or [epoch for epoch, _ in checkpoints] == self.expected(begins), (begins, done)
            before = self.whole.get(begins, ([], []))
            self.trained = before[1] + [self.source] * len(epochs)
            self.recorded += [self.source] * (["record", None] in told)
            if checkpoints:  # with which all but the last before it go
                written = {epoch: (rows[:epoch], self.trained[:epoch]) for epoch, rows in checkpoints}
                kept = ({begins: before} if begins else {}) | written
                self.whole = dict(sorted(kept.items())[-2:])
            self.rows, self.done = done["rows"], not struck

        def begins(self):
            """After which epoch it goes on: that of the last whole checkpoint whose history is the one on disk."""
            return max(
                (e for e, (rows, _) in self.whole.items() if len(rows) == e and self.rows[:e] == rows), default=0
            )

        def expected(self, begins):
            """After which epochs there is a checkpoint: of each, or of the first and the last."""
            epochs = range(begins + 1, EPOCHS + 1)
            return sorted({*epochs} if self.seconds == 0 else {*epochs[:1], *epochs[-1:]})

        def edit(self, source):
            model.write_text(sources[source])
            self.source = source

        def tear(self, name, share):
            if name is None or self.done or not self.whole:
                return
            self.rows = asked("tear", folder="it", name=name, share=share)
            if name != "history":
                self.whole = {} if name == "checkpoints" else dict(sorted(self.whole.items())[:-1])

        @precondition(lambda self: not self.done and self.begins() < EPOCHS)
        @rule()
        def second(self):
            done = asked("second", folder="it", seconds=self.seconds)
            said = f"/it: process {done['pid']} is still at it\n"
            assert (done["beside"]["status"], done["beside"]["stderr"][-len(said) :]) == (2, said), done
            self.ends(done, "SIGKILL")

        def teardown(self):
            if not self.done:
                self.ends(asked("train", folder="it", seconds=self.seconds))
            found = asked("outcome", folder="it", others=undisturbed)
            for source, others in (("as it was", {"as it was", "a line"}), ("elu", {"elu"})):
                if {*self.trained} <= others:
                    assert found["like"] == [source], (self.trained, found)
            first, *later = self.recorded
            assert found["code"] == sources[first], self.recorded
            assert len(found["resumed"]) == len(later), (self.recorded, found)
            for source, changes in zip(later, found["resumed"], strict=True):
                assert bool(changes) == (source != first), (first, source, changes)
                assert ("ELU(" in "".join(changes)) == (source != first and "elu" in (source, first)), changes

    limits = settings(
        max_examples=SEQUENCES,
        stateful_step_count=STEPS,
        phases=[Phase.generate],  # to shrink what fails would take hours
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    try:
        run_state_machine_as_test(Order, settings=limits)
    finally:
        model.write_text(sources["as it was"])
