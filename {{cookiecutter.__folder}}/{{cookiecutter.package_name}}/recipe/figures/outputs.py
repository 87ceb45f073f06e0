"""MACHINERY. What a network answers: beside what is true, and where it is most wrong."""

import numpy as np

from ..measure.heads import BINARY, ONE_HOT, SPARSE
from ..measure.target_encoding import classes, probabilities
from .samples import rows, scalars
from .sheet import COLOURS, QUIET, SPLITS, TRAINING, VALIDATION, evenly, picture, sheet, short

MOST_CLASSES = 30  # in a confusion matrix; of more, those most often mistaken
MOST_WRITTEN = 12  # classes up to which the counts are written into it
MOST_POINTS = 5000
BINS = 60
PROBABILITIES = "probabilities, from 0 to 1 (the band)"
SHOWN = 8  # samples side by side
MOMENTS = 4  # of a training, at which a map or a signal that is predicted is drawn


def judged(head):
    """The Picture of one output beside its target; None without a target."""
    if head.kind == "classes":
        return confusion(head)
    if head.kind == "multilabel":
        return labels(head)
    return None if head.targets is None else against(head)


def confusion(head):
    """Counts of true and predicted classes, the rows scaled to shares."""
    true, said = classes(head.targets), head.sure.argmax(-1).ravel()
    # Labels such as 255 or -1, for pixels that nobody labelled, are no class.
    asked = (true >= 0) & (true < head.sure.shape[-1])
    true, said = true[asked], said[asked]
    number = 1 + max(true.max(), said.max())
    counts = np.zeros((number, number), int)
    np.add.at(counts, (true, said), 1)
    wrong = counts - np.diag(np.diag(counts))
    kept = np.sort(np.argsort(-(wrong.sum(0) + wrong.sum(1)), kind="stable")[:MOST_CLASSES])
    counts = counts[np.ix_(kept, kept)]
    shares = counts / np.maximum(1, counts.sum(1, keepdims=True))
    figure, (axes,) = sheet(1, size=(3.4, 3.4))
    axes.imshow(shares, cmap="Blues", vmin=0, vmax=1)
    axes.grid(False)
    axes.set(xlabel="predicted", ylabel="true")
    axes.set_xticks(range(len(kept)), kept)
    axes.set_yticks(range(len(kept)), kept)
    for (i, j), count in np.ndenumerate(counts) if len(kept) <= MOST_WRITTEN else ():
        axes.text(j, i, count or "", ha="center", va="center", color="white" if shares[i, j] > 0.5 else "black")
    right = f"{(true == said).mean():.1%} of {true.size:,} right"
    worst = np.unravel_index(wrong.argmax(), wrong.shape)
    if wrong.max():
        right += f"; most often {worst[0]} is taken for {worst[1]}, {wrong.max()} times"
    return picture(figure, f"{head.title}: how often each class is taken for each, on validation samples.", right)


def labels(head):
    """Precision and recall of each label at one half."""
    true = np.asarray(head.targets).reshape(-1, head.targets.shape[-1]) > 0.5
    said = np.asarray(head.answers).reshape(true.shape)
    said = said > (0.5 if said.min() >= 0 and said.max() <= 1 else 0)
    hits = (true & said).sum(0)
    scores = {"recall": hits / np.maximum(1, true.sum(0)), "precision": hits / np.maximum(1, said.sum(0))}
    figure, (axes,) = sheet(1, size=(4.6, 2))
    for offset, (name, score), colour in zip((-0.2, 0.2), scores.items(), SPLITS.values(), strict=True):
        axes.bar(np.arange(len(score)) + offset, score, 0.4, label=name, color=colour)
    axes.set_xlabel("label")
    axes.legend(fontsize=7)
    alt = " and ".join(f"{name} {score.mean():.3g}" for name, score in scores.items())
    caption = f"{head.title}: recall and precision of each label."
    return picture(figure, caption, f"{alt} over {true.shape[1]} labels")


