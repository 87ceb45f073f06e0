"""Tries on the broken programs of the rungs: a cause that a mend proves is the right one."""

import pytest
import test_rung_forward
import test_rung_loss
import test_rung_overfit
from rungs import examined

SECONDS = {"recipe.tries": 40}  # beside other tests

# Of the rungs' FAULTS: the check that fails, the cause, and what proves it. Without training, a second or two each.
PROVED = [
    ("forward", "output-contract", "fewer-units-than-classes", "3 units in the output"),
    ("forward", "output-range", "softmax-over-wrong-axis", "softmax as the output's activation"),
    ("forward", "not-affine", "no-nonlinearity", "rectifiers where layers have no activation"),
    ("forward", "batchnorm", "batchnorm-wrong-axis", "BatchNormalization over the last axis"),
    ("loss", "worked-by-hand", "loss-sign-flipped", "the loss turned round"),
    ("loss", "shapes-agree", "loss-broadcasts", "targets in the shape (1,) of the predictions"),
    ("loss", "units-differ", "symmetric-initialization", "every kernel drawn anew, as Glorot and Bengio do"),
]
# With a training on ten samples for each try.
LEARNT = [
    ("ten", "learnt", "adam-epsilon-wrong", "optimizer.epsilon=1e-07"),
    ("ten", "learnt", "gradient-clipped-away", "optimizer.clipnorm=null"),
    ("ten", "learnt", "dead-units", "biases that start at 0"),
    ("ten", "learnt", "relu-on-signed-target", "linear as the output's activation"),
    ("ten", "learnt", "weights-not-trained", "every layer trainable"),
    ("ten", "learnt", "targets-not-scaled", "targets standardized"),
]
MODULES = {"forward": test_rung_forward, "loss": test_rung_loss}
TOYS = {"forward": test_rung_forward.NETWORKS, "loss": test_rung_loss.TOYS}


def broken(rung, check, cause):
    """The changes of the configuration that make the first program with this fault."""
    if rung in MODULES:
        return next(fault[3] for fault in MODULES[rung].FAULTS if (fault[0], fault[2]) == (check, cause))
    found = (fault for fault in test_rung_overfit.FAULTS if fault[:3] == (rung, check, cause))
    return test_rung_overfit.program(**next(found)[3])


def asked(rows):
    return [(rung, {**broken(rung, check, cause), **SECONDS}, check) for rung, check, cause, _ in rows]


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    def of(rung):
        return examined(tmp_path_factory.mktemp(rung), TOYS[rung], asked([row for row in PROVED if row[0] == rung]))

    findings = {rung: of(rung) for rung in MODULES}
    return lambda rung, changes, check: findings[rung](rung, changes, check)


@pytest.fixture(scope="module")
def learnt(tmp_path_factory):
    return examined(tmp_path_factory.mktemp("learnt"), test_rung_loss.TOYS + test_rung_overfit.MORE, asked(LEARNT))


def proves(findings, check, cause, words):
    status, causes = findings[check]
    outcomes = findings["tried"][1]
    assert (status, causes[0]) == ("fail", cause)
    change, outcome, came = outcomes[cause]
    assert (change, outcome) == (words, "proved") and came.startswith("it passes (") and came.endswith("under 3 seeds")
    assert [one for one, (_, outcome, _) in outcomes.items() if outcome == "proved"] == [cause]


@pytest.mark.parametrize("row", PROVED, ids=lambda row: row[2])
def test_a_mend_proves_the_cause_without_training(found, row):
    ((rung, changes, check),) = asked([row])
    proves(found(rung, changes, check), *row[1:])


@pytest.mark.thorough
@pytest.mark.parametrize("row", LEARNT, ids=lambda row: row[2])
def test_a_mend_proves_the_cause_by_short_trainings(learnt, row):
    proves(learnt(*asked([row])[0]), *row[1:])
