"""MACHINERY. The kinds of claims that conf/paper.yaml may make, and what each of them refuses, in words of ours."""

from typing import Annotated, Any, ClassVar, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StrictBool, model_validator

from ..prepare.expected import Count, each_once, expected, refused
from .best import SHARES

OURS = 0.01  # tolerance where the paper gives no spread: a percentage point, or a hundredth of what is no share
SHAPE = "expected shape: [5, 25], without the batch, and layer: its name"
COMPARED = "{}: expected the names of two claims{}"
VALUE = "{}: expected a number, or the two ends of a range, the lower one first"
SPREAD = "std and n: the paper's own spread, over how many runs: one says nothing without the other"


def ascending(ends):
    """A validator of ranges."""
    if ends[0] >= ends[1]:
        raise ValueError
    return ends


Finite = Annotated[int, Field(strict=True)] | Annotated[float, Field(strict=True, allow_inf_nan=False)]
Range = Annotated[list[Finite], Field(min_length=2, max_length=2), AfterValidator(ascending)]
Number = expected(Finite | Range, VALUE)
Two = Annotated[list[str], Field(min_length=2, max_length=2), AfterValidator(each_once)]
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
    _ends: tuple | None = None  # of what is claimed, where that is a range

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


class Parameters(Claim):
    """The number of trainable parameters."""

    kind = "parameters"
    value: expected(Count, "parameters: {}: expected a whole number, 1 or more") = Field(alias=kind)


class Shape(Claim):
    """The shape of a layer's output, without the batch."""

    kind = "shape"
    value: expected(list[Count], SHAPE) = Field(alias=kind)
    layer: expected(Annotated[str, Field(min_length=1)], SHAPE)

    @property
    def about(self):
        return f"shape after {self.layer}"

    @property
    def stated(self):
        return f"({', '.join(map(str, self.value))})"


class Size(Claim):
    """The number of samples of a split."""

    kind = "size"
    value: expected(Count, "size: {}: expected a whole number of samples, 1 or more") = Field(alias=kind)
    split: expected(Literal["train", "validation", "test"], "split: {}: expected train, validation or test")

    @property
    def about(self):
        return f"{self.split} samples"


class Measured(Claim):
    """A number that differs from seed to seed. It may be claimed to lie in a range: [0.93, 0.95].

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
        low, high = self._ends = tuple(self.value)
        self.value, self.tolerance = (low + high) / 2, (high - low) / 2

    @property
    def is_share(self):
        return False

    @property
    def stated(self):
        return "{} to {}".format(*self.ends) if self.ends else f"{self.value}"


class InitialLoss(Measured):
    """The loss before training."""

    kind = "initial_loss"
    not_moved_by = ("training", "optimizer")
    value: Number = Field(alias=kind)

    @property
    def about(self):
        return "initial loss"


class Metric(Measured):
    """A figure of a training: at its end, or by an epoch."""

    kind = "metric"
    trains, not_moved_by = True, ()
    metric: expected(
        Annotated[str, Field(pattern="^(train|val|test)/.")],
        "metric: {}: expected a split and a name, such as test/accuracy",
    )
    by_epoch: expected(Count, "by_epoch: {}: expected a whole number, 1 or more") = None

    @model_validator(mode="after")
    def possible(self):
        if self.is_share and not all(0 <= value <= 1 for value in self.ends or [self.value or 0]):
            raise refused(
                f"value: {[*self.ends] if self.ends else self.value}: {self.metric} is a share between 0 and 1"
            )
        if self.by_epoch and self.metric.startswith("test/"):
            once = f"{self.metric} is measured once, after the last epoch"
            raise refused(f"by_epoch: {once}: claim a figure of train/ or val/")
        return self

    @property
    def is_share(self):
        return any(word in self.metric for word in SHARES)

    @property
    def about(self):
        return self.metric

    @property
    def said(self):
        return super().said + (f" by epoch {self.by_epoch}" if self.by_epoch else "")


def names_a_function(node):
    """A validator of what is called."""
    if "." not in str(node.get("_target_")):
        raise ValueError
    return node


class Figure(Measured):
    """A figure by a function of one's own: of a run's folder, it answers a number, or many by name: `pick` one."""

    kind = "figure"
    trains, not_moved_by = True, ()
    figure: expected(
        Annotated[dict[str, Any], AfterValidator(names_a_function)],
        "figure: expected a _target_, the dotted path of a function of a run's folder, with its further arguments",
    )
    pick: Text | None = None
    always: expected(StrictBool | None, "always: {}: expected true, of a figure that is the same for any weights") = (
        None
    )

    @model_validator(mode="after")
    def holds_always(self):
        if self.always and self.value is None:
            raise refused("always: true: expected a value beside it, which any weights have")
        return self

    @property
    def about(self):
        return str(self.pick or self.figure["_target_"].rpartition(".")[2])


class Comparison(Claim):
    """Of two claims of a metric or figure."""

    trains, compares, not_moved_by = True, True, ()
    sign: ClassVar[str]

    @property
    def said(self):
        return f" {self.sign} ".join(self.value)


class Greater(Comparison):
    """The first of two is the larger one."""

    kind, sign = "greater", ">"
    value: expected(Two, COMPARED.format(kind, ", the better one first")) = Field(alias=kind)
    direction: Literal["at_least"] = "at_least"  # of the difference


class Less(Comparison):
    """The first of two is the smaller one."""

    kind, sign = "less", "<"
    value: expected(Two, COMPARED.format(kind, ", the smaller one first")) = Field(alias=kind)
    direction: Literal["at_most"] = "at_most"


class Equal(Comparison):
    """Two are the same, up to the tolerance."""

    kind, sign = "equal", "="
    value: expected(Two, COMPARED.format(kind, "")) = Field(alias=kind)
    tolerance: expected(Annotated[float, Field(gt=0)], "equal: tolerance: expected how far apart still counts as equal")
    direction: Literal["equal"] = "equal"


KINDS = (Parameters, Shape, Size, InitialLoss, Metric, Figure, Greater, Less, Equal)
KINDS = {claim.kind: claim for claim in KINDS}
for claim in KINDS.values():
    for key in {
        "metric",
        "by_epoch",
        "layer",
        "split",
        "figure",
        "pick",
        "always",
        "std",
        "n",
    } - claim.model_fields.keys():
        setattr(claim, key, None)  # so that every claim can be asked for them