def against(head):
    """Predicted against true values; on the diagonal they agree. None where they are not of one shape."""
    true, said = np.ravel(head.targets).astype(float), np.ravel(head.answers).astype(float)
    if true.size != said.size:
        return None
    some = np.random.default_rng(0).permutation(true.size)[:MOST_POINTS]
    figure, (axes,) = sheet(1, size=(3, 3))
    ends = [true.min(), true.max()]
    axes.plot(ends, ends, color=QUIET, linewidth=1)
    axes.plot(true[some], said[some], ".", markersize=3, alpha=0.5, color=TRAINING)
    axes.set(xlabel="true", ylabel="predicted")
    alt = f"root of the mean squared error {np.sqrt(np.mean((true - said) ** 2)):.4g} over {true.size:,} values"
    return picture(figure, f"{head.title}: predicted against true; on the line they agree.", alt)


def answered(heads):
    """What a network can answer, all its numbers, beside what its loss takes them for; None without a head.

    Args:
        heads: [heads.Head].
    """
    if not heads:
        return None
    figure, axes = sheet(len(heads), columns=1, size=(4.6, 1.6))
    said = []
    for panel, head in zip(axes, heads, strict=True):
        flat = np.ravel(head.possible).astype(float)
        flat = flat[np.isfinite(flat)]
        panel.hist(flat, BINS, color=TRAINING)
        panel.set(title=short(head.name or "output"), xlabel="one answer", ylabel="how often")
        takes = taken_for(head.loss)
        if takes == PROBABILITIES:
            panel.axvspan(0, 1, color=VALIDATION, alpha=0.2)
            for edge in (0, 1):  # among large numbers the band has no width
                panel.axvline(edge, color=VALIDATION, linewidth=1.5)
        ends = f"{flat.min():.3g} to {flat.max():.3g}" if flat.size else "no finite number"
        said.append(" ".join(filter(None, (head.name, ends + bool(takes) * f", which the loss takes for {takes}"))))
    caption = "What the network can answer, of made-up inputs and weights drawn anew"
    return picture(figure, f"{caption}: {'; '.join(said)}.", "; ".join(said))


def taken_for(loss):
    """What a loss takes predictions for, in words; empty where that is not known."""
    if loss is None or loss.name not in SPARSE + ONE_HOT + BINARY:
        return ""
    return "logits" if loss.from_logits else PROBABILITIES


def errors(head, inputs):
    """The validation samples that are most wrong, the worst first; None where that is not known.

    Args:
        head: a predictions.Head with `losses`.
        inputs: [(name, array)].
    """
    if head.losses is None or not len(head.losses):
        return None
    worst = np.argsort(-np.nan_to_num(head.losses, nan=np.inf), kind="stable")[:SHOWN]
    caption = f"{head.title}: the validation samples of the largest loss, the worst first."
    return side_by_side(head, inputs, worst, caption)


def confident(head, inputs):
    """The wrong answers that the network is surest of; None where nothing is wrong, or for other than one class."""
    if head.kind != "classes" or head.answers.ndim != 2:
        return None
    wrong = head.sure.argmax(-1) != classes(head.targets)
    order = np.argsort(-head.sure.max(-1), kind="stable")
    chosen = order[wrong[order]][:SHOWN]
    caption = f"{head.title}: the errors that the network is surest of, the surest first."
    return side_by_side(head, inputs, chosen, caption) if len(chosen) else None


def side_by_side(head, inputs, chosen, caption):
    """The Picture of some samples with what is true and what is predicted of them."""
    if head.kind == "values" and len(inputs) == 1 and scalars(inputs[0][1], head.targets, head.answers):
        return over_input(head, *inputs[0], chosen, caption)
    parts = [(name, array[chosen]) for name, array in inputs]
    answers = head.answers.argmax(-1) if head.kind == "classes" else head.answers
    if answers[0].size > 2:  # more than a title holds
        parts += [("target", head.targets[chosen]), ("prediction", answers[chosen])]
    titles = [" → ".join(filter(None, (head.said_true(i), head.said(i)))) for i in chosen]
    return rows(parts, titles, caption, "true → predicted: " + ", ".join(titles) if any(titles) else "")


