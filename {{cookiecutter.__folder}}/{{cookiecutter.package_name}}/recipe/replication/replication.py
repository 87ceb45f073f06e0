"""MACHINERY. From the paper's claims to runs, and from runs to verdicts.

Runs are found again by their fingerprint, so a run of other code, another configuration or other data never counts, and
an interrupted replication goes on where it stopped.
"""

from dataclasses import dataclass, field

from hydra.errors import HydraException, InstantiationException
from hydra.utils import get_method

from ..keep import machine, printing, project, record, run_files
from ..keep.crashes import one_line
from ..measure import layer_calls
from ..measure.symmetries import departs
from ..paper import judgement, paper_yaml
from ..paper.kinds import SYMMETRIES
from ..paper.values import ahead, value
from ..prepare import samples
from ..prepare.digest import digest
from ..run.program import MOST_SAMPLES, RANDOM_SAMPLES, Program, initial_loss, parameters
from . import counting

PACE = 5  # a run of one step in so many still tells how long a step takes


@dataclass
class Row:
    """One configuration that the paper reports, and the runs of it.

    Args:
        overrides: of the project's configuration.
        claims: about it.
        runs: {seed: folder}.
        accepted: {seed: keys in which its run differs from the one that is wanted}, of those that differ.
        missing: why it cannot be run, in words.
    """

    overrides: tuple
    claims: list = field(default_factory=list)
    runs: dict = field(default_factory=dict)
    accepted: dict = field(default_factory=dict)
    missing: str = ""
    parameters: int = 0
    shapes: dict = field(default_factory=dict)  # after each layer, without the batch
    sizes: dict = field(default_factory=dict)  # samples of each split
    untrained: dict = field(default_factory=dict)  # metrics by `split/name`
    symmetries: dict = field(default_factory=dict)  # how far from what is claimed, by the claim's name
    initial_losses: list = field(default_factory=list)  # one a seed
    departures: dict = field(default_factory=dict)  # by the claim's name

    @property
    def trained(self):
        """Whether a claim about it takes trainings."""
        return any(claim.trains for claim in self.claims)

    def values(self, claim):
        """The claimed metric or figure of each run, in the order of the seeds."""
        return [value(claim, folder) for _, folder in sorted(self.runs.items())]


def replicate(cfg, launch):
    """Judges every claim of `cfg.paper`.

    Args:
        launch: trains for lists of overrides.

    Returns:
        [(Claim, Judgement, Row)]; the Row is None of a claim that compares two.

    Raises:
        ValueError: a claim names a layer, a metric, a function or an override that is not there.
    """
    claims, rows = paper_yaml.claims(cfg.paper), {}
    if wrong := paper_yaml.unknown_key(composed(()), cfg.paper) or accepts_an_answer(cfg.paper):
        raise ValueError(wrong)
    if not claims:
        printing.say("conf/paper.yaml claims nothing yet")
        return []
    for claim in claims:
        if not claim.compares:
            rows.setdefault(claim.overrides, Row(claim.overrides)).claims.append(claim)
    about = f"{printing.number(len(claims), 'claim')} about {printing.number(len(rows), 'configuration')}"
    printing.say(f"{about}: looking at the networks first")
    for row in rows.values():
        look(row, cfg.paper)
    trained = [row for row in rows.values() if row.trained and not row.missing]
    if trained:
        run(trained, cfg.paper, launch)
    by_name = {claim.name: (claim, row) for row in rows.values() for claim in row.claims}
    if own := dict.fromkeys(claim.figure["_target_"] for claim in claims if claim.figure):
        printing.say(f"asking {', '.join(own)} of the runs")
    return [(claim, judge(claim, by_name), by_name.get(claim.name, (claim, None))[1]) for claim in claims]


def accepts_an_answer(paper):
    """Why a run cannot be told from one of another answer to a question, in one line; None where it can."""
    for name, question in (paper.get("questions") or {}).items() if paper.sensitivity else ():
        if question["key"] in accepted(paper):
            return f"paper.accept: {question['key']} is the key of paper.questions.{name}"
    return None


def accepted(paper):
    """Keys in which a run may differ and still count; none where conf/replicate.yaml is of an older template."""
    return paper.get("accept") or []


