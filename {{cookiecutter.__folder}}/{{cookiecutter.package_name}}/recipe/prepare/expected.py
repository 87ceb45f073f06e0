"""MACHINERY. Types that refuse a value in words of ours: the schemas of conf/ are made of them."""

from typing import Annotated

from pydantic import Field, ValidationError, WrapValidator
from pydantic_core import PydanticCustomError


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


def each_once(values):
    """A validator of lists."""
    if len(values) > len({*values}):
        raise ValueError
    return values


Count = Annotated[int, Field(strict=True, ge=1)]
