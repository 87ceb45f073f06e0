"""MACHINERY. The schema of conf/paper.yaml. What it refuses is said in one line; conf/paper.schema.json is made of it,
by which editors complete and check the file."""

import json
from typing import Annotated, Any, Literal, Union

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    Tag,
    ValidationError,
    WrapValidator,
    model_validator,
)
from pydantic.json_schema import SkipJsonSchema
from pydantic_core import PydanticCustomError

SHARES = ("acc", "auc", "precision", "recall", "f1", "iou")  # metrics that lie in 0 … 1
FORM = "expected keys and values, such as {metric: test/accuracy, value: 0.9, where: Table 1}"
SHAPE = "expected shape: [5, 25], without the batch, and layer: its name"


def refused(words):
    """The exception by which a validator refuses a value in words of ours."""
    return PydanticCustomError("refused", "{words}", {"words": words})


def expected(kind, words):
    """A type whose refusal reads as `words`, in which `{}` stands for the value."""

    def checked(value, check):
        try:
            return check(value)
        except ValidationError:
            raise refused(words.format(value)) from None

    return Annotated[kind, WrapValidator(checked)]


Count = Annotated[int, Field(strict=True, ge=1)]
Finite = Annotated[int, Field(strict=True)] | Annotated[float, Field(strict=True, allow_inf_nan=False)]
Number = expected(Finite, "{}: expected a number")
Text = Annotated[str, Field(min_length=1)] | int | float  # a section may be a number


class Entry(BaseModel):
    model_config = ConfigDict(extra="forbid")


class OfAnyKind(Entry):
    """What every claim says besides what it claims."""

    where: expected(Text, "where does the paper say so? where: a section, table or figure")
    overrides: expected(list[str] | None, "overrides: expected a list, such as [model=linear]") = None
    tolerance: expected(Annotated[float, Field(ge=0)] | None, "tolerance: {}: expected a number, 0 or more") = None
    direction: expected(Literal["equal", "at_least", "at_most"], "direction: {}: expected equal, at_least, at_most") = (
        "equal"
    )

    @model_validator(mode="before")
    @classmethod
    def lacking_is_null(cls, entry):
        """A required key that is left out is refused as one without a value is."""
        return {**{key: None for key, field in cls.model_fields.items() if field.is_required()}, **entry}


class Parameters(OfAnyKind):
    """The number of trainable parameters."""

    parameters: expected(Count, "parameters: {}: expected a whole number, 1 or more")


class Shape(OfAnyKind):
    """The shape of a layer's output, without the batch."""

    shape: expected(list[Count], SHAPE)
    layer: expected(Annotated[str, Field(min_length=1)], SHAPE)


class InitialLoss(OfAnyKind):
    """The loss before training."""

    initial_loss: Number


class Metric(OfAnyKind):
    """A figure of a training: at its end, or by an epoch."""

    metric: expected(
        Annotated[str, Field(pattern="^(train|val|test)/.")],
        "metric: {}: expected a split and a name, such as test/accuracy",
    )
    value: Number
    by_epoch: expected(Count, "by_epoch: {}: expected a whole number, 1 or more") = None

    @property
    def is_share(self):
        return any(word in self.metric for word in SHARES)

    @model_validator(mode="after")
    def possible(self):
        if self.is_share and not 0 <= self.value <= 1:
            raise refused(f"value: {self.value}: {self.metric} is a share between 0 and 1")
        if self.by_epoch and self.metric.startswith("test/"):
            after = "is measured once, after the last epoch: claim a figure of train/ or val/"
            raise refused(f"by_epoch: {self.metric} {after}")
        return self


class Greater(OfAnyKind):
    """Of two claims of a metric, the one that is to be larger stands first."""

    greater: expected(
        Annotated[list[str], Field(min_length=2, max_length=2, json_schema_extra={"uniqueItems": True})],
        "greater: expected the names of two claims, the better one first",
    )

    @model_validator(mode="after")
    def of_two(self):
        if self.greater[0] == self.greater[1]:
            raise refused("greater: expected the names of two claims, the better one first")
        return self


KINDS = {
    "parameters": Parameters,
    "shape": Shape,
    "initial_loss": InitialLoss,
    "metric": Metric,
    "greater": Greater,
}


def of_one_kind(entry):
    if not isinstance(entry, dict):
        raise refused(FORM)
    kinds = [kind for kind in KINDS if kind in entry]
    if len(kinds) != 1:
        raise refused(f"expected one of {', '.join(KINDS)}; it has {', '.join(kinds) or 'none'}")
    return entry


def kind_of(entry):
    """The kind of a claim, as it is read from the file or as a model."""
    keys = entry if isinstance(entry, dict) else type(entry).model_fields
    return next(kind for kind in KINDS if kind in keys)


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


def read(content):
    """The content of conf/paper.yaml as a Paper.

    Raises:
        ValueError: an entry cannot be meant; the message names it.
    """
    try:
        return Paper.model_validate(content)
    except ValidationError as error:
        raise ValueError(in_words(error.errors()[0])) from None


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
    keys = sorted(KINDS[place[2]].model_fields, key=OfAnyKind.model_fields.__contains__)
    return f"a claim of {place[2]} has {', '.join(keys)}"


def as_json():
    """The content of conf/paper.schema.json."""
    return json.dumps(Paper.model_json_schema(), indent=1) + "\n"
