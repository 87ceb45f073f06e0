"""MACHINERY. One training of the researcher's: watched, measured, kept, and as the rungs examine it."""
