"""Drafts of entities, and the records that they are of."""

from __future__ import annotations

from functools import lru_cache

import attrs

from partnermodel.formats.tables.cells.refusals import Refusal
from partnermodel.formats.tables.reading.makers import Draft, Maker
from partnermodel.values.text import folded, shown
from partnermodel.wording import worded

Key = tuple[str, ...]


@lru_cache(maxsize=100_000)
def called(name: str) -> str:
    """Return a name as it is compared with others: as `folded`, and with a space around each `№`.

    Example:
        >>> called("Школа №5 «Ёлка»") == called("школа № 5 елка")
        True
    """
    return folded(name.replace("№", " № ") if "№" in name else name)


def ambiguous(text: str | None, others: str) -> Refusal:
    """Return why a text does not say which record is meant: it may be any of several."""
    return Refusal(
        "ambiguous-record",
        worded("{value} may be any of several: {others}", value=shown(text), others=others),
        worded("Say which, by an id or an identifier."),
    )


@attrs.frozen
class Node:
    """A draft, with what tells whose it is.

    Attributes:
        maker: What made it.
        number: Its number there.
        first: The position of the first row that says it.
        times: How many rows say it.
        id: The id that it states, or None.
        name: The name that it states, or None.
        identifiers: What registers call it: schemes and values, those that others share left out.
        others: Its other names.
    """

    maker: Maker
    number: int
    first: int
    times: int
    id: str | None
    name: str | None
    identifiers: tuple[tuple[str, str], ...]
    others: tuple[str, ...]

    @property
    def draft(self) -> Draft:
        """The draft."""
        return self.maker.draft(self.number)

    @property
    def type(self) -> str:
        """The type of the record."""
        return self.maker.record.type


@attrs.define
class Group:
    """The drafts of one record, the earliest first, and the id that it gets."""

    nodes: list[Node]
    id: str = ""
    why: str = "id"

    @property
    def type(self) -> str:
        """The type of the record."""
        return self.nodes[0].type


@attrs.define
class Joined:
    """What came of joining.

    Attributes:
        groups: The records.
        group_of: For each maker, by its `id()`, the group of each of its drafts; None for one that is gone.
        refused: Drafts of which it cannot be said whose they are, and why.
        apart: The ids of records of one type that have one name and are not joined, by type and name.
        suffixed: The records whose id has something behind it, because others would have had the same.
    """

    groups: list[Group]
    group_of: dict[int, list[Group | None]]
    refused: list[tuple[Node, Refusal]]
    apart: dict[Key, list[Group]]
    suffixed: list[Group]
