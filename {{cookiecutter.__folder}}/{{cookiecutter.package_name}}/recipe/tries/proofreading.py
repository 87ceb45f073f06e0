"""MACHINERY. A function of the researcher's that does not give what it does by hand is proofread: each slip of the pen
is taken back in memory, and the examples are asked again. No file is changed."""

import ast
import contextlib
import inspect
import io
import math
import sys
import time
import warnings
from pathlib import Path

import keras

from ..checks import by_hand
from ..checks.verdicts import CONSISTENT, PROVED, Outcome
from ..keep.project import PACKAGE
from ..keep.run_files import few_digits
from . import expressions, slips

# What a slip means; other kinds may mean anything.
CAUSES = {
    expressions.AXIS: "axes-swapped",
    expressions.OF_SOFTMAX: "softmax-over-wrong-axis",
    expressions.TRANSPOSED: "axes-swapped",
    expressions.RESHAPED: "reshape-where-transpose-meant",
    expressions.MASK: "wrong-mask",
}
OF_A_LOSS = {
    **CAUSES,
    **dict.fromkeys((expressions.SIGN, expressions.MINUS), "loss-sign-flipped"),
    expressions.FACTOR: "wrong-loss-weights",
}
UNSURE = (expressions.MINUS, expressions.MASK)
TOUCHING = {"open", "os", "shutil", "subprocess", "Path", "pathlib"}  # files, which a slip may not


class Endless(BaseException):
    """A function runs longer than it may. No Exception: that may be caught by who then calls the function again."""


def proofread(finding, measured, seconds, doing):
    """Looks for the edits after which a function gives what it does by hand, and writes them into the finding.

    Args:
        finding: of a check of checks/by_hand.py; its causes, outcomes and tries are changed.
        measured: what that check asks.
        seconds: at most.
        doing: called with what is being tried, in words.
    """
    began, asked, mends, lines = time.monotonic(), 0, [], {}
    with followed(lambda file, line: lines.setdefault(file, set()).add(line)):
        finding.check(measured)
    patience, ended = 1 + 10 * (time.monotonic() - began), True
    for module, definition, slip in all_slips(lines):
        left = began + seconds - time.monotonic()
        if left < 0:
            ended = False
            break
        asked += 1
        words = f"{Path(module.__file__).name}:{slip.line}: {slip.words}"
        doing(words)
        off = agrees(finding.check, measured, module, definition, slip, min(left, patience))
        if off is not None:
            mends.append((slip, words, f"it passes ({few_digits(off)})", meaning(finding.check, module, slip)))
    finding.tries = f"tried {asked} slips of the pen in {time.monotonic() - began:.0f} s"
    note(finding, mends, ended)


def meaning(check, module, slip):
    """The cause that a slip is; empty where it may be any."""
    of_a_loss = check is by_hand.of_loss or Path(module.__file__).stem == "losses"
    return (OF_A_LOSS if of_a_loss else CAUSES).get(slip.kind, "")


def note(finding, mends, ended):
    """Writes into a finding which slips mend it. A cause is proved where all of them mean it, but for a minus, which
    turns round an order as well as a loss, and a comparison, which may be of an equation as well as of a mask. One that
    may mean anything says where it lies, not what it is.

    Args:
        finding: its causes and outcomes are changed.
        mends: [(slips.Slip, the change in words, what came of it, the cause that it means)].
        ended: whether there was time for every slip; else another one might mend it too, and nothing is proved.
    """
    known, found = next(iter(finding.causes)), {}
    for slip, words, came, meant in mends:
        found.setdefault(meant, (slip, words, came))
    for meant, (slip, words, came) in found.items():
        cause, sure = meant or known, ended and meant and len(found) == 1 and slip.kind not in UNSURE
        if cause not in finding.outcomes:
            finding.outcomes[cause] = Outcome(words, PROVED if sure else CONSISTENT, came)
            finding.causes[cause] = f"with {words} {came}; {finding.causes.get(cause, finding.causes[known])}"
    order = dict.fromkeys((*filter(None, found), *finding.causes))
    finding.causes = {cause: finding.causes[cause] for cause in order}


def agrees(check, measured, module, definition, slip, seconds):
    """How far off the function is with one slip taken back; None where it breaks, takes longer, or disagrees with an
    example."""
    try:
        with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings(action="ignore"):
            with slip.taken_back(), redefined(module, definition), followed(until=time.monotonic() + seconds):
                return by_hand.agrees(check, measured)
    except (Exception, Endless):
        return None


def own_modules():
    """{file: module} of what the researcher has written."""
    named = [module for name, module in sys.modules.items() if name.partition(".")[0] == PACKAGE.name]
    files = {module.__file__: module for module in named if getattr(module, "__file__", None)}
    return {file: one for file, one in files.items() if not Path(file).is_relative_to(PACKAGE / "recipe")}


@contextlib.contextmanager
def followed(seen=lambda file, line: None, until=math.inf):
    """While it lasts, `seen` is called with each line of the researcher's that is run.

    Args:
        seen: called with a file and a number.
        until: of the monotonic clock.

    Raises:
        Endless: in the line that is run then, as of a loop that does not end.
    """
    files = own_modules()

    def trace(frame, event, _):
        if frame.f_code.co_filename not in files:
            return None
        if time.monotonic() > until:
            raise Endless
        seen(frame.f_code.co_filename, frame.f_lineno)
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        yield
    finally:
        sys.settrace(before)


def all_slips(lines):
    """Yields (module, syntax tree, slips.Slip) of each function and class of the researcher's that some lines are of,
    but of those that touch files.

    Args:
        lines: {file: numbers of lines that are run}.
    """
    modules = own_modules()
    for file, run in lines.items():
        for one in ast.parse(inspect.getsource(modules[file])).body:
            if isinstance(one, ast.FunctionDef | ast.ClassDef) and run & {*range(one.lineno, one.end_lineno + 1)}:
                if TOUCHING.isdisjoint(node.id for node in ast.walk(one) if isinstance(node, ast.Name)):
                    yield from ((modules[file], one, slip) for slip in slips.slips(one, run))


@contextlib.contextmanager
def redefined(module, definition):
    """While it lasts, a function or class of the researcher's is as its syntax tree says, in whichever file it is
    known."""
    before, made = getattr(module, definition.name), {}
    registered = dict(keras.saving.get_custom_objects())
    exec(compile(ast.Module([definition], []), module.__file__, "exec"), vars(module), made)
    after = made[definition.name]
    known = [(one, name) for one in own_modules().values() for name, value in vars(one).items() if value is before]
    try:
        for one, name in known:
            setattr(one, name, after)
        yield
    finally:
        for one, name in known:
            setattr(one, name, before)
        keras.saving.get_custom_objects().update(registered)
