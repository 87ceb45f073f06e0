"""MACHINERY. From a command line to one task in a folder of its own: refusals, sweeps, searches, what is resumed."""