def over_input(head, name, array, chosen, caption):
    """The Picture of a function of one number: what is true and what is predicted over the input, some samples marked.

    Args:
        head: a predictions.Head.
        name, array: of the input, Float["b …"] of one number a sample.
        chosen: the numbers of the samples to mark.
        caption: of the Picture.
    """
    figure, (axes,) = sheet(1, size=(3.4, 2.2))
    x, true, said = (np.ravel(values) for values in (array, head.targets, head.answers))
    some = np.random.default_rng(0).permutation(x.size)[:MOST_POINTS]
    axes.plot(x[some], true[some], ".", markersize=3, alpha=0.6, color=TRAINING, label="true")
    axes.plot(x[some], said[some], ".", markersize=3, alpha=0.6, color=VALIDATION, label="predicted")
    for i in chosen:
        axes.plot([x[i], x[i]], [true[i], said[i]], color=QUIET, linewidth=1)
    axes.set(xlabel=short(name or "input"), ylabel=short(head.title))
    axes.legend(fontsize=7)
    alt = "true → predicted: " + ", ".join(f"{true[i]:.3g} → {said[i]:.3g}" for i in chosen)
    return picture(figure, f"{caption} Their errors are the lines.", alt)


def history(head, steps, moments):
    """What a fixed batch is taken for as the training goes on.

    For classes the probability of the true one, for a value or two their curves, else the answers at a few moments.

    Args:
        head: a predictions.Head of the batch, at the end.
        steps: optimizer updates at some moments.
        moments: the answers at each of them, Float["b …"].
    """
    title = f"{head.title}: a fixed batch of validation samples as training goes on"
    if head.kind == "classes" and head.answers.ndim == 2:
        return probability_of_the_truth(classes(head.targets), steps, moments, title)
    if head.answers[0].size <= 2 and head.targets is not None:
        figure, (axes,) = sheet(1, size=(4.6, 2.2))
        for i in range(min(SHOWN, len(head.answers))):
            colour = COLOURS[i % len(COLOURS)]
            axes.plot(steps, [np.ravel(answers[i])[0] for answers in moments], color=colour)
            axes.axhline(float(np.ravel(head.targets[i])[0]), color=colour, linestyle=":", linewidth=1)
        axes.set_xlabel("optimizer updates")
        return picture(figure, f"{title}; dotted, what is true.")
    parts = [
        (f"{step:,} updates", answers.argmax(-1) if head.kind == "classes" else answers)
        for step, answers in evenly(list(zip(steps, moments, strict=True)), MOMENTS)
    ]
    titles = [parts[0][0]] + [""] * (min(SHOWN, len(head.answers)) - 1)
    if head.targets is None:
        return rows(parts, titles, f"{title}.")
    return rows([*parts, ("target", head.targets)], titles, f"{title}; below, what is true.")


def probability_of_the_truth(true, steps, moments, title):
    """The probability of each sample's true class over the training, a row a sample."""
    sure = np.stack([probabilities(answers)[np.arange(len(true)), true] for answers in moments], axis=1)
    figure, (axes,) = sheet(1, size=(3.4, 0.4 + 0.1 * len(true)))
    axes.imshow(sure, cmap="Blues", vmin=0, vmax=1, aspect="auto", interpolation="nearest")
    axes.grid(False)
    axes.set(xlabel="optimizer updates", ylabel="true class")
    axes.set_yticks(range(len(true)), true, fontsize=5)
    columns = evenly(range(len(steps)), 5)
    axes.set_xticks(columns, [f"{steps[i]:,}" for i in columns])
    caption = f"{title}: the probability of the true class; the more colour, the surer."
    return picture(figure, caption, f"at the end from {sure[:, -1].min():.2g} to {sure[:, -1].max():.2g}")
