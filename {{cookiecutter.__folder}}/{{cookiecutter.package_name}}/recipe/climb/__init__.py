"""MACHINERY. The rungs in their order, until the first FAIL, and how that reads on a terminal."""
