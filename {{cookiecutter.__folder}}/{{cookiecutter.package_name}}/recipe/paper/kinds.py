"""MACHINERY. The kinds of claims that conf/paper.yaml may make, and what each of them refuses, in words of ours."""

import json
from typing import Annotated, Any, ClassVar, Literal

from pydantic import AfterValidator, BeforeValidator, Field, StrictBool, TypeAdapter, model_validator

from ..prepare.expected import Count, each_once, expected, refused
from .best import SHARES
from .claim import VALUE, Claim, Finite, Measured, Range, Text

SHAPE = "expected shape: [5, 25], without the batch, and layer: its name"
COMPARED = "{}: expected the names of two claims{}"
CHANGE = (
    "{}: {{}}: expected a change, such as {{{{permute: 0}}}}, {{{{replace: words, at: {{{{mask: 0}}}}}}}}, a _target_"
)
AXES = "expected an axis, counted without the batch, or a list of them"
ROUNDING = 1e-3  # of a network of many layers in float32; what breaks a symmetry moves predictions further
Number = expected(Finite | Range, VALUE)
Two = Annotated[list[str], Field(min_length=2, max_length=2), AfterValidator(each_once)]


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
    always: expected(StrictBool | None, "always: {}: expected true, of what holds of any weights") = None

    @model_validator(mode="after")
    def holds_always(self):
        if self.always and self.value is None:
            raise refused("always: true: expected a value beside it, which any weights have")
        return self

    @property
    def about(self):
        return str(self.pick or self.figure["_target_"].rpartition(".")[2])


def as_list(axes):
    return axes if isinstance(axes, list) else [axes]


Axis = Annotated[int, Field(strict=True, ge=0)]
Axes = Annotated[list[Axis], BeforeValidator(as_list), Field(min_length=1), AfterValidator(each_once)]
Places = TypeAdapter(Annotated[dict[str, Axes], Field(min_length=1)] | Axes)  # of each input or output, or those named
MOVES = ("permute", "mirror", "roll", "turn")


def one_change(node):
    """A validator of changes of the inputs: a move along axes, other values of one input where another one is a number,
    or a function of one's own."""
    (first, places), *_ = node.items()
    if len(node) == 1 and first in MOVES:
        return {first: Places.validate_python(places)}
    if node.keys() == {"replace", "at"} and len(TypeAdapter(dict[str, Finite]).validate_python(node["at"])) == 1:
        return node
    return names_a_function(node)


Change = Annotated[dict[str, Any], Field(min_length=1), AfterValidator(one_change)]


class Symmetry(Claim):
    """What holds of any weights, to a share of the predictions' size: rounding."""

    def complete_tolerance(self):
        self._ours, self.tolerance = self.tolerance is None, self.tolerance or ROUNDING

    @property
    def about(self):
        return f"{self.kind}: {json.dumps(self.value).replace(chr(34), '')}"

    @property
    def said(self):
        return self.about


class Invariant(Symmetry):
    """An answer stays as it is when the inputs change."""

    kind = "invariant"
    value: expected(Change, CHANGE.format(kind)) = Field(alias=kind)


class Equivariant(Symmetry):
    """An answer moves as the inputs do, along the same axes of its own, or along those of `output`."""

    kind = "equivariant"
    value: expected(Change, CHANGE.format(kind)) = Field(alias=kind)
    output: expected(Annotated[Any, AfterValidator(Places.validate_python)], f"output: {{}}: {AXES}") = None

    @model_validator(mode="after")
    def moves_along(self):
        (change, places), *_ = self.value.items()
        if change not in MOVES:
            raise refused(f"equivariant: {change}: expected one of {', '.join(MOVES)}")
        if self.output is None and isinstance(places, dict):
            raise refused("output is missing: the axis along which the answer moves, such as output: 0")
        self.output = self.output or places
        return self


class Causal(Symmetry):
    """An answer reads the places `before` its own, or `until`, its own included."""

    kind = "causal"
    value: expected(Literal["before", "until"], "causal: {}: expected before, or until") = Field(alias=kind)
    axes: expected(Axes, f"axes: {{}}: {AXES}") = Field([0], validate_default=True)  # the places' order is along these
    input: Text | None = None

    @property
    def about(self):
        return f"causal: {self.value}, along {self.axes}" + (f" of {self.input}" if self.input else "")


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


KINDS = (Parameters, Shape, Size, InitialLoss, Metric, Figure, Invariant, Equivariant, Causal, Greater, Less, Equal)
SYMMETRIES = tuple(claim.kind for claim in KINDS if issubclass(claim, Symmetry))
KINDS = {claim.kind: claim for claim in KINDS}
OF_SOME = {"metric", "by_epoch", "layer", "split", "figure", "pick", "always", "std", "n"}
for claim in KINDS.values():
    for key in OF_SOME - claim.model_fields.keys():
        setattr(claim, key, None)  # so that every claim can be asked for them
