"""MACHINERY. From the configuration to samples, batches and the network."""
