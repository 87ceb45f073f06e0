"""MACHINERY. Keras, its backends and Hydra, as far as they differ or are private."""
