"""MACHINERY. A whole table of the paper, in conf/paper.yaml: each of its cells is a claim."""

from typing import Any

from pydantic import BaseModel, ConfigDict, model_validator

from ..keep import printing
from ..prepare.expected import expected, refused

NAMES_ITS_VALUE = ("parameters", "shape", "size", "initial_loss")  # kinds of claims that have no key `value`

Columns = expected(
    dict[str | int, dict[str, Any] | None], "columns: expected a name for each, such as {{accuracy: {{}}}}"
)


class TableRow(BaseModel):
    """A row: `values`, one for each column, and what else is said of each of its claims, such as overrides."""

    model_config = ConfigDict(extra="allow")
    values: list


class Table(BaseModel):
    """A table: what stands beside columns and rows is said of each of its claims, in a column of those in it."""

    model_config = ConfigDict(extra="allow")
    columns: Columns
    rows: dict[str | int, TableRow]

    @model_validator(mode="after")
    def complete(self):
        for name, row in self.rows.items():
            parts = ((row.values, "value"), (self.columns, "column"))
            if len(row.values) != len(self.columns):
                values, columns = (printing.number(len(part), word) for part, word in parts)
                raise refused(f"row {name} has {values} for {columns}")
        return self

    def claims(self):
        """{ROW_COLUMN: a claim, as it would be written by itself} of the cells; null is no claim.

        A cell is what is claimed, or keys of a claim: {value: 0.94, std: 0.01}.
        """
        found = {}
        for row_name, row in self.rows.items():
            for (column_name, column), cell in zip(self.columns.items(), row.values, strict=True):
                if cell is not None:
                    own = cell if isinstance(cell, dict) else {"value": cell}
                    found[f"{row_name}_{column_name}"] = joined(self.model_extra, row.model_extra, column or {}, own)
        return found


def joined(*parts):
    """One claim of what a table, a row, a column and a cell say of it: their overrides one after the other."""
    claim = {key: value for part in parts for key, value in part.items()}
    lists = [part.get("overrides") or [] for part in parts]
    if all(isinstance(one, list) for one in lists):  # else the claim's own schema refuses it
        claim["overrides"] = [override for one in lists for override in one]
    for kind in NAMES_ITS_VALUE:
        if kind in claim and "value" in claim:
            claim[kind] = claim.pop("value")
    return claim
