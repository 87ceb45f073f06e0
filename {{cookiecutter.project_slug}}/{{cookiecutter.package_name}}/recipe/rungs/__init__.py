"""MACHINERY. One module a rung: `measure(program)` looks, and each check decides from what was measured alone."""
