"""Slips of the pen in a researcher's function are taken back in memory until it gives what it does by hand."""

import ast
import importlib
import sys
import time
from types import SimpleNamespace

import keras
import numpy as np
import pytest
from omegaconf import OmegaConf
from paper_net.recipe.checks import by_hand, verdicts
from paper_net.recipe.keep import project
from paper_net.recipe.keras_side import backend  # noqa: F401
from paper_net.recipe.prepare.nested import Declared
from paper_net.recipe.tries import expressions, proofreading, slips, trying

HEAD = "import numpy as np\nfrom keras import ops\n\n\n"
PAIRS = [[1.0, 2.0, 4.0], [0.5, 3.0, 1.0]]
MASKED = [[3.0, -1.0, 2.0], [0.5, 5.0, -1.0]]


@pytest.fixture
def written():
    """Writes files of the researcher's, and imports them."""
    files = set()

    def write(name, body):
        file = project.PACKAGE / f"{name}.py"
        file.write_text(HEAD + body, encoding="utf-8")
        files.add(file)
        sys.modules.pop(f"paper_net.{name}", None)
        importlib.invalidate_caches()
        return importlib.import_module(f"paper_net.{name}")

    yield write
    for file in files:
        file.unlink()
        del sys.modules[f"paper_net.{file.stem}"]


def asked(function, part="loss", seconds=60, doing=lambda words: None, **examples):
    """The finding about `gives` of a function of paper_net.slipped, after it was proofread; what it should give are the
    arrays, each with the argument that it is called with."""
    rows = [{"of": {"_target_": f"paper_net.slipped.{function}", "x": x}, "y": y} for x, y in examples["rows"]]
    key = "loss" if part == "loss" else "gives"
    node = {"examples": [{"of": row["of"], key: row["y"]} for row in rows], "function": None}
    m = SimpleNamespace(cfg=OmegaConf.create({part: node}), program=SimpleNamespace(targets=Declared((), "int32")))
    finding = {"loss": by_hand.of_loss, "data": by_hand.of_data, "model": by_hand.of_model}[part](m)
    tried = []
    if finding.status == "fail":
        proofreading.proofread(finding, m, seconds, lambda words: tried.append(words) or doing(words))
    return finding, tried


def gives(right, x):
    """What the right body gives of x, in NumPy."""
    names = {"x": np.array(x), "ops": np, "np": np}
    return np.asarray(eval(right, names)).tolist()


# What is right, in NumPy; what was written; the cause, and whether it is proved.
SLIPS = [
    ("np.sum(np.sqrt(x**2 + 1))", "ops.sum(x)", "", ""),
    ("np.max(np.sum(x, axis=0))", "ops.max(ops.sum(x, axis=1))", "axes-swapped", "proved"),
    (
        "np.max(np.sum(x, axis=0) / np.max(x, axis=0))",
        "ops.max(ops.sum(x, axis=-1) / ops.max(x, axis=-1))",
        "axes-swapped",
        "proved",
    ),
    ("np.mean(x[0] - x[1])", "ops.mean(x[0] + x[1])", "loss-sign-flipped", "proved"),
    ("np.mean(x[0] / x[1])", "ops.mean(x[0] * x[1])", "wrong-loss-weights", "proved"),
    ("np.mean(x * (x >= 0))", "ops.mean(x * ops.cast(x < 0, x.dtype))", "wrong-mask", "consistent"),
    ("np.mean(np.exp(-x) + x)", "ops.mean(ops.exp(x) + x)", "loss-sign-flipped", "consistent"),
    ("np.mean(np.abs(x))", "ops.mean(ops.square(x))", "method-differs", "consistent"),
    ("np.mean(x[:, 1:])", "ops.mean(x[:, :-1])", "method-differs", "consistent"),
]


@pytest.mark.parametrize(("right", "wrong", "cause", "outcome"), SLIPS)
def test_a_slip_in_a_loss_is_found_and_the_cause_that_it_means_comes_first(written, right, wrong, cause, outcome):
    module = written("slipped", f"def loss(x):\n    return {wrong}\n")
    before = module.loss
    finding, tried = asked("loss", rows=[(x, gives(right, x)) for x in (PAIRS, MASKED)])
    assert finding.status == "fail" and module.loss is before and tried
    first = next(iter(finding.causes))
    assert finding.outcome(first).outcome == outcome
    if cause:
        assert first == cause and finding.outcome(first).change.startswith("slipped.py:6: ")
        assert finding.causes[first].startswith(f"with {finding.outcome(first).change} it passes (")
    else:
        assert finding.outcomes == {} and finding.tries.startswith(f"tried {len(tried)} slips of the pen in ")


