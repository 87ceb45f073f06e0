"""YOURS. What is minimised: here Keras' own mean squared error, conf/loss/mean_squared_error.yaml."""
