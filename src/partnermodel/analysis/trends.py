"""Figures of a network over time, with the band that unknown dates leave open."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable

import attrs

from partnermodel.analysis.figures import Figure, definitions, figures
from partnermodel.language.sayings import Untold, saying
from partnermodel.language.sheet import Sheet
from partnermodel.language.speech import Speech, speech
from partnermodel.model.doors import door
from partnermodel.model.model import PartnerModel
from partnermodel.queries.answers import Listing
from partnermodel.queries.timelines import timeline
from partnermodel.values.columns import column_of
from partnermodel.values.dates import Day, as_text, span
from partnermodel.values.rows import Rows, rows_of
from partnermodel.values.table import Table


@attrs.frozen
class TrendPoint:
    """A figure on a day, or in a month or a year.

    Attributes:
        day: The date.
        code: What the figure is.
        certain: The figure of what must have held on all of these days.
        possible: The figure of what may have held on one of them.
    """

    day: str
    code: str
    certain: Figure
    possible: Figure

    @property
    def low(self) -> float | None:
        """The smaller of the two values; None when one of them is not defined."""
        return None if self._undefined else min(self._values)

    @property
    def high(self) -> float | None:
        """The larger of the two values; None when one of them is not defined."""
        return None if self._undefined else max(self._values)

    @property
    def _values(self) -> tuple[float, float]:
        assert self.certain.value is not None
        assert self.possible.value is not None
        return self.certain.value, self.possible.value

    @property
    def _undefined(self) -> bool:
        return self.certain.value is None or self.possible.value is None

    def worded(self, words: Speech) -> str:
        """Return the value, or the two values that it lies between, as people of a language write it."""
        certain, possible = self.certain.worded(words), self.possible.worded(words)
        if certain == possible:
            return certain
        if self._undefined:
            return words.say("either", first=certain, last=possible)
        if self._values[0] > self._values[1]:
            certain, possible = possible, certain
        return words.say("from-to", first=certain, last=possible)


@attrs.frozen
class Trend(Listing[TrendPoint]):
    """What `trend` returns: the figures of each day, the days in the order in which they were asked for.

    Attributes:
        items: The points, day by day.
        days: The days.
        codes: The figures.
    """

    items: tuple[TrendPoint, ...]
    days: tuple[str, ...]
    codes: tuple[str, ...]
    _caption: str = attrs.field(repr=False, alias="caption")

    def table(self, *, language: str = "en") -> Table:
        """Return a row for each day, and a column for each figure.

        Args:
            language: The language of the labels: `en` or `ru`.
        """
        words = speech(language)
        width = len(self.codes)
        rows = tuple(
            (
                words.date(day),
                *(point.worded(words) for point in self.items[place * width : (place + 1) * width]),
            )
            for place, day in enumerate(self.days)
        )
        caption, notes = saying("trend-of", name=self._caption), (saying("trend-note"),) if rows else ()
        columns: tuple[Untold, ...] = ("day", *(saying(f"figure-{code}") for code in self.codes))
        return Sheet(caption, columns, rows, notes).table(language)

    def rows(self) -> Rows:
        """Return a row for each day and figure, for machines."""
        return rows_of(
            self.items,
            column_of("day", "text"),
            column_of("code", "text"),
            column_of("unit", "text", "possible.unit"),
            column_of("certain", "number", "certain.value"),
            column_of("possible", "number", "possible.value"),
            column_of("low", "number"),
            column_of("high", "number"),
        )


DEFAULT_CODES = ("organisations", "ties", "isolates", "density", "parts", "active-ties", "served-cells")


@door
def trend(
    model: PartnerModel,
    *,
    days: Day | Iterable[Day] | None = None,
    codes: Iterable[str] = DEFAULT_CODES,
    progress: Callable[[float], None] | None = None,
) -> Trend:
    """Return figures of the network on several days, each with what must and what may have been so.

    On each day the figures are worked out twice: of what holds for certain (`model.at(day, certain=True)`)
    and of what may hold (`model.at(day)`). Between the two lies the band that unknown dates leave open.
    For a number that grows with every record, such as that of organisations or of ties, the band holds the
    true value. For all else, such as a share, or the number of parts, it shows how much depends on what
    nobody has dated, and is no bound.

    Args:
        model: The model.
        days: Days, months or years, or one; left out, each year from the first to the last date that
            something in the model starts or ends on. A month or a year asks for certain what holds
            on all of its days, and as possible what holds on one of them.
        codes: The figures.
        progress: Is told what share of the days is done.

    Raises:
        InvalidRecordError: A day is not a date.
        UnknownTermError: One of `codes` is no figure.

    Example:
        >>> from partnermodel import Organisation, PartnerModel, Period, Relation, trend
        >>> model = PartnerModel("Town", [
        ...     Organisation("a", "A"), Organisation("b", "B"),
        ...     Relation("a", "partners-with", "b", period=Period("2020")),
        ... ])
        >>> [(one.day, one.low, one.high) for one in trend(model, days=["2019", "2021"], codes=["ties"])]
        [('2019', 0, 0), ('2021', 0, 1)]
    """
    wanted = tuple(definition.code for definition in definitions(codes))
    given = [days] if isinstance(days, str | datetime.date) else days
    asked = _years(model) if given is None else list(map(_date, given))
    points = []
    for place, day in enumerate(asked):
        if progress is not None:
            progress(place / len(asked))
        certain = figures(model.at(day, certain=True), codes=wanted)
        possible = figures(model.at(day), codes=wanted)
        points += [
            TrendPoint(day, code, one, other)
            for code, one, other in zip(wanted, certain, possible, strict=True)
        ]
    if progress is not None:
        progress(1.0)
    return Trend(tuple(points), tuple(asked), wanted, model.name)


def _date(day: Day) -> str:
    span(day)  # a day that is none is refused before any work
    return str(as_text(day))


def _years(model: PartnerModel) -> list[str]:
    """Return each year from the first to the last in which something starts or ends."""
    dates = [moment.date for moment in model.once(timeline) if moment.event != "published"]
    if not dates:
        return []
    years = [date[:4] for date in dates]
    return [f"{year:04d}" for year in range(int(min(years)), int(max(years)) + 1)]
