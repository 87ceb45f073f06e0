import numpy as np


def load_mine(speakers, sessions, utterances, frames, bands, seed):
    """Utterances of speakers, each recorded in several sessions, whose room and microphone colour all that is said there.

    Sessions are kept apart: the last is for the test, the one before it for the validation.

    Returns:
        The splits, each (log energies (n, frames, bands), speaker (n)).
    """
    draw = np.random.default_rng(seed)
    phones = draw.normal(0, 1.5, (10, bands))
    voice = phones + draw.normal(0, 0.7, (speakers, 10, bands))  # how a speaker says each phone
    room = draw.normal(0, 0.45, (speakers, sessions, bands))
    speaker, session, _ = (i.ravel() for i in np.indices((speakers, sessions, utterances)))
    said = np.repeat(draw.integers(0, 10, (len(speaker), frames // 3)), 3, axis=1)  # a phone lasts three frames
    x = voice[speaker[:, None], said] + room[speaker, session][:, None]
    x = (x + draw.normal(0, 0.8, x.shape)).astype("float32")
    y = speaker.astype("int32")

    parts = {"train": session < sessions - 2, "validation": session == sessions - 2, "test": session == sessions - 1}
    mean, std = x[parts["train"]].mean(axis=(0, 1)), x[parts["train"]].std(axis=(0, 1))
    x = (x - mean) / std
    return {name: (x[part], y[part]) for name, part in parts.items()}
