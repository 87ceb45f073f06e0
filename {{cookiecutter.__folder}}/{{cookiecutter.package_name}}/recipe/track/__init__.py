"""MACHINERY. Who else keeps the record of a training: W&B, TensorBoard."""
