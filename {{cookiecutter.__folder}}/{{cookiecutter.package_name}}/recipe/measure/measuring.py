"""MACHINERY. What each rung measures, and when: its checks then decide from what was measured alone."""


class Measuring:
    """What the checks of one rung ask for. Each subclass measures a thing when a check first asks for it.

    Args:
        program: the program.Program under examination.
        rung: the rung's name.
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
