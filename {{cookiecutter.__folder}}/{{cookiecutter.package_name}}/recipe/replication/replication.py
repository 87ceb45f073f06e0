"""MACHINERY. From the paper's claims to runs, and from runs to verdicts.

Runs are found again by their fingerprint, so a run of other code, another configuration or other data never counts, and
an interrupted replication goes on where it stopped.
"""

import statistics
from dataclasses import dataclass, field

from hydra.core.hydra_config import HydraConfig
from hydra.errors import HydraException, InstantiationException

from ..keep import printing, record, run_files
from ..keep.crashes import one_line
from ..measure import layer_calls
from ..paper import judgement, paper_yaml
from ..prepare import samples
from ..prepare.digest import digest
from ..run.program import MOST_SAMPLES, Program, initial_loss, parameters


@dataclass
class Row:
    """One configuration that the paper reports, and the runs of it.

    Args:
        overrides: of the project's configuration.
        claims: about it.
        runs: {seed: folder}.
        missing: why it cannot be run, in words.
    """

    overrides: tuple
    claims: list = field(default_factory=list)
    runs: dict = field(default_factory=dict)
    missing: str = ""
    parameters: int = 0
    shapes: dict = field(default_factory=dict)  # after each layer, without the batch
    untrained: dict = field(default_factory=dict)  # metrics by `split/name`
    initial_losses: list = field(default_factory=list)  # one a seed
    departures: list = field(default_factory=list)

    def values(self, claim):
        """The claimed metric of each run, in the order of the seeds."""
        return [value(claim, folder) for _, folder in sorted(self.runs.items())]


def replicate(cfg, launch):
    """Judges every claim of `cfg.paper`.

    Args:
        launch: trains for lists of overrides.

    Returns:
        [(Claim, Judgement, Row)]; the Row is None of a claim that compares two.

    Raises:
        ValueError: a claim names a layer, a metric or an override that is not there.
    """
    claims, rows = paper_yaml.claims(cfg.paper), {}
    wrong = paper_yaml.unknown_key(composed(()), cfg.paper)
    if wrong or not claims:
        raise ValueError(wrong or "conf/paper.yaml claims nothing yet")
    for claim in claims:
        if claim.kind != "greater":
            rows.setdefault(claim.overrides, Row(claim.overrides)).claims.append(claim)
    printing.say(f"{len(claims)} claims about {len(rows)} configurations: looking at the networks first")
    for row in rows.values():
        look(row, cfg.paper.seeds)
    trained = [row for row in rows.values() if any(claim.trains for claim in row.claims) and not row.missing]
    run(trained, cfg.paper.seeds, launch)
    by_name = {claim.name: (claim, row) for row in rows.values() for claim in row.claims}
    return [(claim, judge(claim, by_name), by_name.get(claim.name, (claim, None))[1]) for claim in claims]


def look(row, seeds):
    """Measures what needs no training; and whether what is claimed can be measured at all, before anything is run."""
    name = row.claims[0].name
    try:
        cfg = composed(row.overrides)
    except HydraException as error:
        raise ValueError(f"paper.claims.{name}: {one_line(error)}") from None
    program = Program(cfg, None)
    try:
        model = program.compiled()
    except (ImportError, InstantiationException) as error:  # such as of a worked example that has been deleted
        row.missing = one_line(error)
        return
    calls, _ = layer_calls.calls(model, program.random_inputs(model))
    row.shapes = {call.layer.name: list(call.outputs[0].shape[1:]) for call in calls if call.outputs}
    row.parameters, row.departures = parameters(model), paper_yaml.departures(cfg)
    row.untrained = untrained(model, program.data)
    for claim in row.claims:
        wanted, there = (claim.metric, row.untrained) if claim.metric else (claim.layer, row.shapes)
        if wanted and wanted not in there:
            raise ValueError(f"paper.claims.{claim.name}: there is no {wanted}; there are {', '.join(there)}")
    if any(claim.kind == "initial_loss" for claim in row.claims):
        row.initial_losses = [initial_loss(cfg, seed) for seed in range(seeds)]


def composed(overrides, seed=None):
    """The configuration of a run: the command line's overrides, then a row's own."""
    return paper_yaml.compose([*given(), *overrides, *([] if seed is None else [f"seed={seed}"])])


def given():
    """The command line's overrides of the runs."""
    return [one for one in HydraConfig.get().overrides.task if not one.lstrip("+~").startswith("paper.")]


