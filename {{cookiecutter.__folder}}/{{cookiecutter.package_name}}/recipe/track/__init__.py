"""MACHINERY. Trackers: W&B, TensorBoard."""
