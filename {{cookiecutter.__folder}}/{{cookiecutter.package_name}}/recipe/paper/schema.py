"""MACHINERY. The schema of conf/paper.yaml. What it refuses is said in one line; conf/paper.schema.json is made of it,
by which editors complete and check the file."""

import json
from typing import Annotated, Any, ClassVar, Literal, Union

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    Tag,
    ValidationError,
    model_validator,
)
from pydantic.json_schema import SkipJsonSchema

from ..prepare.expected import Count, each_once, expected, refused

OURS = 0.01  # tolerance where the paper gives no spread: a percentage point, or a hundredth of what is no share
SHARES = ("acc", "auc", "precision", "recall", "f1", "iou")  # metrics that lie in 0 … 1
FORM = "expected keys and values, such as {metric: test/accuracy, value: 0.9, where: Table 1}"
SHAPE = "expected shape: [5, 25], without the batch, and layer: its name"


Finite = Annotated[int, Field(strict=True)] | Annotated[float, Field(strict=True, allow_inf_nan=False)]
Number = expected(Finite, "{}: expected a number")
Text = Annotated[str, Field(min_length=1)] | int | float  # a section may be a number


class Entry(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Claim(Entry):
    """One claim of the paper."""

    where: expected(Text, "where does the paper say so? where: a section, table or figure")
    overrides: expected(tuple[str, ...] | None, "overrides: expected a list, such as [model=linear]") = None
    tolerance: expected(Annotated[float, Field(ge=0)] | None, "tolerance: {}: expected a number, 0 or more") = None
    direction: expected(Literal["equal", "at_least", "at_most"], "direction: {}: expected equal, at_least, at_most") = (
        "equal"
    )
    # What is claimed is the `value` of each kind: a number, a list, or the names of two claims.
    kind: ClassVar[str]
    trains: ClassVar[bool] = False  # whether it takes trainings to judge it
    _name: str = ""  # its key in the file
    _ours: bool = False  # whether the tolerance is ours, not the paper's

    @model_validator(mode="before")
    @classmethod
    def lacking_is_null(cls, entry):
        """A required key that is left out is refused as one without a value is."""
        required = [field.alias or key for key, field in cls.model_fields.items() if field.is_required()]
        return {**dict.fromkeys(required), **entry}

    @model_validator(mode="after")
    def completed(self):
        self.overrides = self.overrides or ()
        if self.tolerance is None:
            size = abs(self.value) if self.kind in ("metric", "initial_loss") else 0.0  # the others are exact
            self._ours, self.tolerance = True, OURS if self.is_share else OURS * size
        return self

    @property
    def is_share(self):
        return self.kind == "metric" and any(word in self.metric for word in SHARES)

    @property
    def name(self):
        return self._name

    @property
    def ours(self):
        return self._ours

    @property
    def said(self):
        """What is claimed, in words."""
        if self.kind == "greater":
            return " > ".join(self.value)
        sign = {"equal": "", "at_least": "≥ ", "at_most": "≤ "}[self.direction]
        value = f"{self.value:,}" if self.kind == "parameters" else f"{self.value}".replace("[", "(").replace("]", ")")
        of = {"metric": self.metric, "shape": f"shape after {self.layer}"}.get(self.kind, self.kind.replace("_", " "))
        return f"{of} {sign}{value}" + (f" by epoch {self.by_epoch}" if self.by_epoch else "")


class Parameters(Claim):
    """The number of trainable parameters."""

    kind = "parameters"
    value: expected(Count, "parameters: {}: expected a whole number, 1 or more") = Field(alias=kind)


class Shape(Claim):
    """The shape of a layer's output, without the batch."""

    kind = "shape"
    value: expected(list[Count], SHAPE) = Field(alias=kind)
    layer: expected(Annotated[str, Field(min_length=1)], SHAPE)


class InitialLoss(Claim):
    """The loss before training."""

    kind = "initial_loss"
    value: Number = Field(alias=kind)


class Metric(Claim):
    """A figure of a training: at its end, or by an epoch."""

    kind = "metric"
    trains = True
    metric: expected(
        Annotated[str, Field(pattern="^(train|val|test)/.")],
        "metric: {}: expected a split and a name, such as test/accuracy",
    )
    value: Number
    by_epoch: expected(Count, "by_epoch: {}: expected a whole number, 1 or more") = None

    @model_validator(mode="after")
    def possible(self):
        if self.is_share and not 0 <= self.value <= 1:
            raise refused(f"value: {self.value}: {self.metric} is a share between 0 and 1")
        if self.by_epoch and self.metric.startswith("test/"):
            once = f"{self.metric} is measured once, after the last epoch"
            raise refused(f"by_epoch: {once}: claim a figure of train/ or val/")
        return self


class Greater(Claim):
    """Of two claims of a metric, the one that is to be larger stands first."""

    kind = "greater"
    trains = True
    value: expected(
        Annotated[list[str], Field(min_length=2, max_length=2), AfterValidator(each_once)],
        "greater: expected the names of two claims, the better one first",
    ) = Field(alias=kind)


KINDS = {claim.kind: claim for claim in (Parameters, Shape, InitialLoss, Metric, Greater)}
for claim in KINDS.values():
    for key in {"metric", "by_epoch", "layer"} - claim.model_fields.keys():
        setattr(claim, key, None)  # so that every claim can be asked for them


def of_one_kind(entry):
    if not isinstance(entry, dict):
        raise refused(FORM)
    kinds = [kind for kind in KINDS if kind in entry]
    if len(kinds) != 1:
        raise refused(f"expected one of {', '.join(KINDS)}; it has {', '.join(kinds) or 'none'}")
    return entry


def kind_of(entry):
    return next(kind for kind in KINDS if kind in entry)


AnyClaim = Annotated[
    Union[tuple(Annotated[claim, Tag(kind)] for kind, claim in KINDS.items())],  # noqa: UP007
    Discriminator(kind_of),
    BeforeValidator(of_one_kind),
]


class Setting(Entry):
    """A setting that the paper states, under its key in the configuration: a run that departs from it says so."""

    value: Any
    where: Text


class Question(Entry):
    """What the paper does not say. The current guess is what the configuration has, `because` its reason."""

    asks: Text
    key: str
    candidates: list
    because: Text | Literal[""] | None = None
    of: str | None = None


class Paper(Entry):
    """What the paper claims, states and leaves open."""

    claims: dict[str | int, AnyClaim] | None = None
    settings: dict[str, expected(Setting, "expected value, and where the paper states it")] | None = None
    questions: dict[str | int, Annotated[Question, BeforeValidator(lambda entry: entry or {})]] | None = None
    # Of conf/replicate.yaml, which holds them to their own rules.
    seeds: SkipJsonSchema[Any] = None
    sensitivity: SkipJsonSchema[Any] = None
    budget: SkipJsonSchema[Any] = None


def claims(content):
    """The claims among the content of conf/paper.yaml, as [Claim].

    Raises:
        ValueError: an entry of the file cannot be meant; the message names it.
    """
    try:
        entries = Paper.model_validate(content).claims or {}
    except ValidationError as error:
        raise ValueError(in_words(error.errors()[0])) from None
    seen = {}
    for name, one in entries.items():
        one._name = name
        about = (one.kind, one.metric, one.by_epoch, one.layer, one.overrides, one.kind == "greater" and one.said)
        if about in seen:
            raise ValueError(f"paper.claims.{name}: {seen[about]} claims the same thing already")
        seen[about] = name
        for other in one.value if one.kind == "greater" else ():
            if other not in entries or entries[other].kind != "metric":
                raise ValueError(f"paper.claims.{name}: {other} is no claim of a metric")
    return list(entries.values())


def in_words(error):
    """One of pydantic's errors, in one line."""
    *around, last = place = error["loc"]
    if error["type"] == "extra_forbidden":
        return f"{'.'.join(['paper', *map(str, around[:2])])}: unknown key {last}; {known(around)}"
    words = {"refused": error["msg"], "missing": f"{last} is missing"}.get(error["type"], f"{last}: {error['msg']}")
    return f"{'.'.join(['paper', *map(str, place[:2])])}: {words}"


def known(place):
    """Which keys there are at a place, in words."""
    if not place:
        return "it has claims, settings and questions"
    if place[0] == "questions":
        return f"a question has {', '.join(Question.model_fields)}"
    # A claim's own keys first.
    own = [field.alias or key for key, field in KINDS[place[2]].model_fields.items() if key not in Claim.model_fields]
    return f"a claim of {place[2]} has {', '.join([*own, *Claim.model_fields])}"


def as_json():
    """The content of conf/paper.schema.json."""
    return json.dumps(Paper.model_json_schema(), indent=1) + "\n"
