"""MACHINERY. One training of the researcher's: what is watched, kept and resumed, and the program that the climb examines."""
