"""How long something has lasted, as a band: the least and the most that the known dates allow."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

import attrs

from partnermodel.language.amounts import Number
from partnermodel.language.sayings import Untold, in_english, saying
from partnermodel.model.days import ALWAYS, known_days
from partnermodel.model.model import PartnerModel
from partnermodel.model.ties import Tie
from partnermodel.values.dates import OPEN, Day, span


@attrs.frozen
class Band:
    """A number of which the least and the most are known, or not.

    Attributes:
        least: It is not less than this. None when nothing at all is known.
        most: It is not more than this. None when nothing bounds it.

    Example:
        >>> print(Band(2, 3.5), Band(2, None), Band(None, None), sep="; ")
        2.0 to 3.5; at least 2.0; unknown
    """

    least: float | None
    most: float | None

    @property
    def known(self) -> bool:
        """Whether both ends are known."""
        return self.least is not None and self.most is not None

    def times(self, number: float) -> Band:
        """Return the band of a product. Nought times what nobody knows is nought.

        Example:
            >>> Band(2, None).times(3), Band(None, None).times(0)
            (Band(least=6, most=None), Band(least=0, most=0))
        """
        if number == 0:
            return Band(number, number)
        return Band(*(None if end is None else end * number for end in (self.least, self.most)))

    @property
    def untold(self) -> Untold:
        """The band in no language yet."""
        if self.least is None:
            return saying("unknown")
        least = Number(self.least, 1)
        if self.most is None:
            return saying("at-least", number=least)
        most = Number(self.most, 1)
        return (
            least if f"{self.least:.1f}" == f"{self.most:.1f}" else saying("from-to", first=least, last=most)
        )

    def __str__(self) -> str:
        return in_english(self.untold)


UNKNOWN = Band(None, None)


def years(first: datetime.date, last: datetime.date) -> float:
    """Return how many years lie between two days, both included: whole ones, and the part of the last one.

    Example:
        >>> years(datetime.date(2023, 1, 1), datetime.date(2023, 12, 31))
        1.0
        >>> years(datetime.date(2024, 1, 1), datetime.date(2024, 7, 1))
        0.5
    """
    after = last.toordinal() + 1
    whole = last.year - first.year + 1
    while _anniversary(first, whole) > after:
        whole -= 1
    begin, end = _anniversary(first, whole), _anniversary(first, whole + 1)
    return whole + (after - begin) / (end - begin)


def _anniversary(day: datetime.date, years: int) -> int:
    """Return the day so many years later, as an ordinal; of the 29th of February, the first of March."""
    year = day.year + years
    if year > datetime.MAXYEAR:
        return datetime.date.max.toordinal() + 366 * (year - datetime.MAXYEAR)
    leap = (day.month, day.day) == (2, 29)
    if not leap:
        return day.replace(year=year).toordinal()
    return datetime.date(year, 2, 28).toordinal() + 1


@attrs.frozen
class Spell:
    """When a tie can have begun and ended, up to a day, in ordinals; None where no date bounds it.

    Attributes:
        earliest: The first day on which it can have begun, or None.
        latest: The last such day.
        least: The first day that can be its last, or None.
        most: The last such day.
        begun: Whether it has begun for certain.
    """

    earliest: int | None
    latest: int
    least: int | None
    most: int
    begun: bool


def today(as_of: Day | None) -> datetime.date:
    """Return the day up to which is counted: the last one of a month or a year, today if none is given.

    Raises:
        InvalidRecordError: `as_of` is not a date.
    """
    return datetime.date.today() if as_of is None else span(as_of)[1]


def spell(model: PartnerModel, tie: Tie, until: int) -> Spell | None:
    """Return when a tie can have begun and ended, or None when it cannot have held up to a day.

    It holds while all its records do. An end that a record does not state says nothing: so a part in
    a project, if it has no dates of its own, lasts as long as the project.
    """
    days = model.once(known_days)
    periods = [model[id].period for id in tie.records]
    starts = [days[one.start] for one in periods if one.start is not None]
    ends = [days[one.end] for one in periods if one.end is not None and one.end != OPEN]
    over = min((last for _, last in ends), default=ALWAYS[1])
    most = min(until, over)
    earliest = max((first for first, _ in starts), default=None)
    if earliest is not None and earliest > most:
        return None
    latest = min(over, max((last for _, last in starts), default=most))
    least = earliest
    if ends:
        # Nothing ends before it has begun, even where an end is only known to its month.
        least = max(min(first for first, _ in ends), earliest or 0)
    elif any(one.end == OPEN for one in periods):
        least = until
    if least is not None:
        least = min(least, most)
    return Spell(earliest, min(latest, most), least, most, latest <= until)


def lasting(spells: Iterable[Spell | None]) -> Band:
    """Return how many years lie from the first day of several ties to the last, as a band.

    The least is the distance from the last possible beginning of what begins first to the first possible
    end of what ends last; it is a day for what has begun. The most is the other way round, and is
    unknown as long as there is a tie of which nobody says when it began.
    """
    given = [one for one in spells if one is not None]
    dated = [one for one in given if one.earliest is not None or one.least is not None]
    if not dated:
        return UNKNOWN
    date = datetime.date.fromordinal
    begun = [one for one in dated if one.begun]
    least = 0.0
    if begun:
        first = min(one.latest for one in begun)
        least = years(date(first), date(max([first, *(one.least for one in begun if one.least is not None)])))
    starts = [one.earliest for one in given]
    known = [start for start in starts if start is not None]
    if len(known) < len(starts):
        return Band(least, None)
    return Band(least, max(least, years(date(min(known)), date(max(one.most for one in given)))))
