"""YOURS. What is minimised: a loss of Keras' own here (conf/loss)."""
