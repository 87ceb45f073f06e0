"""Starts, kills, resumes, edits and second processes in any order end in the same bits as one undisturbed run, or say
why not."""

import json
import subprocess

import pytest
from conftest import NAME, TEMPLATE, generate
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule, run_state_machine_as_test
from rungs import PYTHON

EPOCHS = 4
SEQUENCES, STEPS = 8, 5  # some minutes on two cores
# What model.py is, beside what it was: other bits, the same bits in other words.
EDITS = {"as it was": lambda text: text, "elu": lambda text: text.replace("layers.ReLU(", "layers.ELU(")}
EDITS["a line"] = lambda text: f"{text}\nEDITED = 1\n"


@pytest.fixture(scope="module")
def trainings(tmp_path_factory):
    """What asks sequences.py, and the project that it trains."""
    project = generate(tmp_path_factory.mktemp("order"), project_slug="paper-net", package_name=NAME)
    pipe = subprocess.PIPE
    begun = subprocess.Popen(
        [PYTHON, TEMPLATE / "tests/sequences.py", project],
        stdin=pipe,
        stdout=pipe,
        stderr=subprocess.DEVNULL,
        text=True,
    )

    def answer():
        return json.loads(next(line for line in begun.stdout if line.startswith("@"))[1:])

    def asked(what, number=0):
        print(json.dumps([what, number]), file=begun.stdin, flush=True)
        return answer()

    assert answer()["status"] == 0  # the undisturbed one
    yield asked, project / NAME / "model.py"
    begun.stdin.close()
    begun.wait()


@pytest.mark.thorough
def test_any_order_ends_in_the_same_bits_or_says_why_not(trainings):
    asked, model = trainings
    text = model.read_text()

    class Order(RuleBasedStateMachine):
        def __init__(self):
            super().__init__()
            asked("anew")
            model.write_text(text)
            self.begun, self.done, self.epochs = False, False, 0

        @rule(number=st.integers(0, EPOCHS + 1))
        def train(self, number):
            done = asked("train", number)
            assert "Traceback" not in done["stderr"], done
            left = EPOCHS - self.epochs
            dies = not self.done and (number <= left if number else left > 0)
            assert done["status"] == (-9 if dies else 0), done
            assert done["stdout"].startswith("done already") == self.done
            self.begun, self.done, self.epochs = True, not dies, self.epochs + number

        @rule(source=st.sampled_from(sorted(EDITS)))
        def edit(self, source):
            model.write_text(EDITS[source](text))

        @precondition(lambda self: self.begun and self.epochs < EPOCHS and not self.done)
        @rule()
        def second(self):
            done = asked("second")
            said = f"/it: process {done['pid']} is still at it\n"
            assert (done["beside"]["status"], done["beside"]["stderr"][-len(said) :]) == (2, said), done
            assert (done["status"], "Traceback" in done["stderr"]) == (0, False), done
            self.done = True

        def teardown(self):
            if not self.done:
                self.train(EPOCHS + 1)
            found = asked("outcome")
            assert found["same"] or "layers.ELU(" in found["code"], found

    limits = settings(
        max_examples=SEQUENCES, stateful_step_count=STEPS, deadline=None, suppress_health_check=list(HealthCheck)
    )
    try:
        run_state_machine_as_test(Order, settings=limits)
    finally:
        model.write_text(text)
