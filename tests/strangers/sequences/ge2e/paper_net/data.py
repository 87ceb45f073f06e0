import numpy as np


def load_mine(episodes, speakers, utterances, frames, bands, seed):
    """Episodes of a few speakers with a few utterances each; who is held out or tested is never learnt from.

    Args:
        episodes: of the training split; a quarter as many are held out, and as many again tested.
        speakers, utterances: of an episode.
        frames, bands: of an utterance's log spectrogram.
        seed: of the drawing.
    """
    rng = np.random.default_rng(seed)
    band = np.arange(bands)
    phones = rng.uniform(1, bands - 2, (6, 2))  # two formants of each phone

    def utterance(tract, pitch, tilt):
        spoken = np.repeat(rng.integers(0, 6, frames // 3), 3)  # what is said, three frames a phone
        centres = phones[spoken] * tract + rng.normal(0, 0.15, (frames, 2))
        formants = np.exp(-0.5 * ((band - centres[..., None]) / 0.9) ** 2).sum(1)  # (t, f)
        ripple = 0.5 * np.cos(2 * np.pi * band / (pitch * rng.uniform(0.97, 1.03)))
        channel = rng.normal(0, 0.3) + 0.25 * np.sin(band / 4 + rng.uniform(0, 6))
        return 2 * formants + ripple + tilt * band / bands + channel + 0.5 * rng.normal(size=(frames, bands))

    def split(n, people):
        voices = np.stack(
            [rng.uniform(0.8, 1.2, people), rng.uniform(2.5, 6, people), rng.normal(0, 0.8, people)], axis=1
        )
        chosen = [voices[rng.choice(people, speakers, replace=False)] for _ in range(n)]
        x = np.array([[[utterance(*v) for _ in range(utterances)] for v in episode] for episode in chosen])
        who = np.broadcast_to(np.arange(speakers, dtype="int32")[:, None], (n, speakers, utterances))
        return x.astype("float32"), who.copy()

    return {"train": split(episodes, 200), "validation": split(episodes // 4, 60), "test": split(episodes // 4, 60)}
