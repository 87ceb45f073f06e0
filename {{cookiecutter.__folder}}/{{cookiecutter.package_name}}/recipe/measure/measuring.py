"""MACHINERY. One module a rung: its Measured looks, and each of its CHECKS decides from what was measured alone."""


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
