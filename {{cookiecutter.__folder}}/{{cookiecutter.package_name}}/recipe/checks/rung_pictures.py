"""MACHINERY. What each rung shows: pictures of what it has measured. Nothing is trained or measured anew for them."""

from ..figures import curves, layers, outputs, training_pictures
from ..figures.sheet import styled
from ..run.probe import quantiles

# Which picture shows what a check has found; of the others in a rung the one that it names first.
PROOFS = {
    **dict.fromkeys(("output-range", "output-contract", "any-batch-size"), "answers"),
    **dict.fromkeys(("reads-whole-input", "sees-no-future"), "gradient_map"),
    **dict.fromkeys(("scaled", "scaled-alike", "scaler", "finite", "as-declared"), "ranges"),
    **dict.fromkeys(("class-balance", "classes-in-both", "targets-reachable"), "targets"),
}
FIRST = {"forward": "responses", "look": "samples", "loss": "start", "one": "loss", "ten": "loss", "all": "curves"}
FIRST |= {"init": "initializers", "seed": "curves"}
COMPARED = ("given", "permuted", "zeros", "linear", "longer")


@styled
def pictures(rung, measured):
    """{key: Picture} of one rung; keys are `rung/name`.

    Args:
        rung: its name.
        measured: its module's Measured, after the checks.
    """
    known, (drawn, *wanted) = vars(measured), RUNGS[rung]
    if not known.keys() >= {*wanted}:
        return {}
    found = drawn(measured, known)
    return {f"{rung}/{key.rpartition('/')[2]}": picture for key, picture in found.items() if picture is not None}


def proof(rung, check):
    """The key of the picture that shows what a check of a rung has found."""
    return f"{rung}/{PROOFS.get(check, FIRST[rung])}"


def of_forward(m, known):
    if m.answer is None:
        return {}
    return {"answers": outputs.answered(known.get("heads")), **training_pictures.of_network(m.model, m.inputs)}


def of_look(m, known):
    some = [s or (None, None) for s in (m.train, m.validation)]
    return training_pictures.of_data(*some, m.program.inputs, m.program.targets)


def of_loss(m, known):
    """The untrained network by layer."""
    values = {"activations": m.inside.outputs, "gradients": m.inside.gradients}
    spread = {kind: quantiles(arrays) for kind, arrays in values.items()}
    return {"start": layers.by_layer({kind: found for kind, found in spread.items() if found})}


def of_overfit(m, known):
    lines = {"a prediction that knows nothing": known.get("constant"), "target": m.run[1].result.get("target")}
    return {"loss": curves.loss(m.run[1].history, {said: loss for said, loss in lines.items() if loss is not None})}


def of_whole(m, known):
    trainings = {name: known[name].history for name in COMPARED if known.get(name)}
    caption = "The training as it is given, and what it is compared with."
    return {"curves": curves.overlaid(trainings, ("val/loss", "train/loss"), caption)}


def of_init(m, known):
    losses = {name: ([row["step"] for row in one.history], one.losses("train")) for name, one in m.trainings.items()}
    spreads = {name: quantiles(arrays) for name, arrays in m.outputs.items()}
    return {"initializers": layers.initializers(spreads, losses)}


def of_seed(m, known):
    histories = {f"seed {seed}": one.history for seed, one in enumerate(m.seeds)}
    return {"curves": curves.overlaid(histories, ("val/loss", "train/loss"), "The same training under other seeds.")}


# What draws a rung, and what must have been measured for it: a rung may have ended before.
RUNGS = {
    "forward": (of_forward, "called"),
    "look": (of_look,),
    "loss": (of_loss, "inside"),
    "one": (of_overfit, "run"),
    "ten": (of_overfit, "run"),
    "all": (of_whole, "given"),
    "init": (of_init, "losses"),
    "seed": (of_seed, "seeds"),
}
