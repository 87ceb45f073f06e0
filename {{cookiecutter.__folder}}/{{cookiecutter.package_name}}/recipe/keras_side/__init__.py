"""MACHINERY. Keras and its backends, as far as they differ or are private."""
