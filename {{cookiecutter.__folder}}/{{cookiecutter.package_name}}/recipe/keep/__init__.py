"""MACHINERY. What a run leaves on disk and says on a terminal."""
