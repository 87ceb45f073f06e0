"""YOURS. What is minimised: a loss of Keras, see conf/loss."""
