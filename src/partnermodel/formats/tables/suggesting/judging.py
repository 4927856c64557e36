"""What a column seems to be for, how sure that is, and why."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

import attrs

from partnermodel.formats.tables.cells.dates import date_of, span_of
from partnermodel.formats.tables.cells.numbers import whole_of
from partnermodel.formats.tables.cells.refusals import Refusal
from partnermodel.formats.tables.suggesting.codes import OF_A_TIE, codes_of
from partnermodel.formats.tables.suggesting.columns import Column
from partnermodel.formats.tables.suggesting.heads import KIND_OF_TIE, NUMBER, PERSONAL, meaning_of
from partnermodel.language.sayings import Untold, saying
from partnermodel.values.text import folded

SURE, LIKELY, DOUBTFUL = "high", "moderate", "low"
"""How sure a proposal is, in the words of GRADE."""

_SCHEMES = ("inn", "ogrn", "iso-3166-2", "wikidata", "isni", "lei")

_PHONE = re.compile(r"(?=.*[ ()+-])\+?[78]?[ (-]*\d{3,4}[ )-]*\d{2,3}[ -]?\d{2}[ -]?\d{2}")
_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_FULL_NAME = re.compile(
    r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)? [А-ЯЁ][а-яё]+ [А-ЯЁ][а-яё]+(?:вич|вна|чна|ьич|ична)"
)

_MOST = 0.8
"""Such a share of the cells must fit before they speak for a meaning."""


@attrs.frozen
class Judgement:
    """What a column seems to be for.

    Attributes:
        meaning: A key of `heads`, or None when nobody can tell.
        confidence: `high`, `moderate` or `low`.
        reasons: Why, in no language yet.
    """

    meaning: str | None
    confidence: str
    reasons: tuple[Untold, ...]


def judged(column: Column) -> Judgement:
    """Return what a column seems to be for.

    What tells of persons is known by its head or by its cells, whatever else they say: it is dropped.
    """
    said = meaning_of(column.head) if column.named else None
    cells = column.stated
    head = saying("suggestion-head")
    if said == PERSONAL or any(column.share(one) >= _MOST for one in (_PHONE, _MAIL, _FULL_NAME)):
        return Judgement(PERSONAL, SURE, (saying("suggestion-personal"),))
    if not cells:
        return Judgement(None, SURE, (saying("suggestion-empty"),))
    if said == NUMBER or (said is None and _counts_rows(column)):
        return Judgement(NUMBER, SURE, (saying("suggestion-row-number"),))
    scheme = next((one for one in _SCHEMES if column.identifies(one) >= _MOST), None)
    if scheme is not None and said in (None, "id", "name", f"identifiers.{scheme}"):
        reasons = (head, _share(column, column.identifies(scheme)))
        return Judgement(f"identifiers.{scheme}", SURE if said else LIKELY, reasons[said is None :])
    if said is None and (spans := _periods(column)) >= _MOST:
        return Judgement("period", LIKELY, (_share(column, spans),))
    if said is None:
        return Judgement(None, DOUBTFUL, (saying("suggestion-unknown"),))
    return judged_as(said, column)


def judged_as(meaning: str, column: Column) -> Judgement:
    """Return how sure it is that a column is for what its head says.

    Args:
        meaning: A key of `heads`, which its head says.
        column: The column.
    """
    head = saying("suggestion-head")
    if (fits := _FITS.get(meaning)) is None:
        return Judgement(meaning, LIKELY, (head,))
    fitting = fits(column)
    told = (head, _share(column, fitting))
    return Judgement(meaning, SURE if fitting >= _MOST else DOUBTFUL, told)


def _share(column: Column, share: float) -> Untold:
    cells = len(column.stated)
    return saying("suggestion-share", count=round(share * cells), cells=cells)


def _counts_rows(column: Column) -> bool:
    numbers = [int(cell) for cell in column.stated if cell.isdecimal()]
    steps = {after - before for before, after in pairwise(numbers)}
    return len(numbers) == len(column.cells) and steps == {1}


def _dates(column: Column) -> float:
    """Return the share of the cells that will be read as dates."""
    return column.that(lambda cell: not isinstance(date_of(cell), Refusal))


def _periods(column: Column) -> float:
    """Return the share of the cells that will be read as periods, unless most of them are mere numbers."""
    if _wholes(column) >= _MOST:
        return 0.0
    return column.that(lambda cell: not isinstance(span_of(cell), Refusal))


def _wholes(column: Column) -> float:
    """Return the share of the cells that will be read as whole numbers."""
    return column.that(lambda cell: not isinstance(whole_of(cell), Refusal))


def _words(column: Column) -> float:
    """Return the share of the cells that have a letter in them, and no web address."""
    cells = column.stated
    return sum(any(map(str.isalpha, cell)) and "://" not in cell for cell in cells) / len(cells)


def _words_of(scheme: str) -> Callable[[Column], float]:
    """Return what gives the share of the cells that have a code, or say what another cell says, too."""

    def share(column: Column) -> float:
        counted = column.counted
        known = set(map(folded, codes_of(scheme, counted)[0]))
        return column.that(lambda cell: counted[cell] > 1 or folded(cell) in known)

    return share


_FITS: dict[str, Callable[[Column], float]] = {
    "period.start": _dates,
    "period.end": _dates,
    "document date": _dates,
    "size": _wholes,
    "name": _words,
    "aliases": _words,
    "project": _words,
    "partner": _words,
    "programme": _words,
    "place": _words,
    "role": _words_of("role"),
    "status": _words_of("status"),
    "kind": _words_of("organisation"),
    KIND_OF_TIE: _words_of(OF_A_TIE),
}
