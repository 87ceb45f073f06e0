import numpy as np


def load_mine(clips, repeats, side, frames, cells, seed):
    """Spikes of ganglion cells that see white noise; each clip is shown several times. Splits are of whole clips.

    Args:
        clips: of all splits together; 70 % are learnt from, 15 % validated on, 15 % tested on.
        repeats: how often each was shown.
        side, frames: of a clip, in pixels and in time.
        cells: recorded at once.
    """
    rng = np.random.default_rng(seed)
    movie = rng.choice([-1.0, 1.0], (clips, side, side, frames))
    row, column = np.mgrid[:side, :side]
    time = np.arange(frames)[::-1]  # frames ago
    course = np.exp(-((time - 2) ** 2) / 2) - 0.6 * np.exp(-((time - 5) ** 2) / 4)
    counts = np.empty((clips, repeats, cells))
    for cell in range(cells):
        place = rng.uniform(2, side - 3, 2)
        distance = (row - place[0]) ** 2 + (column - place[1]) ** 2
        field = np.exp(-distance / 2) - 0.25 * np.exp(-distance / 8)
        drive = np.einsum("nijt,ij,t->n", movie, field, course) * (1 if cell % 2 else -1)
        rate = 6 / (1 + np.exp(-2.5 * (drive / drive.std() - 0.5)))  # spikes of a bin; it saturates
        counts[:, :, cell] = rng.poisson(rate[:, None], (clips, repeats))
    movies = np.repeat(movie, repeats, axis=0).astype("float32")
    counts = counts.reshape(-1, cells).astype("float32")
    clip = np.repeat(np.arange(clips), repeats)
    order = rng.permutation(clips)
    parts = np.split(order, [clips * 70 // 100, clips * 85 // 100])
    rows = [np.flatnonzero(np.isin(clip, part)) for part in parts]
    names = ["train", "validation", "test"]
    splits = {name: (movies[at], counts[at]) for name, at in zip(names, rows, strict=True)}
    return {**splits, "groups": {name: clip[at] for name, at in zip(names, rows, strict=True)}}