def test_it_says_what_stands_where_and_what_should():
    def said(after, before):
        return slips.contrast(*(ast.parse(code, mode="eval").body for code in (after, before)))

    assert said("a - b", "b - a") == "a - b, not b - a"
    long = "mean(square(some_name - other_name), axis={})".format
    assert said(long(-1), long(0)) == "… - other_name), axis=-1), not … - other_name), axis=0)"
    alone = "ops.log_softmax(y, axis={})".format
    assert said(alone(-1), alone(0)) == f"{alone(-1)}, not {alone(0)}"  # no name is cut


def test_slips_of_two_meanings_prove_neither():
    finding = verdicts.fails(1.0, "0", {"method-differs": "scores 2, by hand 1"})
    finding.check = by_hand.of_loss
    mends = [
        (slips.Slip(kind, 6, f"slip of {kind}", ()), f"slipped.py:6: {kind}", "it passes (0)", meant)
        for kind, meant in ((expressions.AXIS, "axes-swapped"), (expressions.SIGN, "loss-sign-flipped"))
    ]
    proofreading.note(finding, mends, True)
    assert [*finding.causes] == ["axes-swapped", "loss-sign-flipped", "method-differs"]
    assert {one.outcome for one in finding.outcomes.values()} == {"consistent"}


@pytest.mark.parametrize(
    ("check", "cause", "proofreads"),
    [(by_hand.of_data, "method-differs", True), (by_hand.of_loss, "loss-sign-flipped", False)],
)
def test_what_is_not_as_by_hand_is_proofread_but_for_a_loss_turned_round(monkeypatch, check, cause, proofreads):
    asked = []
    monkeypatch.setattr(proofreading, "proofread", lambda *of: asked.append(of))
    finding = verdicts.fails(1.0, "0", {cause: "scores 2, by hand 1"})
    finding.check = check
    program = SimpleNamespace(cfg=OmegaConf.create({"recipe": {"tries": 0}}))
    trying.tried(finding, "loss", lambda *of: "measured", program, print)
    assert [of[1] for of in asked] == ["measured"] * proofreads


# What is written, what may have been meant, and of which kind that is.
MEANT = [
    ("ops.softmax(x)", "ops.softmax(x, axis=1)", "softmax's axis"),
    ("ops.log_softmax(x, axis=0)", "ops.log_softmax(x, axis=-1)", "softmax's axis"),
    ("x.mean(0)", "x.mean(1)", "axis"),
    ("np.sum(x, axis=(1, 2))", "np.sum(x, axis=(0, 1))", "axis"),
    ("np.sum(x, axis=(1, 2))", "np.sum(x, axis=2)", "axis"),
    ("np.transpose(x, (0, 1, 2))", "np.transpose(x, (0, 2, 1))", "order of axes"),
    ("x.transpose(0, 1, 2)", "x.transpose(0, 2, 1)", "order of axes"),
    ("x.T", "x", "order of axes"),
    ("m[:, None]", "m[None, :]", "order of axes"),
    ("x[1:]", "x[:, 1:]", "order of axes"),
    ("ops.reshape(x, (2, -1))", "ops.reshape(ops.transpose(x, (1, 0)), (2, -1))", "reshape"),
    ("keras.ops.reshape(x, (2, -1))", "keras.ops.transpose(x, (1, 0))", "reshape"),
    ("x.reshape(2, -1)", "x.transpose((0, 2, 1)).reshape(2, -1)", "reshape"),
    ("a - b", "a + b", "sign"),
    ("a - b", "b - a", "sign"),
    ("ops.argmax(x)", "ops.argmin(x)", "sign"),
    ("a * b", "a / b", "factor"),
    ("a / b", "b / a", "factor"),
    ("a > b", "a >= b", "mask"),
    ("a == b", "a != b", "mask"),
    ("a and b", "a or b", "mask"),
    ("a & b", "a | b", "mask"),
    ("~a", "a", "mask"),
    ("m * x", "(1.0 - m) * x", "mask"),
    ("ops.where(m, a, b)", "ops.where(m, b, a)", "mask"),
    ("np.triu(x)", "np.tril(x)", "mask"),
    ("-a", "a", "minus"),
    ("a - b", "-a - b", "minus"),
    ("ops.exp(a)", "ops.exp(-a)", "minus"),
    ("(a, b)", "(a, -b)", "minus"),
    ("f(a, b)", "f(b, a)", "place"),
    ("a @ b", "b @ a", "place"),
    ("x[:-1]", "x[1:]", "place"),
    ("x[n:]", "x[:n]", "place"),
    ("x[::-1]", "x[:]", "place"),
    ("x[:, n]", "x[::-1, n]", "place"),
    ("ops.sigmoid(a)", "ops.tanh(a)", "function"),
    ("maximum(a, b)", "minimum(a, b)", "function"),
    ("3", "4", "number"),
    ("0.25", "0.75", "number"),
    ("0.25", "4.0", "number"),
    ("ops.exp(a)", "ops.exp(2.0 * a)", "number"),
    ("a + b", "a + 0.5 * b", "number"),
    ("a + b", "a", "part"),
    ("x[0]", "x", "part"),
    ("ops.sqrt(a)", "a", "part"),
]


