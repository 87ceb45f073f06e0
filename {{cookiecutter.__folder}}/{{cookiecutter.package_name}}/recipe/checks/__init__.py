"""MACHINERY. Verdicts: what each rung asks, its limits and the causes it names. Nothing is trained here."""
