"""MACHINERY. One module a rung: its Measured looks, and each of its CHECKS decides from what was measured alone."""

# Each rung's module. It has a class Measured, which measures when it is asked, and CHECKS, functions of it in the order
# of diagnosis.
RUNGS = {
    "forward": "forward",
    "look": "look",
    "loss": "loss",
    "one": "overfit",
    "ten": "overfit",
    "all": "whole",
    "init": "initializers",
    "seed": "seeds",
}


class Measuring:
    """What a rung's checks ask for: subclasses measure each thing when it is first asked for.

    Args:
        program: the program.Program.
        rung: its name.
    """

    def __init__(self, program, rung):
        self.program, self.rung = program, rung

    @property
    def cfg(self):
        return self.program.cfg

    @property
    def data(self):
        return self.program.data

    @property
    def floor(self):
        """The least loss there is; None for a density."""
        return self.cfg.loss.floor
