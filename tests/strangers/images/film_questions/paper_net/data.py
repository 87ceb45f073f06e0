import numpy as np

COLOURS = np.array([[0.9, 0.2, 0.2], [0.2, 0.8, 0.3], [0.3, 0.3, 0.9]])


def load_mine(size, train, held_out, seed):
    """Scenes of a red, a green and a blue thing, and a question: which shape has the thing of this colour?

    Args:
        size: pixels a side.
        train: scenes to learn from.
        held_out: of the validation, and as many of the test.
        seed: draws them.

    Returns:
        The splits {"train": ({"image": …, "question": …}, answers), "validation": …, "test": …}.
    """
    rng = np.random.default_rng(seed)
    y, x = np.mgrid[:size, :size]
    half = size // 2

    def draw(n):
        images = 0.08 * rng.standard_normal((n, size, size, 3))
        shapes = rng.integers(3, size=(n, 3))  # disc, cross or frame, of each colour
        for image, of_scene in zip(images, shapes, strict=False):
            quarters = rng.permutation(4)[:3]
            for colour, shape, quarter in zip(COLOURS, of_scene, quarters, strict=False):
                cy, cx = np.array([quarter // 2, quarter % 2]) * half + rng.integers(3, half - 3, 2)
                u, v = np.abs(x - cx), np.abs(y - cy)
                inside = [u**2 + v**2 < 8, (np.minimum(u, v) < 1) & (np.maximum(u, v) < 3), np.maximum(u, v) == 2]
                image[inside[shape]] += colour
        question = rng.integers(3, size=n)
        answer = shapes[np.arange(n), question]
        return {"image": images.astype("float32"), "question": question[:, None].astype("int32")}, answer.astype(
            "int32"
        )

    return {"train": draw(train), "validation": draw(held_out), "test": draw(held_out)}
