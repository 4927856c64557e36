"""Flat rows that one column can tell alike for all records of a table.

They are those of graphs, but for other names: these are JSON in all rows as soon as they are in one.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from partnermodel.formats.flat.flattening import BETWEEN_ALIASES, Flat, flattened
from partnermodel.model.relations import Record
from partnermodel.values.rows import Rows

_ALIASES = "aliases"


def flat_rows(records: Iterable[Record]) -> list[dict[str, Flat]]:
    """Return the flat rows of the records of one table.

    Example:
        >>> from partnermodel import Alias, Organisation
        >>> one = Organisation("a", "A", aliases=[Alias("B")])
        >>> other = Organisation("c", "C", aliases=[Alias("D", language="de")])
        >>> [row["aliases"] for row in flat_rows([one, other])]
        ['[{"name":"B"}]', '[{"name":"D","language":"de"}]']
    """
    rows = list(map(flattened, records))
    several = [row for row in rows if _ALIASES in row]
    if any(_is_json(row[_ALIASES]) for row in several):
        for row in several:
            row[_ALIASES] = _as_json(str(row[_ALIASES]))
    return rows


def _as_json(text: str) -> str:
    if _is_json(text):
        return text
    return msgspec.json.encode([{"name": name} for name in text.split(BETWEEN_ALIASES)]).decode()


def _is_json(value: object) -> bool:
    return isinstance(value, str) and value.startswith("[{")


def has_json_names(rows: Rows) -> bool:
    """Return whether the other names of the records are JSON."""
    places = [place for place, column in enumerate(rows.columns) if column.name == _ALIASES]
    return any(_is_json(row[place]) for place in places for row in rows.values)
