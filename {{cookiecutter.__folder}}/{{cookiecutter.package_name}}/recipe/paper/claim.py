"""MACHINERY. What any claim in conf/paper.yaml has: where it stands, how far off counts; of measured ones a spread."""

from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from ..prepare.expected import expected, refused

OURS = 0.01  # tolerance where the paper gives no spread: a percentage point, or a hundredth of what is no share
VALUE = "{}: expected a number, or the two ends of a range"
SPREAD = "std and n: the paper's own spread, over how many runs: one says nothing without the other"


def apart(ends):
    """A validator of ranges."""
    if ends[0] == ends[1]:
        raise ValueError
    return ends


Finite = Annotated[int, Field(strict=True)] | Annotated[float, Field(strict=True, allow_inf_nan=False)]
Range = Annotated[list[Finite], Field(min_length=2, max_length=2), AfterValidator(apart)]
Text = Annotated[str, Field(min_length=1)] | int | float  # a section may be a number


class Claim(BaseModel):
    """One claim of the paper."""

    model_config = ConfigDict(extra="forbid")

    where: expected(Text, "where does the paper say so? where: a section, table or figure")
    overrides: expected(tuple[str, ...] | None, "overrides: expected a list, such as [model=linear]") = None
    tolerance: expected(Annotated[float, Field(ge=0)] | None, "tolerance: {}: expected a number, 0 or more") = None
    direction: expected(Literal["equal", "at_least", "at_most"], "direction: {}: expected equal, at_least, at_most") = (
        "equal"
    )
    # What is claimed is the `value` of each kind: a number, a list, or the names of two claims.
    kind: ClassVar[str]
    trains: ClassVar[bool] = False  # whether it takes trainings to judge it
    compares: ClassVar[bool] = False  # whether it is about two others
    not_moved_by: ClassVar[tuple] = ("",)  # beginnings of those keys whose values make no difference to it
    _name: str = ""  # its key in the file
    _ours: bool = False  # whether the tolerance is ours, not the paper's
    _ends: tuple | None = None  # (low, high) of what is claimed, where that is a range
    _better: int = 0  # 1 where more of it is better, -1 where less is, as far as the claim tells

    @model_validator(mode="before")
    @classmethod
    def lacking_is_null(cls, entry):
        """A required key that is left out is refused as one without a value is."""
        required = [field.alias or key for key, field in cls.model_fields.items() if field.is_required()]
        return {**dict.fromkeys(required), **entry}

    @model_validator(mode="after")
    def completed(self):
        self.overrides = self.overrides or ()
        self.complete_tolerance()
        return self

    def complete_tolerance(self):
        """Gives a claim without a tolerance its own: what is counted is exact."""
        if self.tolerance is None:
            self._ours, self.tolerance = True, 0.0

    @property
    def name(self):
        return self._name

    @property
    def ours(self):
        return self._ours

    @property
    def ends(self):
        return self._ends

    @property
    def better(self):
        return self._better or {"equal": 0, "at_least": 1, "at_most": -1}[self.direction]

    @property
    def about(self):
        """What it is about, in words."""
        return self.kind

    @property
    def stated(self):
        """The value, in words."""
        return f"{self.value:,}"

    @property
    def said(self):
        """What is claimed, in words."""
        sign = {"equal": "", "at_least": "≥ ", "at_most": "≤ "}[self.direction]
        return self.about if self.value is None else f"{self.about} {sign}{self.stated}"

    @property
    def of_runs(self):
        """Whether each run has a number of it."""
        return self.trains and not self.compares

    @property
    def margin(self):
        """How far off still counts as the same, in words, to stand behind what is claimed."""
        words = f" ± {self.tolerance:.3g}" if self.tolerance and not self.ends else ""
        return words + (f" (std {self.std:g}, n = {self.n})" if self.n else "")

    def can_be_moved_by(self, key):
        """Whether another value of a key of the configuration can make a difference to what is claimed."""
        return not key.startswith(self.not_moved_by)


class Measured(Claim):
    """A number that differs from seed to seed. It may be claimed to lie in a range: [0.93, 0.95], the better end last.

    One without a value is there to be compared with another.
    """

    std: expected(Annotated[Finite, Field(gt=0)] | None, "std: {}: expected a number above 0") = None
    n: expected(Annotated[int, Field(strict=True, ge=2)] | None, "n: {}: expected a whole number, 2 or more") = None
    value: expected(Finite | Range | None, VALUE) = None

    def complete_tolerance(self):
        if (self.std is None) != (self.n is None):
            raise refused(SPREAD)
        if self.value is None and (self.tolerance or self.std):
            raise refused("value: missing: tolerance, std and n are of a value")
        if self.value is None:
            self.tolerance = 0.0
        elif isinstance(self.value, list):
            self.read_range()
        elif self.tolerance is None and self.std:
            self.tolerance = 2 * self.std  # about where the paper's own runs lie
        elif self.tolerance is None:
            self._ours, self.tolerance = True, OURS if self.is_share else OURS * abs(self.value)

    def read_range(self):
        """A range is its middle, give or take half of its width."""
        if self.tolerance is not None or self.std or self.direction != "equal":
            raise refused(f"value: {self.value}: a range has no tolerance, std or direction beside its ends")
        low, high = self._ends = tuple(sorted(self.value))
        self._better = 1 if self.value[0] == low else -1
        self.value, self.tolerance = (low + high) / 2, (high - low) / 2

    @property
    def is_share(self):
        return False

    @property
    def stated(self):
        return "{} to {}".format(*self.ends) if self.ends else f"{self.value}"
