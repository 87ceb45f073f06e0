"""Whether a mutation does any harm: measured by trainings alone, without any of the recipe's checks."""

import math

import mutations
from paper_net.recipe.keras_side import backend
from paper_net.recipe.measure import constant, loss_answers
from paper_net.recipe.prepare import samples
from paper_net.recipe.run.program import Program
from paper_net.recipe.tries.seen import Seen

MOST = 1000  # validation samples


def mutated(cfg, name, folder):
    """(the tries.change.Change that injects a fault, the configuration with it); (None, None) where it does not apply.

    Args:
        cfg: of a healthy program.
        name: of a fault in mutations.MUTATIONS.
        folder: where trainings may leave their records.
    """
    program = Program(cfg, folder)
    try:
        change = mutations.MUTATIONS[name](Seen(program))
    except Exception:  # of a kind that this operator cannot change
        change = None
    return (change, program.changed(*change.overrides)) if change else (None, None)


def harm(cfg, name, change, changed, folder):
    """What the mutated program's predictions score worse than the healthy one's, under the healthy loss, as a share of
    what the healthy training has learnt; infinite where it breaks or cannot be compared.

    Of a fault that makes a figure dishonest it is infinite too: a worse prediction is not what it does.
    """
    if name in mutations.DISHONEST:
        return math.inf
    healthy = Program(cfg, folder / "healthy")
    inputs, targets = samples.some(healthy.data.validation, MOST)
    model = healthy.compiled()

    def scored(trained, few):
        answers = trained(backend.tensors(few), training=False)
        return loss_answers.loss_of(model, inputs, targets, answers)

    nothing = constant.constant_loss(model, samples.take(inputs, slice(0, 1)), targets)
    model(backend.tensors(inputs), training=False)
    start = scored(model, inputs)
    healthy.trained("given").reload(model)
    right = scored(model, inputs)
    try:
        with change.applied():
            program = Program(changed, folder / "mutated")
            few, _ = samples.some(program.data.validation, MOST)
            broken = program.compiled()
            broken(backend.tensors(few), training=False)
            program.trained("given").reload(broken)
            wrong = scored(broken, few)
    except Exception:
        return math.inf
    learnt = max((start if nothing is None else nothing) - right, 1e-6)
    return (wrong - right) / learnt if math.isfinite(wrong) else math.inf
