"""MACHINERY. Verdicts: the checks of each rung, their limits and the causes they name. Nothing is trained or drawn here."""
