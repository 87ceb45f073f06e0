import numpy as np


def load_mine(size, frames, window, train, held_out, seed):
    """Videos of two squares that move and bounce; windows of them and the frame that follows each.

    Args:
        size: pixels a side; frames: of a video; window: frames that the network sees.
        train, held_out: videos of the training split; of the validation and of the test, each.
    """
    rng = np.random.default_rng(seed)
    videos = np.stack([video(rng, size, frames) for _ in range(train + 2 * held_out)])  # (videos, frames, h, w, 1)
    of_train, of_validation, of_test = np.split(videos, np.cumsum([train, held_out]))
    return {
        "train": Windows(of_train, window),
        "validation": Windows(of_validation, window),
        "test": Windows(of_test, window),
    }


class Windows:
    """Every window of every video: (the frames of the window, the frame after it)."""

    def __init__(self, videos, window):
        self.videos, self.window = videos, window
        self.starts = videos.shape[1] - window  # windows of a video that have a next frame

    def __len__(self):
        return len(self.videos) * self.starts

    def __getitem__(self, i):
        video, start = divmod(i, self.starts)
        stop = start + self.window
        return self.videos[video, start:stop], self.videos[video, stop]


def video(rng, size, frames):
    pixels = np.zeros((frames, size, size, 1), "float32")
    for _ in range(2):
        side = rng.integers(2, 5)
        place, speed = rng.integers(0, size - side + 1, 2), rng.choice([-1, 1], 2)
        for t in range(frames):
            pixels[t, place[0] : place[0] + side, place[1] : place[1] + side] = 1
            speed = np.where((place + speed < 0) | (place + speed > size - side), -speed, speed)
            place = place + speed
    return pixels