def look(row, paper):
    """Measures what needs no training; and whether what is claimed can be measured at all, before anything is run."""
    names = [claim.name for claim in row.claims]
    try:
        cfg = composed(row.overrides)
    except HydraException as error:
        raise ValueError(f"paper.claims.{names[0]}: {one_line(error)}") from None
    if wrong := paper_yaml.unknown_key(cfg, paper, names):
        raise ValueError(wrong)
    program = Program(cfg, None)
    try:
        model = program.compiled()
    except (ImportError, InstantiationException) as error:  # such as of a worked example that has been deleted
        row.missing = one_line(error)
        return
    calls, _ = layer_calls.calls(model, program.random_inputs(model))
    row.shapes = {call.layer.name: list(call.outputs[0].shape[1:]) for call in calls if call.outputs}
    row.parameters, row.sizes = parameters(model), sizes(program.data)
    row.departures = {claim.name: paper_yaml.departures(cfg, claim) for claim in row.claims}
    if row.trained:
        row.untrained = untrained(model, program.data)
    for claim in row.claims:
        measurable(claim, row)
        if claim.kind in SYMMETRIES:
            row.symmetries[claim.name] = departs(model, samples.some(program.data.train, RANDOM_SAMPLES)[0], claim)
    if any(claim.kind == "initial_loss" for claim in row.claims):
        row.initial_losses = [initial_loss(cfg, seed) for seed in range(paper.seeds)]


def measurable(claim, row):
    """Refuses a claim of a layer, a split, a metric or a function that there is not.

    A train_step may name metrics that no network before training tells: then those of earlier runs are known.
    """
    if claim.figure:
        try:
            get_method(claim.figure["_target_"])
        except Exception as error:  # whatever an import may raise
            raise ValueError(f"paper.claims.{claim.name}: figure: {one_line(error)}") from None
    wanted, there = {
        "shape": (claim.layer, row.shapes),
        "size": (claim.split, row.sizes),
        "metric": (claim.metric, row.untrained),
    }.get(claim.kind, (None, {}))
    if claim.metric and wanted not in there:
        results = (run_files.read_json(folder / "result.json") for folder in counting.finished().values())
        there = dict.fromkeys([*there, *(key for result in results for key in result if "/" in key)])
    if wanted and wanted not in there:
        raise ValueError(f"paper.claims.{claim.name}: there is no {wanted}; there are {', '.join(there)}")


def sizes(data):
    """{split: the number of its samples}, named as load() does."""
    splits = {"train": data.train, "validation": data.validation, "test": data.test}
    return {name: samples.count(split) for name, split in splits.items() if split is not None}


def composed(overrides, seed=None):
    """The configuration of a run: the command line's overrides, then a row's own."""
    return project.compose([*given(), *overrides, *([] if seed is None else [f"seed={seed}"])])


def given():
    """The command line's overrides of the runs."""
    return [one for one in machine.overrides() if not one.lstrip("+~").startswith("paper.")]


def untrained(model, data):
    """The metrics of a network before training, by `split/name`."""
    figures = {}
    for split, part in (("train", data.train), ("val", data.validation), ("test", data.test)):
        if part is not None:
            few = samples.some(part, MOST_SAMPLES)
            found = model.evaluate(*few, batch_size=MOST_SAMPLES, verbose=0, return_dict=True)
            figures |= {f"{split}/{name}": float(figure) for name, figure in found.items()}
    return figures


def job(overrides, seed):
    return [*given(), *overrides, f"seed={seed}"]