def untrained(model, data):
    """The metrics of a network before training, by `split/name`."""
    figures = {}
    for split, part in (("train", data.train), ("val", data.validation), ("test", data.test)):
        if part is not None:
            few = samples.first(part, MOST_SAMPLES)
            found = model.evaluate(*few, batch_size=MOST_SAMPLES, verbose=0, return_dict=True)
            figures |= {f"{split}/{name}": float(figure) for name, figure in found.items()}
    return figures


def run(rows, seeds, launch):
    """Runs what has not been run yet, and gives each row its runs.

    Args:
        rows: [Row].
        seeds: number of runs of each.
        launch: trains for lists of overrides.
    """
    fingerprints = {}
    for row in rows:
        for seed in range(seeds):
            cfg = composed(row.overrides, seed)
            fingerprints[row.overrides, seed] = record.fingerprint(record.snapshot(cfg, digest(cfg)))
    before = finished()
    missing = [key for key, fingerprint in fingerprints.items() if fingerprint not in before]
    printing.say(cost(fingerprints, missing, before))
    if missing:
        launch([[*given(), *overrides, f"seed={seed}"] for overrides, seed in missing])
    there = finished()
    for row in rows:
        found = {seed: there.get(fingerprints[row.overrides, seed]) for seed in range(seeds)}
        row.runs = {seed: folder for seed, folder in found.items() if folder}


def finished():
    """{fingerprint: folder} of the trainings on disk that came to their end."""
    found = {}
    for folder in record.runs():
        fingerprint = run_files.read_json(folder / "record.json").get("fingerprint")
        if fingerprint and run_files.read_json(folder / "result.json").get("status") == "done":
            found[fingerprint] = folder
    return found


def cost(fingerprints, missing, before):
    """How many runs there are and to come, and what they will cost, in words.

    Args:
        fingerprints: {(overrides, seed): fingerprint} of all runs.
        missing: the keys of those to come.
        before: {fingerprint: folder} of those that are there.
    """
    seconds = {}
    for (overrides, _), fingerprint in fingerprints.items():
        if fingerprint in before:
            seconds.setdefault(overrides, []).append(
                run_files.read_json(before[fingerprint] / "result.json")["seconds"]
            )
    configurations = len({overrides for overrides, _ in fingerprints})
    words = f"{len(fingerprints)} runs of {configurations} configuration{'s' if configurations > 1 else ''}: "
    words += f"{len(fingerprints) - len(missing)} are there, {len(missing)} to run"
    if not missing:
        return words
    to_come = [overrides for overrides, _ in missing]
    if seconds.keys() >= {*to_come}:
        minutes = sum(statistics.mean(seconds[overrides]) for overrides in to_come) / 60
        return f"{words}, about {minutes:.1f} minutes one after the other"
    steps_of = {overrides: steps(composed(overrides)) for overrides in {*to_come}}
    return f"{words}, {sum(steps_of[overrides] for overrides in to_come):,} steps"


def value(claim, folder):
    """What one run says of a claim of a metric: its end, or the best, or the value, up to an epoch."""
    if not claim.by_epoch:
        return run_files.read_json(folder / "result.json")[claim.metric]
    curve = [row[claim.metric] for row in run_files.read_history(folder) if row["epoch"] <= claim.by_epoch]
    return {"at_most": min, "at_least": max}.get(claim.direction, lambda values: values[-1])(curve)


def judge(claim, by_name):
    """A judgement.Judgement of one claim.

    Args:
        claim: a schema.Claim.
        by_name: {name: (Claim, Row)} of all but those that compare two.
    """
    if claim.kind == "greater":
        (one, row), (other, below) = (by_name[name] for name in claim.value)
        both = sorted(row.runs.keys() & below.runs.keys())  # seeds
        ahead = [value(one, row.runs[seed]) - value(other, below.runs[seed]) for seed in both]
        return judgement.judge(ahead, 0.0, claim.tolerance, "at_least")
    row = by_name[claim.name][1]
    if row.missing:
        return judgement.judge([], 0.0, 0.0)
    if claim.kind == "parameters":
        return judgement.exactly(row.parameters, claim.value)
    if claim.kind == "shape":
        return judgement.exactly(row.shapes[claim.layer], claim.value)
    values = row.initial_losses if claim.kind == "initial_loss" else row.values(claim)
    return judgement.judge(values, claim.value, claim.tolerance, claim.direction)


def steps(cfg):
    """Optimizer updates of a whole training."""
    return Program(cfg, None).plan.steps
