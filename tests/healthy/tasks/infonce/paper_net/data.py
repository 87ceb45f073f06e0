"""YOURS. What is learnt from: two views of one hidden cause, as an image and its caption are; nothing is labelled."""

import numpy as np


def load_two_views(train, validation, test, latent=6, noise=0.05):
    """Two sensors that see the same scene, each through a mixing of its own.

    Args:
        train: scenes to learn from.
        validation: scenes held out.
        test: scenes held out.
        latent: numbers that a scene consists of.
        noise: standard deviation of what each sensor adds.

    Returns:
        The splits; inputs {camera: Float["b 24"], microphone: Float["b 16"]}, standardized by the training split; zeros
        in the place of targets, as nothing is labelled.
    """
    generator = np.random.default_rng(1807)
    scenes = generator.normal(size=(train + validation + test, latent))
    camera = sensed(scenes, 24, np.tanh, noise, generator)
    microphone = sensed(scenes, 16, np.sin, noise, generator)
    edges = {"train": (0, train), "validation": (train, train + validation), "test": (train + validation, len(scenes))}
    views = {"camera": standardized(camera, train), "microphone": standardized(microphone, train)}
    return {
        split: ({name: view[start:end] for name, view in views.items()}, np.zeros(end - start, "float32"))
        for split, (start, end) in edges.items()
    }


def sensed(scenes, size, squash, noise, generator):
    mixing = generator.normal(size=(scenes.shape[1], size)) / np.sqrt(scenes.shape[1])
    return squash(scenes @ mixing) + noise * generator.normal(size=(len(scenes), size))


def standardized(view, train):
    mean, deviation = view[:train].mean(axis=0), view[:train].std(axis=0)
    return ((view - mean) / deviation).astype("float32")