@pytest.mark.parametrize(("wrote", "meant", "kind"), MEANT)
def test_what_may_have_been_meant_by_an_expression(wrote, meant, kind):
    node = ast.parse(wrote, mode="eval").body
    found = [(ast.unparse(ast.fix_missing_locations(other)), of) for of, other in expressions.others(node)]
    assert (ast.unparse(ast.parse(meant)), kind) in found
    assert wrote not in [code for code, _ in found] and ast.unparse(node) == wrote


@pytest.mark.parametrize("kind", expressions.KINDS)
def test_every_kind_of_slip_is_asked_of_some_code(kind):
    lines = [
        "y = ops.softmax(ops.reshape(ops.transpose(x, (1, 0)), (3, 2)))",
        "x = ops.abs(x)",
        "low, high = x[0], x[1:]",
        "return ops.sum(low * high, axis=0) - ops.sum(x > 0, axis=0)",
    ]
    code = "\n    ".join(["def f(x):", *lines])
    made = slips.slips(ast.parse(code).body[0], {*range(1, 7)})
    assert kind in [one.kind for one in made]
    assert [one.kind for one in made] == sorted((one.kind for one in made), key=expressions.KINDS.index)


STEPS = [
    ("np.transpose(x)", "x.reshape(x.shape[1], x.shape[0])", "reshape-where-transpose-meant", "proved"),
    ("x.reshape(-1)[::-1]", "x.reshape(-1)", "", ""),
    ("x[:, ::-1]", "x[::-1]", "axes-swapped", "proved"),
    ("(x > 1).astype(int)", "(x >= 1).astype(int)", "wrong-mask", "consistent"),  # or > 2
    ("np.argmax(x, axis=1)", "np.argmax(x, axis=0)[:2]", "axes-swapped", "proved"),
]


@pytest.mark.parametrize(("right", "wrong", "cause", "outcome"), STEPS)
def test_a_slip_in_a_step_of_the_data_likewise(written, right, wrong, cause, outcome):
    written("slipped", f"def step(x):\n    return {wrong}\n")
    finding, _ = asked("step", "data", rows=[(PAIRS, gives(right, PAIRS))])
    found = {name: one.outcome for name, one in finding.outcomes.items()}
    assert found.get(cause, "") == outcome


def test_tiles_that_a_reshape_alone_has_cut_are_cut_with_a_transpose(written):
    written("slipped", "def step(x):\n    return x.reshape(2, 2, 2, 2).reshape(4, 4)\n")
    image = np.arange(16.0).reshape(4, 4).tolist()
    tiles = gives("x.reshape(2, 2, 2, 2).transpose(0, 2, 1, 3).reshape(4, 4)", image)
    finding, _ = asked("step", "data", rows=[(image, tiles)])
    assert finding.outcome("reshape-where-transpose-meant").outcome == "proved"
    assert ".transpose((0, 2, 1, 3)).reshape(4, 4)" in finding.outcome("reshape-where-transpose-meant").change


def test_statements_in_the_wrong_order_and_names_in_each_others_place(written):
    body = "    x = ops.maximum(x, 0.0)\n    known = x >= 0\n    return ops.sum(ops.where(known, x + 1, 0.0))\n"
    written("slipped", f"def loss(x):\n{body}")
    right = "np.sum(np.where(x >= 0, np.maximum(x, 0.0) + 1, 0.0))"
    finding, _ = asked("loss", rows=[(MASKED, gives(right, MASKED))])
    assert "slipped.py:6: known before x" in [outcome.change for outcome in finding.outcomes.values()]
    written("slipped", "def loss(x):\n    low, high = x[0], x[1]\n    return ops.sum(low**2 - high)\n")
    finding, _ = asked("loss", rows=[(x, gives("np.sum(x[1] ** 2 - x[0])", x)) for x in (PAIRS, MASKED)])
    assert "high and low exchanged" in finding.outcome(next(iter(finding.causes))).change


