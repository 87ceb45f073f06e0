"""YOURS. What is learnt from: pictures, and anchors matched with their objects."""

import numpy as np

SIDES = (7.0, 11.0)
VARIANCES = np.array([0.1, 0.1, 0.2, 0.2])  # as the authors' code scales offsets


def load_mine(train, held_out, seed):
    """Pictures and the targets of their 128 anchors, in the order of rows, columns, sizes."""
    rng = np.random.default_rng(seed)
    pictures, targets = zip(*(picture(rng) for _ in range(train + 2 * held_out)), strict=True)
    x, y = np.stack(pictures)[..., None].astype("float32"), np.stack(targets).astype("float32")
    a, b = train, train + held_out
    return {"train": (x[:a], y[:a]), "validation": (x[a:b], y[a:b]), "test": (x[b:], y[b:])}


def anchors():
    """(centre's row, its column, height, width) of each, in pixels."""
    cells = (np.arange(8) + 0.5) * 4
    row, column, side = np.meshgrid(cells, cells, SIDES, indexing="ij")
    return np.stack([row, column, side, side], -1).reshape(-1, 4)


def picture(rng):
    image = 0.3 * rng.normal(size=(32, 32)) + rng.uniform(-0.5, 0.5)
    row, column = np.meshgrid(np.arange(32) + 0.5, np.arange(32) + 0.5, indexing="ij")
    boxes, kinds = [], []
    for _ in range(rng.integers(1, 4)):
        side = rng.uniform(6, 12)
        centre = rng.uniform(side / 2, 32 - side / 2, 2)
        if any(np.abs(centre - box[:2]).max() < (side + box[2]) / 2 for box in boxes):
            continue  # they do not overlap
        kind = rng.integers(1, 3)
        away = (
            np.maximum(abs(row - centre[0]), abs(column - centre[1]))
            if kind == 1
            else np.hypot(row - centre[0], column - centre[1])
        )
        image[away < side / 2] += rng.uniform(1.0, 2.0)
        boxes.append(np.array([*centre, side, side]))
        kinds.append(kind)
    return image, matched(np.array(boxes), np.array(kinds))


def matched(boxes, kinds):
    """Each object takes its best anchor, and any other that it overlaps by more than a half (Section 2.2)."""
    default = anchors()
    low = np.maximum(default[:, None, :2] - default[:, None, 2:] / 2, boxes[:, :2] - boxes[:, 2:] / 2)
    high = np.minimum(default[:, None, :2] + default[:, None, 2:] / 2, boxes[:, :2] + boxes[:, 2:] / 2)
    both = np.maximum(high - low, 0).prod(-1)
    iou = both / (default[:, None, 2:].prod(-1) + boxes[:, 2:].prod(-1) - both)  # (128, objects)
    of, overlap = iou.argmax(1), iou.max(1)
    best = iou.argmax(0)
    of[best], overlap[best] = np.arange(len(boxes)), 1
    box = boxes[of]
    offsets = np.concatenate([(box[:, :2] - default[:, :2]) / default[:, 2:], np.log(box[:, 2:] / default[:, 2:])], -1)
    positive = (overlap > 0.5)[:, None]
    return np.concatenate([positive * kinds[of][:, None], positive * offsets / VARIANCES], -1)
