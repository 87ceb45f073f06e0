"""The rungs `one` and `ten`: each check catches a wrong program and leaves its twin alone."""

import pytest
from rungs import both, examined, left_alone
from test_rung_loss import BCE, BINARY, MSE, TOYS, keras_loss, own, program

pytestmark = pytest.mark.thorough

# What a network may be beside a stack of layers: features and a head on them, two outputs.
MORE = """


def featured(inputs, targets, initializer, frozen=""):
    # A head on few features.
    values = keras.Input(inputs.shape)
    features = keras.Sequential([layers.Dense(32, activation="relu"), layers.Dense(4, activation="relu")])
    features.trainable = frozen != "features"
    model = keras.Model(values, layers.Dense(1)(features(values)))
    model.trainable = frozen != "everything"
    return model


def doses(scale=1.0, **data):
    # A dose, and the change that it makes.
    def both(x, y):
        return x, {"dose": y + 3, "change": scale * (x[:, 2:3] - x[:, 3:4] - 1)}

    return {name: both(*split) for name, split in load(**data).items()}


def doubled(inputs, targets, initializer, head=None):
    values = keras.Input(inputs.shape)
    x = layers.Dense(32, activation="relu")(values)
    change = layers.Dense(1, activation=head, name="change")(layers.Dense(32, activation="relu")(x))
    return keras.Model(values, {"dose": layers.Dense(1, name="dose")(x), "change": change})
"""

CONSTANT = {"class_name": "Constant", "config": {"value": -30.0}}
CLIPPED = {"_target_": "keras.optimizers.SGD", "learning_rate": 0.1, "clipnorm": 1e-5}
SGD = {"_target_": "keras.optimizers.SGD", "learning_rate": 0.1}
SLOWLY = {"learning_rate": 1e-3}
WITHOUT = {"callbacks": {"plateau": None}, "metrics": {"accuracy": None}}


def featured(**model):
    return {"data": {"kind": "values"}, "loss": MSE, "_target_": "paper_net.toys.featured", **model}


def doubled(scale=1.0, optimizer=None, **model):
    return {
        "data": {"_target_": "paper_net.toys.doses", "kind": "values", "scale": scale},
        "targets": dict.fromkeys(("dose", "change"), {"shape": [1], "dtype": "float32", "kind": "values"}),
        "loss": {"dose": MSE, "change": MSE},
        "training": {"metrics": {}},
        "optimizer": optimizer,
        "_target_": "paper_net.toys.doubled",
        **model,
    }


# The rung; the check and the cause that say what is wrong; the broken program, its healthy twin.
FAULTS = [
    ("one", "learnt", "learning-rate-too-low", {"optimizer": {"learning_rate": 1e-7}}, {}),
    ("ten", "learnt", "adam-epsilon-wrong", {"optimizer": {"epsilon": 1e5}}, {}),
    ("ten", "learnt", "gradient-clipped-away", {"optimizer": CLIPPED}, {"optimizer": SGD, "training": WITHOUT}),
    ("ten", "learnt", "dead-units", {"bias": CONSTANT}, {}),
    (
        "ten",
        "learnt",
        "symmetric-initialization",
        {"kernel": "zeros", "last": "zeros"},
        {"last": "zeros"},
    ),
    (
        "ten",
        "as-predicted",
        "softmax-over-wrong-axis",
        {"head": "softmax over samples"},
        {"head": "softmax", "loss": keras_loss("SparseCategoricalCrossentropy")},
    ),
    (
        "ten",
        "learnt",
        "relu-on-signed-target",
        {"data": {"kind": "values"}, "units": 1, "loss": MSE, "head": "relu"},
        {"data": {"kind": "values"}, "units": 1, "loss": MSE},
    ),
    (
        "one",
        "above-floor",
        "loss-sign-flipped",
        {"loss": own("crossentropy", sign=-1.0)},
        {"loss": own("crossentropy")},
    ),
    (
        "one",
        "as-predicted",
        "softmax-twice",
        {"head": "softmax"},
        {"head": "softmax", "loss": keras_loss("SparseCategoricalCrossentropy")},
    ),
    (
        "ten",
        "as-predicted",
        "sigmoid-twice",
        {
            "data": BINARY,
            "units": 1,
            "head": "sigmoid",
            "loss": keras_loss(BCE, from_logits=True),
        },
        {"data": BINARY, "units": 1, "head": "sigmoid", "loss": keras_loss(BCE)},
    ),
    ("one", "learnt", "weights-not-trained", featured(frozen="everything"), featured()),
    ("ten", "learnt", "weights-not-trained", featured(frozen="features"), featured()),
    ("ten", "learnt", "relu-on-signed-target", doubled(head="relu"), doubled()),
    ("ten", "learnt", "bounded-output-unbounded-target", doubled(head="sigmoid"), doubled()),
    ("ten", "learnt", "targets-not-scaled", doubled(scale=1e4, optimizer=SLOWLY), doubled(optimizer=SLOWLY)),
]


# Of what no mend proves the whole data decides.
LEFT_OPEN = ("bounded-output-unbounded-target",)
DROPOUT = program(dropout=0.9, penalty=0.1)
BY_HAND = program(by_hand=0.98, optimizer={"learning_rate": 1e-3})


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    programs = [("ten", DROPOUT, None), ("ten", BY_HAND, "plain")]
    for rung, check, _, broken, healthy in FAULTS:
        programs += both(rung, [(check, program(**broken), program(**healthy))])
    return examined(tmp_path_factory.mktemp("overfit"), TOYS + MORE, programs)


NAMES = [f"{cause}-{i}" for i, (_, _, cause, *_) in enumerate(FAULTS)]


@pytest.mark.parametrize("fault", FAULTS, ids=NAMES)
def test_finds_the_fault_and_its_cause(found, fault):
    rung, check, cause, broken, _ = fault
    decided, causes = found(rung, program(**broken), check)[check]
    assert (decided, causes[0]) == ("warn" if cause in LEFT_OPEN else "fail", cause)


@pytest.mark.parametrize("fault", FAULTS, ids=NAMES)
def test_leaves_the_healthy_twin_alone(found, fault):
    findings = found(fault[0], program(**fault[-1]))
    assert left_alone(findings, fault[1]), findings


def test_what_keras_knows_is_switched_off(found):
    findings = found("ten", DROPOUT)
    assert findings["plain"] == ["pass", []] and findings["learnt"][0] == "pass"


def test_what_cannot_be_switched_off_and_hinders_is_said(found):
    assert found("ten", BY_HAND, "plain")["plain"] == ["warn", ["dropout-misused"]]