def test_a_function_that_another_file_has_imported_is_changed_there_too(written):
    helper = written("helping", "def spread(x):\n    return ops.sum(x, axis=1)\n")
    module = written("slipped", "from .helping import spread\n\n\ndef loss(x):\n    return ops.max(spread(x))\n")
    finding, _ = asked("loss", rows=[(x, gives("np.max(np.sum(x, axis=0))", x)) for x in (PAIRS, MASKED)])
    assert finding.outcome("axes-swapped").change.startswith("helping.py:6: ")
    assert module.spread is helper.spread and helper.spread(np.array(PAIRS)).shape == (2,)


def test_what_is_no_number_mends_nothing(written):
    written("slipped", "def loss(x):\n    return ops.mean(ops.log(x) + 1)\n")
    finding, tried = asked("loss", rows=[([1.0, 2.0], 0.5)])
    assert any("-ops.log" in words or "-x" in words for words in tried)
    assert not any("log(-x)" in outcome.change for outcome in finding.outcomes.values())


def test_without_time_nothing_is_tried_and_nothing_said_of_it(written):
    written("slipped", "def loss(x):\n    return ops.max(ops.sum(x, axis=1))\n")
    finding, tried = asked("loss", seconds=0, rows=[(PAIRS, gives("np.max(np.sum(x, axis=0))", PAIRS))])
    assert tried == [] and finding.outcomes == {}


def test_lines_that_are_not_run_are_left_alone(written):
    written("slipped", "def loss(x):\n    if x.shape[0] > 5:\n        return ops.sum(x)\n    return ops.min(x)\n")
    _, tried = asked("loss", rows=[(PAIRS, 17.0)])
    assert tried and not any("slipped.py:7" in words for words in tried)


def test_a_slip_that_makes_a_loop_endless_is_given_up(written):
    grown = "    parts = [x]\n    for part in parts[:3]:\n        parts.append(part)\n"
    written("slipped", f"def loss(x):\n{grown}    return ops.sum(x) / len(parts)\n")
    began = time.monotonic()
    finding, tried = asked("loss", rows=[(PAIRS, 23.0)])
    assert any(words.endswith("parts, not parts[:3]") for words in tried)
    assert "ops.sum(x) * len(parts)" in finding.outcome(next(iter(finding.causes))).change
    assert time.monotonic() - began < 30


def test_nothing_that_the_function_prints_or_warns_of_is_seen(written, capsys, recwarn):
    written("slipped", "def step(x):\n    print('seen')\n    return np.log(x - 1)\n")
    finding, tried = asked("step", "data", rows=[([2.0, 3.0], np.log([3.0, 4.0]).tolist())])
    assert finding.outcomes and len(tried) > 3
    assert capsys.readouterr().out.count("seen") <= 2 and not recwarn.list


def test_a_function_that_touches_files_is_left_alone(written, tmp_path):
    (tmp_path / "kept").write_text("kept")
    body = f"    with open({str(tmp_path / 'kept')!r}) as file:\n        return np.sum(x) + len(file.read())\n"
    written("slipped", f"def step(x):\n{body}")
    finding, tried = asked("step", "data", rows=[([2.0, 3.0], 1.0)])
    assert finding.status == "fail" and tried == []


def test_where_time_ended_before_every_slip_was_asked_nothing_is_proved(written, monkeypatch):
    written("slipped", "def loss(x):\n    return ops.max(ops.sum(x, axis=1))\n")
    rows = [(x, gives("np.max(np.sum(x, axis=0))", x)) for x in (PAIRS, MASKED)]
    clock = SimpleNamespace(now=0)
    monkeypatch.setattr(proofreading, "time", SimpleNamespace(monotonic=lambda: clock.now))

    def a_minute(words):
        clock.now += 60

    finding, every = asked("loss", seconds=60 * 1000, doing=a_minute, rows=rows)
    assert finding.outcome("axes-swapped").outcome == "proved"
    finding, tried = asked("loss", seconds=60 * 10, doing=a_minute, rows=rows)
    assert len(tried) == 11 < len(every) and finding.outcome("axes-swapped").outcome == "consistent"


def test_a_loss_that_keras_knows_by_name_is_the_written_one_again(written):
    body = "    def call(self, y_true, y_pred):\n        return ops.max(ops.sum(y_pred, axis=1))\n"
    head = "import keras\n\n\n@keras.saving.register_keras_serializable('mine')\n"
    call = "def loss(x):\n    return Own().call(x, x)\n"
    module = written("slipped", f"{head}class Own(keras.losses.Loss):\n{body}\n\n{call}")
    finding, _ = asked("loss", rows=[(x, gives("np.max(np.sum(x, axis=0))", x)) for x in (PAIRS, MASKED)])
    assert finding.outcome("axes-swapped").outcome == "proved"
    assert keras.saving.get_registered_object("mine>Own") is module.Own
