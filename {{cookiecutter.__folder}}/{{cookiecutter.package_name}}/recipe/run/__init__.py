"""MACHINERY. One training of the researcher's: what is watched and kept, and the program under examination."""
