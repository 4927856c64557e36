"""How a delimited file is written, found out from its beginning."""

from __future__ import annotations

import csv
import re
from collections import Counter
from itertools import islice
from typing import Any

import attrs

from partnermodel.values.text import shown
from partnermodel.wording import worded

DELIMITERS = ",;\t|"
_ROWS = 200
_NAMED = re.compile(r'"?sep=(.)"?(\r\n|\r|\n|$)')


@attrs.frozen
class Dialect:
    """How a file is written.

    Attributes:
        delimiter: What stands between two cells.
        escape: What takes the meaning from the character after it, if anything does.
        quote: The quotation mark.
        doubled: Whether a quotation mark within quotation marks is written twice.
        skipped: How many lines at the beginning are no rows.
        blanks: Whether spaces after a delimiter mean nothing.
        comment: What a line begins with that is no row.
    """

    delimiter: str
    escape: str | None = None
    quote: str = '"'
    doubled: bool = True
    skipped: int = 0
    blanks: bool = False
    comment: str | None = None

    def keywords(self) -> dict[str, Any]:
        """Return it as `csv.reader` takes it."""
        return {
            "delimiter": self.delimiter,
            "escapechar": self.escape,
            "doublequote": self.doubled,
            "quotechar": self.quote,
            "skipinitialspace": self.blanks,
            "strict": True,
        }


def dialect_of(lines: list[str], *, delimiter: str | None, ending: str) -> Dialect:
    """Return how a file is written.

    Args:
        lines: Its first lines, each with its end.
        delimiter: What stands between two cells, when it is known.
        ending: The ending of its name, which decides when nothing else does.

    Raises:
        ValueError: The delimiter that is given cannot be one.
    """
    if delimiter is not None and (len(delimiter) != 1 or delimiter in '"\r\n '):
        raise ValueError(
            worded(
                "{delimiter} cannot stand between cells. Give one character, such as a comma.",
                delimiter=shown(delimiter),
            )
        )
    named = _NAMED.fullmatch(lines[0]) if lines else None
    skipped = 1 if named else 0
    if delimiter is None and named:
        delimiter = named[1]
    rows = lines[skipped:]
    plain = Dialect(",", "\\", doubled=False) if _escaped(rows) else Dialect(",")
    if delimiter is None:
        first = "\t" if ending in (".tsv", ".tab") else ","
        order = first + DELIMITERS.replace(first, "")
        # `max` keeps the first of those that are alike.
        delimiter = max(order, key=lambda one: _agreement(rows, attrs.evolve(plain, delimiter=one)))
    dialect = attrs.evolve(plain, delimiter=delimiter, skipped=skipped)
    spaced = attrs.evolve(dialect, blanks=True)
    return spaced if any(f'{delimiter} "' in line for line in rows) and _reads(rows, spaced) else dialect


def _escaped(lines: list[str]) -> bool:
    r"""Return whether quotation marks are written as \" and not twice."""
    return any('\\"' in line for line in lines) and any(
        re.search(r'[^\\",;\t|]\\"[^,;\t|\r\n"]', line) for line in lines
    )


def _reads(lines: list[str], dialect: Dialect) -> bool:
    try:
        for _ in csv.reader(lines, **dialect.keywords()):
            pass
    except csv.Error as error:
        return "unexpected end" in str(error)
    return True


def _agreement(lines: list[str], dialect: Dialect) -> tuple[float, int]:
    """Return the share of rows that have as many cells as most have, and how many these are."""
    reader = csv.reader(lines, **{**dialect.keywords(), "strict": False})
    lengths = Counter(len(row) for row in islice(reader, _ROWS) if row)
    many = {length: rows for length, rows in lengths.items() if length > 1}
    if not many:
        return 0.0, 0
    length = max(many, key=lambda one: (many[one], one))
    return many[length] / lengths.total(), length