def run(rows, paper, launch, seeds=None):
    """Runs what has not been run yet, and gives each row its runs.

    Args:
        rows: [Row].
        paper: `cfg.paper`, for its `seeds` and `accept`.
        launch: trains for lists of overrides.
        seeds: number of runs of each, where it is not the paper's.

    Raises:
        ValueError: a key that tells these runs apart is to be accepted.
    """
    states = {}
    for row in rows:
        for seed in range(seeds or paper.seeds):
            cfg = composed(row.overrides, seed)
            states[row.overrides, seed] = record.snapshot(cfg, digest(cfg))
    accept = accepted(paper)
    if apart := (counting.varying(states.values()) | {"seed"}) & {*accept}:
        raise ValueError(f"paper.accept: {min(apart)} tells the runs of a replication apart")
    found, differs, others = counting.counted(states, accept)
    missing = [key for key in states if key not in found]
    words = f"{len(states)} runs of {printing.number(len({overrides for overrides, _ in states}), 'configuration')}: "
    printing.say(f"{words}{len(found)} there, {len(missing)} to run")
    if differs:
        keys = ", ".join(dict.fromkeys(key for keys in differs.values() for key in keys))
        printing.say(f"counted by paper.accept: {printing.number(len(differs), 'run')}, other in {keys}")
    if unused := [key for key in accept if all(key not in keys for keys in differs.values())]:
        printing.say(f"paper.accept: no run counts by {', '.join(unused)}")
    if missing and others:
        why_not_counted(states, missing, others)
    before = long_enough([*found.values(), *others], missing)
    if missing and not before:  # nothing is known of how long a run takes
        launch([job(*missing[0])])
        before, missing = long_enough(counting.finished().values(), missing), missing[1:]
    if missing and before:
        printing.say(duration({key: states[key] for key in missing}, before))
    if missing:
        launch([job(*key) for key in missing])
    there = counting.finished()
    found = {key: there.get(record.fingerprint(state)) or found.get(key) for key, state in states.items()}
    for row in rows:
        own = {seed: folder for (overrides, seed), folder in found.items() if overrides == row.overrides}
        row.runs = {seed: folder for seed, folder in own.items() if folder}
        row.accepted = {seed: keys for (overrides, seed), keys in differs.items() if overrides == row.overrides}


def long_enough(folders, missing):
    """Those runs that tell the pace of the missing ones: of a few steps, most of the time goes before the first."""
    least = min((steps(composed(overrides)) for overrides, _ in missing), default=0) / PACE
    return [folder for folder in folders if run_files.read_json(folder / "result.json")["steps"] >= least]


def why_not_counted(states, missing, others):
    """Says why no other run counts for a missing one, and how it would; nothing where they are of other configurations
    that are claimed too."""
    keys, words = counting.nearest(states[missing[0]], others)
    apart = counting.varying(states.values()) | {"seed"}
    if apart.isdisjoint(keys):
        words += f"; paper.accept=[{','.join(keys)}] would count it"
    elif len(missing) < len(states):
        return
    none = "none that has been run" if len(missing) == len(states) else "no other run"
    printing.say(f"{none} counts; {words}")


def duration(states, folders):
    """How long trainings will take one after the other, at the pace of those that are most like them, in words.

    Args:
        states: {(overrides, seed): snapshot} of those to come.
        folders: of finished runs.
    """
    paces = []  # (configuration, seconds)
    for folder in folders:
        result = run_files.read_json(folder / "result.json")
        paces.append((run_files.read_json(folder / "record.json")["config"], result["seconds"] / result["steps"]))

    def pace(config):
        return min(paces, key=lambda one: sum(one[0].get(key) != config.get(key) for key in {*one[0], *config}))[1]

    steps_of = {overrides: steps(composed(overrides)) for overrides in {overrides for overrides, _ in states}}
    took = sum(steps_of[overrides] * pace(state["config"]) for (overrides, _), state in states.items())
    return f"about {printing.duration(took)}, one after the other"


def judge(claim, by_name):
    """A judgement.Judgement of one claim.

    Args:
        claim: a claim.Claim.
        by_name: {name: (Claim, Row)} of all but those that compare two.
    """
    if claim.compares:
        return judgement.judge([*ahead(claim, by_name).values()], 0.0, claim.tolerance, claim.direction)
    row = by_name[claim.name][1]
    if row.missing:
        return judgement.judge([], 0.0, 0.0)
    if claim.kind in SYMMETRIES:
        return judgement.within(row.symmetries[claim.name], claim.tolerance)
    if claim.kind == "shape":
        return judgement.exactly(row.shapes[claim.layer], claim.value)
    if claim.kind in ("parameters", "size"):
        return judgement.counted(row.sizes[claim.split] if claim.split else row.parameters, claim)
    return judgement.measured(row.initial_losses if claim.kind == "initial_loss" else row.values(claim), claim)


def steps(cfg):
    """Optimizer updates of a whole training."""
    return Program(cfg, None).plan.steps
