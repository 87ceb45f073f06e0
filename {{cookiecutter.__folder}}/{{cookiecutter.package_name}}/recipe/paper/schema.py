"""MACHINERY. The schema of conf/paper.yaml. What it refuses is said in one line; conf/paper.schema.json is made of it,
by which editors complete and check the file."""

import json
from typing import Annotated, Any, Literal, Union

from pydantic import BaseModel, BeforeValidator, ConfigDict, Discriminator, Tag, ValidationError
from pydantic.json_schema import SkipJsonSchema

from ..prepare.expected import expected, refused
from .claim import Claim, Text
from .kinds import KINDS
from .tables import Table

FORM = "expected keys and values, such as {metric: test/accuracy, value: 0.9, where: Table 1}"


def of_one_kind(entry):
    if not isinstance(entry, dict):
        raise refused(FORM)
    kinds = [kind for kind in KINDS if kind in entry]
    if len(kinds) != 1:
        raise refused(f"expected one of {', '.join(KINDS)}; it has {', '.join(kinds or map(str, entry))}")
    return entry


def kind_of(entry):
    return next(kind for kind in KINDS if kind in entry)


AnyClaim = Annotated[
    Union[tuple(Annotated[claim, Tag(kind)] for kind, claim in KINDS.items())],  # noqa: UP007
    Discriminator(kind_of),
    BeforeValidator(of_one_kind),
]


class Entry(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Setting(Entry):
    """A setting that the paper states, under its key in the configuration: a run that departs from it says so.

    `of` names the claims that it is stated of; without it, it is of all. `because` says why one departs on purpose.
    """

    value: Any
    where: Text
    because: Text | None = None
    of: str | list[str] | None = None


class Question(Entry):
    """What the paper does not say. The current guess is what the configuration has, `because` its reason."""

    asks: Text
    key: str
    candidates: list
    because: Text | Literal[""] | None = None
    of: str | None = None


class Paper(Entry):
    """What the paper claims, states and leaves open."""

    title: Text | None = None
    claims: dict[str | int, AnyClaim] | None = None
    tables: dict[str | int, Table] | None = None
    settings: dict[str, expected(Setting, "expected value, and where the paper states it")] | None = None
    questions: dict[str | int, Annotated[Question, BeforeValidator(lambda entry: entry or {})]] | None = None
    # Of conf/replicate.yaml, which holds them to their own rules.
    seeds: SkipJsonSchema[Any] = None
    accept: SkipJsonSchema[Any] = None
    sensitivity: SkipJsonSchema[Any] = None
    budget: SkipJsonSchema[Any] = None


def claims(content):
    """The claims among the content of conf/paper.yaml, those of its tables too, as [Claim].

    Raises:
        ValueError: an entry of the file cannot be meant; the message names it.
    """
    paper = validated(content)
    places = {name: f"paper.claims.{name}" for name in paper.claims or {}}
    entries = {**(paper.claims or {})}
    for name, table in (paper.tables or {}).items():
        cells = validated({"claims": table.claims()}, f"paper.tables.{name}").claims
        if twice := next((cell for cell in cells if cell in entries), None):
            raise ValueError(f"paper.tables.{name}: {twice} is a claim already: give the row another name")
        places |= {cell: f"paper.tables.{name}.{cell}" for cell in cells}
        entries |= cells
    seen, compared = {}, {other for one in entries.values() if one.compares for other in one.value}
    for name, one in entries.items():
        one._name = name
        said = one.compares and one.said
        about = (one.kind, one.about, one.by_epoch, one.layer, one.overrides, str(one.figure), said)
        if about in seen:
            raise ValueError(f"{places[name]}: {seen[about]} claims the same thing already")
        seen[about] = name
        if one.value is None and name not in compared:
            raise ValueError(
                f"{places[name]}: value: what does the paper say? Only a claim that is compared needs none"
            )
        for other in one.value if one.compares else ():
            if other not in entries or not entries[other].of_runs:
                raise ValueError(f"{places[name]}: {other} is no claim of a metric or figure")
    return list(entries.values())


def validated(content, within="paper.claims"):
    """The Paper that some content of the file is.

    Args:
        within: where its claims stand in the file.

    Raises:
        ValueError: it cannot be meant; the message names the entry.
    """
    try:
        return Paper.model_validate(content)
    except ValidationError as error:
        raise ValueError(in_words(error.errors()[0], within)) from None


def in_words(error, within):
    """One of pydantic's errors, in one line."""
    *around, last = place = error["loc"]
    named = [within if part == "claims" else f"paper.{part}" for part in place[:1]]
    if error["type"] == "extra_forbidden":
        entry = ".".join([*map(str, [*(named if around else ["paper"]), *around[1:2]])])
        return f"{entry}: unknown key {last}; {known(around)}"
    words = {"refused": error["msg"], "missing": f"{last} is missing"}.get(error["type"], f"{last}: {error['msg']}")
    return f"{'.'.join(map(str, [*named, *place[1:2]]))}: {words}"


def known(place):
    """Which keys there are at a place, in words."""
    if not place:
        return "it has title, claims, tables, settings and questions"
    if place[0] == "questions":
        return f"a question has {', '.join(Question.model_fields)}"
    # A claim's own keys first.
    own = [field.alias or key for key, field in KINDS[place[2]].model_fields.items() if key not in Claim.model_fields]
    return f"a claim of {place[2]} has {', '.join([*own, *Claim.model_fields])}"


def as_json():
    """The content of conf/paper.schema.json."""
    return json.dumps(Paper.model_json_schema(), indent=1) + "\n"
